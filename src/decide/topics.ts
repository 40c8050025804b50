/** What related questions of the tree are about: whoever asks them puts those of one topic together. */
export const TOPICS = {
  callers: 'Who may call the API?',
  requests: 'What must the gateway do with requests?',
  answers: 'How large and how slow are the answers?',
  operations: 'How is the API run and published?',
} as const;

export type Topic = keyof typeof TOPICS;

/** What each verdict on an API says, from the best answer to the worst. */
export const VERDICT_PAGES = {
  'already-http': {
    title: 'It is not a REST API',
    means: 'An HTTP API, a WebSocket API or a function URL: nothing is to be moved.',
  },
  'drop-in': {
    title: 'It can be an HTTP API as it is',
    means: 'An HTTP API has everything that is in use. Only the definition changes, and the steps on the way are listed.',
  },
  workaround: {
    title: 'It can be an HTTP API with a setting or a service beside it',
    means: 'An HTTP API lacks something that a setting, or a service in front or beside, gives. No application code changes.',
  },
  rewrite: {
    title: 'It can be an HTTP API after a change of code',
    means: 'An integration, a function or an authorizer is written again, or clients see another answer.',
  },
  blocked: {
    title: 'It stays a REST API',
    means: 'Only another product keeps what the API does today. Where few routes need it, the others may leave by themselves.',
  },
  unknown: {
    title: 'The templates do not say enough',
    means: 'A part of the API is elsewhere, or cannot be worked out. What is known is listed, with what to give to `scan`.',
  },
} as const;

export type VerdictId = keyof typeof VERDICT_PAGES;
export const VERDICT_IDS = Object.keys(VERDICT_PAGES) as readonly VerdictId[];

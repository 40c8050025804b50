/** Every exit code of the command line, and what it tells a script. */
export const EXIT_CODES = {
  answer: { code: 0, meaning: 'The answer was printed.' },
  policy: { code: 1, meaning: 'The answer was printed, and a policy you asked for is not met.' },
  usage: { code: 2, meaning: 'The command line was not understood, or the output could not be written.' },
  workload: { code: 3, meaning: 'A workload file could not be read or understood; the other files were answered.' },
  prices: { code: 4, meaning: 'The price book is damaged, or holds no rate for what was asked.' },
  import: { code: 5, meaning: 'A bill or template to import could not be understood.' },
  internal: { code: 70, meaning: 'A fault of apigw-advisor itself. Please report it.' },
  interrupted: { code: 130, meaning: 'Interrupted with Ctrl-C. Nothing was half-written.' },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]['code'];

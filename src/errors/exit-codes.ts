/** Every exit code of the command line, and what it tells a script, also in a few words. */
export const EXIT_CODES = {
  answer: { code: 0, short: 'answered', meaning: 'The answer was printed.' },
  policy: {
    code: 1,
    short: 'a limit is not met (--budget, --fail-on)',
    meaning: 'The answer was printed, and it is not what --fail-on, --budget or the like ask for.',
  },
  usage: { code: 2, short: 'wrong command line', meaning: 'The command line is wrong, or the output could not be written.' },
  workload: { code: 3, short: 'wrong workload file', meaning: 'A workload file could not be understood; the others were answered.' },
  prices: { code: 4, short: 'no prices', meaning: 'The price book is damaged, has no rate for what was asked, or could not be updated.' },
  template: {
    code: 5,
    short: 'wrong template or file of AWS',
    meaning: 'A template, or another file of AWS, could not be understood; the others were answered.',
  },
  internal: { code: 70, short: 'error in apigw-advisor', meaning: 'An error in apigw-advisor itself. Please report it.' },
  left: { code: 130, short: 'wizard cancelled', meaning: 'The wizard was cancelled; no workload file was written.' },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]['code'];

/** Every exit code of the command line, and what it tells a script. */
export const EXIT_CODES = {
  answer: { code: 0, meaning: 'The answer was printed.' },
  policy: { code: 1, meaning: 'The answer was printed, and it is not what --fail-on, --budget or the like ask for.' },
  usage: { code: 2, meaning: 'The command line is wrong, or the output could not be written.' },
  workload: { code: 3, meaning: 'A workload file could not be understood; the others were answered.' },
  prices: { code: 4, meaning: 'The price book is damaged, has no rate for what was asked, or could not be updated.' },
  template: { code: 5, meaning: 'A template, or another file of AWS, could not be understood; the others were answered.' },
  internal: { code: 70, meaning: 'An error in apigw-advisor itself. Please report it.' },
  left: { code: 130, meaning: 'The wizard was cancelled; no workload file was written.' },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]['code'];

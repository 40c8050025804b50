import { EXIT_CODES, type ExitCode } from './exit-codes.ts';

/**
 * One mistake found in something a person wrote: where it is, what was found,
 * why it cannot be used, and what to write instead.
 */
export interface Problem {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** Dotted path of the field, such as `traffic.requests`. */
  readonly path: string | null;
  readonly what: string;
  readonly because: string;
  readonly write: string | null;
}

/** A failure on purpose: carries the exit code, and the problems if there are several. */
export class AdvisorError extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];

  constructor(exitCode: ExitCode, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.what).join('; '), options);
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/** The command line asks for something that does not exist. */
export class UsageError extends AdvisorError {
  constructor(what: string, because: string, write: string | null, options?: ErrorOptions) {
    super(EXIT_CODES.usage.code, [nowhere(what, because, write)], options);
  }
}

/** A workload file cannot be read or understood. All its mistakes at once. */
export class WorkloadError extends AdvisorError {
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(EXIT_CODES.workload.code, problems, options);
  }
}

/** The price book is damaged or lacks what was asked. */
export class PriceError extends AdvisorError {
  /** @param what was found, or all problems of a file. */
  constructor(what: string | readonly Problem[], because: string = '', write: string | null = null, options?: ErrorOptions) {
    super(EXIT_CODES.prices.code, typeof what === 'string' ? [nowhere(what, because, write)] : what, options);
  }
}

function nowhere(what: string, because: string, write: string | null): Problem {
  return { file: null, line: null, column: null, path: null, what, because, write };
}

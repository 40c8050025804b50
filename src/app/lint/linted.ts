import type { Candidate } from '../../candidates/candidate.ts';
import type { Finding } from '../../decide/rule.ts';

/** A finding with its place in the file. */
export interface PlacedFinding extends Finding {
  readonly line: number | null;
  readonly column: number | null;
}

/** One workload file, judged: what `lint` prints in every format. */
export interface Linted {
  readonly file: string;
  readonly workload: string;
  /** Candidates that were judged. */
  readonly candidates: readonly Candidate[];
  readonly findings: readonly PlacedFinding[];
}

/** `workload.yaml:8:20`. */
export function placeText({ file }: Linted, { line, column }: PlacedFinding): string {
  return [file, line, column].filter((part) => part !== null).join(':');
}

/** The candidates that were judged, by title. */
export function judged({ candidates }: Linted): string {
  return candidates.length === 0 ? 'no candidate' : candidates.map((one) => one.title).join(', ');
}

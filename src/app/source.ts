import { WorkloadError, type Problem } from '../errors/errors.ts';

/** A text that somebody gave, under the name that messages use; or why there is none. */
export type Source =
  | { readonly file: string; readonly text: string }
  | {
      readonly file: string;
      /** Why it could not be read. */
      readonly problems: readonly Problem[];
    };

/**
 * The text of a source without which there is no answer.
 * @throws WorkloadError with the problems of one that could not be read.
 */
export function textOf(source: Source): string {
  if ('text' in source) return source.text;
  throw new WorkloadError(source.problems);
}

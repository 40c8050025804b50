import * as v from 'valibot';
import type { Problem } from '../errors/errors.ts';
import type { EditionId, PriceData } from '../pricebook/sheet.ts';

/** By what an answer goes: as the command line of the server says, and the day. */
export interface Ground {
  readonly prices: PriceData;
  readonly edition: EditionId;
  readonly asOf: string;
}

/** How much is asked for: of an answer that fits into the head of a reader, or all of it. */
export const DETAILS = ['short', 'full'] as const;
export type Detail = (typeof DETAILS)[number];

/** What a tool found. */
export interface Found {
  /** What the command of the same use prints with `--json`. */
  readonly document: object;
  /** Whether there is an answer at all, beside the mistakes. */
  readonly isAnswered: boolean;
  readonly problems: readonly Problem[];
  readonly remarks: readonly string[];
  /** The answer for people, as Markdown. */
  words(detail: Detail): Promise<string>;
}

/** A tool, as it is listed and as it answers. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly takes: v.ObjectEntries;
  /** Those fields of the document that the short answer has, under the same names. */
  readonly gives: v.ObjectEntries;
  answer(args: object, ground: Ground): Promise<Found>;
}

/** Holds what a tool works with against what it says that it takes. */
export function tool<const Takes extends v.ObjectEntries>(
  one: Omit<Tool, 'takes' | 'answer'> & {
    readonly takes: Takes;
    answer(args: v.InferOutput<v.StrictObjectSchema<Takes, undefined>>, ground: Ground): Promise<Found>;
  },
): Tool {
  return one;
}

import { UsageError } from '../../errors/errors.ts';
import type { Gate } from './gate.ts';

/** The words that `--fail-on` names. */
export function failuresOf<const T extends string>(text: string | undefined, known: readonly T[]): readonly T[] {
  const named = text === undefined ? [] : text.split(',').map((word) => word.trim());
  const unknown = named.find((word) => !known.includes(word as T));
  if (unknown === undefined) return named as T[];
  throw new UsageError(`--fail-on names "${unknown}"`, `it is a list of ${known.join(', ')}`, `--fail-on ${known.slice(0, 2).join(',')}`);
}

/** One thing that `--fail-on` may name, as it was found. */
export interface Found {
  readonly word: string;
  /** What it is, in a few words: a rule, or what is not there. */
  readonly what: string;
}

/** Whether something that `--fail-on` names was found in a workload; none without the option. */
export function failOnGate(named: readonly string[], workload: string, found: readonly Found[]): readonly Gate[] {
  if (named.length === 0) return [];
  const met = found.filter(({ word }) => named.includes(word));
  const held = { gate: '--fail-on', limit: named.join(','), value: [...new Set(met.map(({ word }) => word))].join(',') };
  if (met.length === 0) return [{ ...held, verdict: 'passed', says: null }];
  const [first, ...others] = met;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return [{ ...held, verdict: 'failed', says: `failed --fail-on ${first?.word ?? ''}: ${workload}: ${first?.what ?? ''}${more}.` }];
}

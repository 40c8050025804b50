import type { FeatureId } from './features.ts';
import type { Mistake } from './mistakes.ts';
import type { Workload } from './schema.ts';
import { askedFor } from './requirements.ts';
import { STREAMED } from './streaming.ts';

interface Denied {
  /** The field whose value denies the features, and that value, as one reads them. */
  readonly path: readonly [string, ...string[]];
  readonly value: string;
  readonly features: readonly FeatureId[];
  readonly because: string;
  readonly write: string;
  /** Whether the workload denies them there. */
  readonly holds: (workload: Workload) => boolean;
}

/** Fields that deny features by themselves, so that `yes` in `needs` contradicts them. */
const DENIED: readonly Denied[] = [
  {
    path: ['traffic', 'streaming'],
    value: 'no',
    features: STREAMED,
    because: 'a REST API has it only by streaming its responses',
    write: 'streaming: yes',
    holds: ({ traffic }) => traffic?.streaming === false,
  },
  {
    path: ['observability', 'executionLogs', 'level'],
    value: 'off',
    features: ['execution-logs'],
    because: 'no execution logs are written there',
    write: 'level: error',
    holds: ({ observability }) => observability?.executionLogs?.level === 'off',
  },
];

/** Mistakes of `needs`: a no where another section asks for the feature, or a yes where one denies it. */
export function* needsDenied(workload: Workload): Iterable<Mistake> {
  const { needs = {} } = workload;
  for (const { feature, field, deniable } of askedFor(workload)) {
    if (needs[feature] !== false || deniable) continue;
    yield {
      path: ['needs', feature],
      what: `needs.${feature} is no, and ${field} asks for it`,
      because: 'what a section states, or another need takes with it, is needed',
      write: `${feature}: yes`,
    };
  }
  for (const { path, value, features, because, write, holds } of DENIED) {
    const needed = features.find((feature) => needs[feature] === true);
    if (needed === undefined || !holds(workload)) continue;
    yield {
      path,
      what: `${path.join('.')} is ${value}, and needs.${needed} is yes`,
      because,
      write,
    };
  }
}

/** Replies that a person could give to a step, by number: every way out of a question, and values that are hard on a file. */
import { CACHE_SIZES } from '../../src/workload/field.ts';
import { describe } from '../../src/workload/describe.ts';
import type { Reply, Step } from '../../src/cli/wizard/state.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  name: ['my-api', 'null', '~', 'yes', 'a: b # c', '- x', '{a}', '"quoted\'', 'ünï 😀', '@at', '0x10', '<<', '*star', '1e3'],
  region: ['us-east-1', 'eu-central-1', 'sa-east-1', 'me-central-1'],
  'traffic.requests': ['100M/month', '0', '1', '38 rps', '2B/month', '1_000_000_000_000_000_000'],
  'cache.size': CACHE_SIZES.map((size) => `${size} GB`),
};

const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  rate: ['10/min', '0', '3/hour', '7 rps'],
  size: ['2 KB', '0 B', '700 KB', '3 MB', '12 MiB'],
  duration: ['120 ms', '40 s', '1 ms'],
  share: ['60%', '0', '100%', '0.333'],
  count: ['1000', '12', '3', '0.5'],
  memory: ['512 MB', '128', '10 GB'],
};

const values = (path: readonly string[], regions: readonly string[]): readonly string[] => {
  const { refuse } = describe(path);
  const named = VALUES[path.join('.')];
  const all = named ?? Object.values(BY_KIND).flat();
  return all.filter((text) => refuse(text) === null && (path[0] !== 'region' || regions.includes(text)));
};

/** Everything that may be replied to a step, where these Regions have prices. */
export function repliesTo(step: Step, regions: readonly string[]): readonly Reply[] {
  const unknown: Reply = { type: 'unknown' };
  switch (step.type) {
    case 'question':
      return [
        { type: 'no' },
        { type: 'no' },
        { type: 'no' },
        unknown,
        { type: 'yes' },
        ...(step.others > 0 ? [{ type: 'leave-open' } as const] : []),
      ];
    case 'which':
      return [
        ...step.features.map((one): Reply => ({ type: 'features', features: [one] })),
        { type: 'features', features: step.features },
        unknown,
      ];
    case 'kind':
      return [...step.kinds.map((kind): Reply => ({ type: 'kind', kind })), { type: 'none' }, unknown];
    case 'field':
      return [
        ...values(step.field.path, regions).map((text): Reply => ({ type: 'value', text })),
        ...(step.field.none === undefined ? [] : [{ type: 'none' } as const]),
        unknown,
      ];
  }
}

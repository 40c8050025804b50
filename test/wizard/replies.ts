/** Replies that a person could give to a step, by number: every way out of a question, and values that are hard on a file. */
import { byEnter, unknown } from '../../src/cli/wizard/flow.ts';
import { itemsOf, type Answer, type Answers, type Reply, type Step } from '../../src/cli/wizard/state.ts';
import { CACHE_SIZES } from '../../src/workload/field.ts';
import { describe } from '../../src/workload/describe.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  region: ['us-east-1', 'eu-central-1', 'sa-east-1', 'me-central-1'],
  'traffic.requests': ['100M/month', '0', '1', '38 rps', '2B/month', '1_000_000_000_000_000_000'],
  'cache.size': CACHE_SIZES.map((size) => `${size} GB`),
};

const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  rate: ['10/min', '0', '3/hour', '7 rps'],
  size: ['2 KB', '0 B', '700 KB', '3 MB', '12 MiB', '1,024 B'],
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

const all = (step: Step, answer: Answer): Answers => Object.fromEntries(itemsOf(step).map((item) => [item, answer]));

/** Everything that may be replied to a step, where these Regions have prices; the last says the least. */
export function repliesTo(step: Step, regions: readonly string[]): readonly Reply[] {
  switch (step.type) {
    case 'question':
    case 'topic': {
      const no = all(step, { type: 'no' });
      const yes = itemsOf(step).flatMap((item): Reply[] => [
        { ...no, [item]: { type: 'yes' } },
        { ...unknown(step), [item]: { type: 'yes' } },
      ]);
      return [no, no, no, unknown(step), ...yes, all(step, { type: 'yes' }), 'skip'];
    }
    case 'which':
      return [
        ...step.of.flatMap(({ question, features }) =>
          features.map((one): Reply => ({ ...unknown(step), [question.id]: { type: 'features', features: [one] } })),
        ),
        Object.fromEntries(step.of.map(({ question, features }) => [question.id, { type: 'features', features }])),
        unknown(step),
      ];
    case 'kind':
      return [...step.kinds.map((kind): Reply => all(step, { type: 'kind', kind })), all(step, { type: 'none' }), unknown(step)];
    case 'fields': {
      const first = step.paths[0]?.join('.') ?? '';
      const texts = values(step.paths[0] ?? [], regions).map((text, index): Reply => {
        const others = step.paths.slice(1).map((path): [string, Answer] => {
          const known = values(path, regions);
          return [path.join('.'), { type: 'value', text: known[index % known.length] ?? '', isExample: false }];
        });
        return { [first]: { type: 'value', text, isExample: false }, ...Object.fromEntries(others) };
      });
      const half: Reply = {
        ...unknown(step),
        [first]: { type: 'value', text: values(step.paths[0] ?? [], regions)[0] ?? '', isExample: false },
      };
      return [...texts, half, byEnter(step, {}), ...(step.field.none === undefined ? [] : [all(step, { type: 'none' })]), unknown(step)];
    }
  }
}

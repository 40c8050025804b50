/** What is tried: a file that was damaged, and the command line, or the call, that is to read it. */
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { ALL_SKUS } from '../../src/pricebook/skus.ts';
import { drafts } from '../properties/workloads.ts';
import { cut, cuts, type Cut } from './bytes.ts';
import type { Corpus, FileKind } from './corpus.ts';
import { edited, edits, type Edit } from './tree.ts';
import { keys, values } from './values.ts';

/** How a damaged file comes about, as plain data: from which, by which edits, written how, with which cuts. */
export interface Recipe {
  readonly from: number | object;
  readonly edits: readonly Edit[];
  readonly form: 'json' | 'block' | 'flow';
  readonly cuts: readonly Cut[];
}

/** One thing to try. `argv` names the damaged file; without it, the file is read by a call. */
export type Case =
  | { readonly by: 'call'; readonly file: 'workload' | 'sheet'; readonly recipe: Recipe }
  | { readonly by: 'command' | 'process'; readonly file: FileKind; readonly argv: readonly string[]; readonly recipe: Recipe }
  | { readonly by: 'argv'; readonly argv: readonly string[] };

const recipes = (of: FileKind): fc.Arbitrary<Recipe> =>
  fc.record({
    from:
      of === 'workload'
        ? fc.oneof(
            fc.nat({ max: 9999 }),
            drafts.map((draft) => ({ name: 'a', ...draft })),
          )
        : fc.nat({ max: 9999 }),
    edits: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 4, arbitrary: fc.array(edits, { minLength: 1, maxLength: 3 }) }),
    form: fc.constantFrom('json' as const, 'json' as const, 'json' as const, 'block' as const, 'flow' as const),
    cuts: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(cuts, { minLength: 1, maxLength: 3 }) }),
  });

/** The file of a recipe. */
export function bake({ from, edits: made, form, cuts: slashed }: Recipe, { originals, fields }: Corpus): Buffer {
  const base = typeof from === 'number' ? originals[from % originals.length] : undefined;
  const whole = base && made.length === 0 ? base.bytes : Buffer.from(render(edited(base?.tree ?? from, made, fields), form));
  return cut(
    whole,
    slashed,
    originals.map((one) => one.bytes),
  );
}

/** A tree as text; one that holds itself has no JSON. */
function render(tree: unknown, form: Recipe['form']): string {
  if (form !== 'json') return stringify(tree, form === 'flow' ? { collectionStyle: 'flow' } : {});
  try {
    return JSON.stringify(tree) ?? '';
  } catch {
    return stringify(tree);
  }
}

/** Where the damaged file lies, and the one beside it. */
export const NAMES: Readonly<Record<FileKind, string>> = {
  workload: 'set/w.yaml',
  manifest: 'manifest.yaml',
  budgets: 'budgets.yaml',
  contract: 'contract.yaml',
  answers: 'answers.yaml',
  estimate: 'earlier.json',
  report: 'earlier.json',
  sheet: 'prices/us-east-1.yaml',
  compiled: 'compiled/us-east-1.json',
  imported: 'mine/eu-west-2.yaml',
  offer: 'offer',
  template: 'templates/t.yaml',
  terraform: 'templates/main.tf',
};

const W = NAMES.workload;
const G = 'set/good.yaml';
const LINES: Readonly<Record<FileKind, readonly string[]>> = {
  workload: [
    `cost ${W} ${G} --json`,
    `cost ${W} --full`,
    `cost ${W} --format markdown --candidate rest+cache`,
    `cost ${G} ${W} --format csv`,
    `cost ${W} ${G} --pooled --allocation marginal --json`,
    `cost ${W} ${G} --pooled`,
    `cost ${W} ${G} --edition article --json`,
    `cost ${W} --region eu-west-1 --always-free on --free-tier legacy --json`,
    `cost ${W} --previous cost.json --fail-on-increase 10% --budget 500/month`,
    `recommend ${W} ${G} --json`,
    `recommend ${W}`,
    `recommend ${W} --format markdown --policy cheapest`,
    `recommend ${W} --edition article --fail-on no-fit,ask,blocker`,
    `throttle ${W} ${G} --json`,
    `throttle ${W} --seconds 5`,
    `throttle ${W} --format markdown`,
    `sweep ${W} --over requests=1M..1B --points 4`,
    `sweep ${W} --over requests=1M..1B --over response=1KB..1MB --points 3 --json`,
    `sweep ${W} --over requests=1M..1B --points 5 --format svg`,
    `sweep ${W} --over requests=1M..1B --points 5 --format html`,
    `diff ${W} ${G} ${W}`,
    `doctor ${W} ${G}`,
    `doctor ${W} --json`,
    `lint ${G} ${W} --json`,
    `lint ${W} --candidate all`,
    `lint ${W} --format markdown --fail-on blocker`,
    `lint ${W} --format sarif`,
    `lint ${W} ${G} --format junit`,
    `report ${W} ${G} --json`,
    `report set --json`,
    `report set`,
    `report set --full --group-by team`,
    `report ${G} --save out --month 2026-11`,
    `report set --format html`,
    `report set --format csv --allocation marginal`,
    `report ${W} --format xlsx`,
    `report set --format markdown --month 2026-11 --real-hours --as-of 2026-11-12`,
    `report set --previous report.json --month 2026-11 --json`,
    `report set --output out`,
    `diff ${W} ${G} --json`,
    `diff ${G} ${W} --format markdown`,
    `diff ${W} --to-region eu-west-1`,
    `diff cost.json ${W} --json`,
    `diff ${W} --from-edition article --to-edition aws`,
    `cost - --json`,
  ],
  manifest: ['report manifest.yaml --json', 'report --manifest manifest.yaml', `report manifest.yaml ${G} --format markdown`],
  budgets: [
    `report ${G} --budgets budgets.yaml --json`,
    `report ${G} --budgets budgets.yaml`,
    `report ${G} --budgets budgets.yaml --format html`,
  ],
  contract: [
    `cost ${G} --contract contract.yaml --cost contracted --json`,
    `cost ${G} --contract contract.yaml`,
    `report ${G} --contract contract.yaml --cost contracted --format csv`,
    'prices show lambda/requests --region us-east-1 --contract contract.yaml --cost contracted',
  ],
  answers: [
    'choose --answers answers.yaml',
    `choose --answers answers.yaml --from ${G} --force`,
    'choose --answers answers.yaml --output out.yaml --edition article --policy cheapest',
  ],
  estimate: [
    `diff earlier.json ${G} --json`,
    `diff ${G} earlier.json --format markdown`,
    `diff earlier.json earlier.json`,
    `cost ${G} --previous earlier.json --fail-on-increase 10% --json`,
    `diff earlier.json cost.json --json`,
  ],
  report: [
    `report ${G} --previous earlier.json --json`,
    `report ${G} --previous earlier.json --format markdown`,
    `report ${G} --previous earlier.json --previous report.json --format html`,
    `report ${G} --previous earlier.json --fail-on-increase 10%`,
    `report ${G} --previous earlier.json --output out`,
  ],
  template: [
    'scan templates --json',
    'scan templates/t.yaml --each',
    'scan templates --format markdown --requests 50M/month',
    'scan templates --format sarif --region eu-west-1',
    'scan templates/t.yaml --format junit --fail-on drop-in,caution',
    'scan templates --format csv --edition article',
    'scan templates/t.yaml --draft out --with set/good.yaml',
    'scan - --json',
  ],
  terraform: ['scan templates --json', 'scan templates/main.tf --each --requests 50M/month'],
  sheet: [`diff ${G} --prices-before prices --json`, `diff ${G} --prices-before prices`],
  imported: [
    `cost ${G} --region eu-west-2 --prices mine --json`,
    `recommend ${G} --region eu-west-2 --prices mine`,
    `diff ${G} --region eu-west-2 --prices-before mine --json`,
    'prices diff packaged mine --json',
    'prices show apigateway/http-requests --region eu-west-2 --prices mine',
  ],
  offer: [
    'prices import offer --output out --json',
    'prices import offer --output mine',
    'prices import offer --output out --older --format markdown',
    'prices verify offer --json',
    'prices verify offer',
  ],
  compiled: [
    `cost ${G} --json`,
    `cost ${G} --edition article`,
    `recommend ${G} --json`,
    `report ${G} --json`,
    `diff ${G} --prices-before compiled --json`,
    'prices list --region us-east-1 --json',
    'prices quote apigateway/http-requests 432M --region us-east-1 --json',
    'prices show lambda/requests --region us-east-1 --json',
  ],
};

const command = (of: FileKind, by: 'command' | 'process' = 'command') =>
  fc.record({
    by: fc.constant(by),
    file: fc.constant(of),
    argv: fc.constantFrom(...LINES[of]).map((line) => line.split(' ')),
    recipe: recipes(of),
  });

/** Any word on a command line. */
const words = fc.oneof(
  keys,
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
  fc.constantFrom(
    ...ALL_SKUS,
    'us-east-1',
    'eu-west-1',
    'rest+cache',
    'streaming',
    '10%',
    '500/month',
    '2026-11',
    '2026-11-12',
    'no-such-file.yaml',
  ),
);
const ASKED: readonly (readonly string[])[] = [
  'prices quote ? ? --region us-east-1 --json',
  'prices quote apigateway/http-requests ? --region us-east-1 --json',
  'prices quote cloudfront/https-requests ? --geography ? --json',
  'prices show ? --region ? --json',
  'prices list --region ? --json',
  'prices diff ? ? --json',
  'prices diff packaged ?',
  `cost ${G} --prices ?`,
  'explain ? --json',
  'explain ?',
  `cost ${G} --region ? --json`,
  `cost ${G} --budget ? --json`,
  `cost ${G} --hours-per-month ? --json`,
  `cost ${G} --candidate ?`,
  `cost ${G} --as-of ?`,
  `cost ${G} --previous cost.json --fail-on-increase ?`,
  `recommend ${G} --fail-on ? --json`,
  `lint ${G} --candidate ? --json`,
  `lint ${G} --fail-on ?`,
  'scan templates --fail-on ? --json',
  'scan templates --requests ? --region ?',
  'scan ?',
  `sweep ${G} --over ? --json`,
  `sweep ${G} --over requests=? --points ?`,
  `doctor ${G} --as-of ?`,
  'mcp --as-of ?',
  `throttle ${G} --seconds ? --json`,
  `report ${G} --month ? --as-of ? --json`,
  `report ? --json`,
  `report ${G} --budget ?`,
  `diff ${G} --candidate ? --to-region ?`,
  `diff ${G} ? --json`,
  'cost ? ?',
  'schema ?',
  'completion ?',
  'complete -- ?',
  'complete -- breakeven ? --over ?',
  'help ?',
  '? ?',
].map((line) => line.split(' '));

const asked = fc.record({
  by: fc.constant('argv' as const),
  argv: fc
    .tuple(fc.constantFrom(...ASKED), fc.array(words, { minLength: 3, maxLength: 3 }))
    .map(([line, said]) => line.map((word, index) => (word === '?' ? (said[index % said.length] as string) : word))),
});

export const cases: fc.Arbitrary<Case> = fc.oneof(
  {
    weight: 400,
    arbitrary: fc.record({ by: fc.constant('call' as const), file: fc.constant('workload' as const), recipe: recipes('workload') }),
  },
  { weight: 60, arbitrary: command('workload') },
  { weight: 10, arbitrary: command('manifest') },
  { weight: 10, arbitrary: command('budgets') },
  { weight: 10, arbitrary: command('contract') },
  { weight: 10, arbitrary: command('answers') },
  { weight: 12, arbitrary: command('estimate') },
  { weight: 12, arbitrary: command('report') },
  { weight: 2, arbitrary: fc.record({ by: fc.constant('call' as const), file: fc.constant('sheet' as const), recipe: recipes('sheet') }) },
  { weight: 1, arbitrary: command('sheet') },
  { weight: 20, arbitrary: command('template') },
  { weight: 6, arbitrary: command('terraform') },
  { weight: 4, arbitrary: command('compiled') },
  { weight: 4, arbitrary: command('imported') },
  { weight: 6, arbitrary: command('offer') },
  { weight: 12, arbitrary: asked },
  { weight: 1, arbitrary: command('workload', 'process') },
);

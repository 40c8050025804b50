// Workloads that were answered by hand before the program was asked, and in what the program answers otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { advise, type Recommendation } from '../../src/advise/advise.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { written } from '../../src/cli/formats/format.ts';
import { decimal, sum, type Decimal } from '../../src/money/decimal.ts';
import { recommendSections } from '../../src/render/recommend/sections.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

/** What somebody answered by hand. */
interface Expert {
  readonly outcome: 'pick' | 'contested' | 'ask' | 'no-fit';
  /** Candidates by their id, the first pick first; the rest could be signed too. */
  readonly picks: readonly string[] | { readonly requests: readonly string[]; readonly realtime: readonly string[] };
  readonly policy: Policy | 'both';
  readonly reasons: readonly string[];
  readonly risk: string;
  /** What the recommendation has to speak of, in lower case. */
  readonly mentions: readonly string[];
  /** A month of the first pick, as a whole or at least, and how it is calculated. */
  readonly dollars: { readonly sum?: string; readonly 'at-least'?: string; readonly by: readonly string[] };
  readonly doubt?: string;
}

export interface Verdict {
  readonly name: string;
  readonly about: string;
  readonly workload: Readonly<Record<string, unknown>>;
  readonly expert: Expert;
}

const here = fileURLToPath(new URL('.', import.meta.url));

export const VERDICTS: readonly Verdict[] = readdirSync(here)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ name: file.replace('.yaml', ''), ...(parse(readFileSync(`${here}${file}`, 'utf8')) as Omit<Verdict, 'name'>) }));

export function policiesOf({ expert }: Verdict): readonly Policy[] {
  return expert.policy === 'both' ? ['native-first', 'cheapest'] : [expert.policy];
}

/** In what the program differs from the answer by hand; empty where it agrees. */
export async function differences(verdict: Verdict, policy: Policy): Promise<readonly string[]> {
  const advice = advise(parseWorkload(stringify(verdict.workload), {}), awsBook, { policy });
  const { expert } = verdict;
  return [...outcome(advice, expert), ...picks(advice, expert), ...dollars(advice, expert), ...(await unsaid(advice, expert))];
}

function partsOf({ picks: by }: Expert): readonly (readonly string[])[] {
  return 'requests' in by ? [by.requests, by.realtime] : [by];
}

/** Where more than one answer could be signed, the program says so, or picks one of them. */
function outcome({ outcome: found, picks: [first] }: Recommendation, expert: Expert): readonly string[] {
  const meant = expert.outcome === 'contested' ? 'pick' : expert.outcome;
  const id = first?.advised.candidate.id ?? 'none';
  const settled = expert.outcome !== 'contested' || first?.contested !== null || partsOf(expert)[0]?.includes(id) === true;
  return found === meant && settled ? [] : [`the outcome is ${found}, not ${expert.outcome}`];
}

function picks(advice: Recommendation, expert: Expert): readonly string[] {
  if (expert.outcome === 'no-fit') return [];
  const found = advice.picks.map(({ advised }) => advised.candidate.id);
  const wrong = partsOf(expert).flatMap((part, index) => {
    const id = found[index];
    const signed = expert.outcome === 'contested' ? part : part.slice(0, 1);
    return id !== undefined && signed.includes(id) ? [] : [`it picks ${id ?? 'nothing'}, not ${signed.join(' or ')}`];
  });
  return wrong;
}

/** What the expert's own first pick costs, for the figure is about that. */
function dollars({ candidates }: Recommendation, expert: Expert): readonly string[] {
  if (expert.outcome === 'no-fit') return [];
  const parts = 'requests' in expert.picks ? (['requests', 'realtime'] as const) : ([null] as const);
  const estimates = partsOf(expert).flatMap(([id], index) => {
    const carries = parts[index] ?? null;
    const found = candidates.find(({ candidate }) => candidate.id === id && (carries === null || candidate.carries === carries));
    return found ? [found.estimate] : [];
  });
  const total = sum(estimates.map(({ listCost }) => listCost));
  const exact = estimates.every(({ bound }) => bound === 'exact');
  const meant = expert.dollars.sum ?? expert.dollars['at-least'] ?? '';
  const said = `${exact ? '' : 'at least '}$${cents(total)}, not ${expert.dollars.sum === undefined ? 'at least ' : ''}$${meant}`;
  if (expert.dollars.sum === undefined) return total.gte(meant) || cents(total) === meant ? [] : [said];
  return exact && cents(total) === meant ? [] : [said];
}

function cents(amount: Decimal): string {
  return decimal(amount.toFixed()).toFixed(2);
}

async function unsaid(advice: Recommendation, { mentions }: Expert): Promise<readonly string[]> {
  const text = (await written('', recommendSections(advice))).replaceAll('\\', '').toLowerCase();
  return mentions.filter((one) => !text.includes(one)).map((one) => `it does not speak of "${one}"`);
}

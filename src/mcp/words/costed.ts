import type { CostAnswer, CostResult } from '../../app/cost/cost.ts';
import type { RecommendAnswer } from '../../app/recommend/recommend.ts';
import { priceAge } from '../../app/staleness.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { beside, costScreen } from '../../render/answer/cost-screen.ts';
import type { Section } from '../../render/section.ts';
import type { Detail } from '../tool.ts';
import { written } from './written.ts';

interface Answers<Result> {
  readonly results: readonly Result[];
  readonly asOf: string | null;
}

export async function recommended(said: RecommendAnswer, detail: Detail): Promise<string> {
  const { recommendScreen } = await import('../../render/answer/recommend-screen.ts');
  return pagesOf(said, detail, ({ costed }, age) => recommendScreen(costed, age, false));
}

export async function priced(said: CostAnswer, detail: Detail): Promise<string> {
  return pagesOf(said, detail, ({ costed }, age) => costScreen(costed, age, false));
}

/** The verdict, and what the budget buys; of several workloads, a screen each. */
export async function budgeted(said: CostAnswer, detail: Detail): Promise<string> {
  const { volumesScreen } = await import('../../render/answer/volumes-screen.ts');
  const verdicts = said.gates.map(
    ({ verdict, value, limit }) =>
      `**${verdict.replaceAll('-', ' ')}**: ${formatMoney(decimal(value))} a month, of ${formatMoney(decimal(limit))}\n`,
  );
  const pages = await pagesOf(said, detail, ({ costed, volumes }, age) =>
    volumes === null ? costScreen(costed, age, false) : volumesScreen(costed, volumes, age, false),
  );
  return [...verdicts, pages].join('\n');
}

async function pagesOf<Result extends CostResult>(
  { results, asOf }: Answers<Result>,
  detail: Detail,
  screen: (one: Result, age: PriceAge) => readonly Section[],
): Promise<string> {
  const pages = results.map(async (one) => {
    const { costed } = one;
    const title = { title: costed.estimate.workload, beside: beside(costed) };
    const short = screen(one, priceAge(costed.estimate.pricesPublished, asOf));
    if (detail === 'short') return written(title, short);
    const { PART_NAMES, partsOf } = await import('../../render/recommend/sections.ts');
    return written(title, [...short, ...partsOf(await one.reasons(), PART_NAMES)]);
  });
  return (await Promise.all(pages)).join('\n');
}

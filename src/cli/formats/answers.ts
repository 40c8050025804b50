import type { Recommendation } from '../../advise/advise.ts';
import type { Costed } from '../../advise/costed.ts';
import type { CostResult } from '../../app/cost/cost.ts';
import type { PriceAge } from '../../documents/summary.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import type { Section } from '../../render/section.ts';
import type { Ports } from '../ports.ts';
import { screenOf } from './format.ts';

/** What more of an answer is asked for; alike on every command that gives one. */
export interface Detail {
  readonly why?: true;
  readonly rows?: true;
  readonly limits?: true;
  readonly assumptions?: true;
  readonly full?: true;
  /** Also candidates that cannot serve the workload. */
  readonly all?: true;
  /** Every one of several workloads. */
  readonly each?: true;
}

interface Answers<Result extends CostResult> {
  readonly results: readonly Result[];
  readonly asOf: string | null;
  readonly agreement: Agreement | null;
}

/** How a command shows one workload on a screen. */
type Shown<Result extends CostResult> = (one: Result, age: PriceAge, all: boolean) => Promise<readonly Section[]>;

/** Answers for a terminal: each on a screen of its own with the parts that are asked for, or several as a line each. */
export async function drawAnswers<Result extends CostResult>(
  { results, asOf, agreement }: Answers<Result>,
  shown: Shown<Result>,
  detail: Detail & { readonly color: boolean },
  ports: Ports,
): Promise<string> {
  const [{ drawSections }, screen] = await Promise.all([import('../../render/section.ts'), screenOf(ports, detail)]);
  if (isList(results, detail))
    return drawSections(
      '',
      await several(
        results.map((one) => one.costed),
        agreement,
      ),
      screen,
    );
  const drawn = results.map(async (one) => {
    const sections = await sectionsOf(one, asOf, shown, detail);
    return drawSections(await titleOf(one.costed), sections, screen);
  });
  return (await Promise.all(drawn)).join('\n');
}

/** The same as Markdown, with all parts folded away. */
export async function writeAnswers<Result extends CostResult>(
  { results, asOf, agreement }: Answers<Result>,
  shown: Shown<Result>,
  detail: Detail,
): Promise<string> {
  const { writeSections, writeFolded } = await import('../../render/section.ts');
  if (isList(results, detail))
    return writeSections(
      'Workloads',
      await several(
        results.map((one) => one.costed),
        agreement,
      ),
    );
  const written = results.map(async (one) => {
    const short = writeSections(await titleOf(one.costed), await sectionsOf(one, asOf, shown, { ...detail, full: undefined }));
    const [{ PART_NAMES, partsOf }, advice] = await parts(one);
    const folded = PART_NAMES.map((name) => {
      const sections = partsOf(advice, [name]);
      return sections.length === 0 ? '' : `\n${writeFolded(FOLDED[name], sections)}`;
    });
    return `${short}${folded.join('')}`;
  });
  return (await Promise.all(written)).join('\n');
}

const FOLDED = {
  why: 'Why, and what would change it',
  rows: 'Row by row',
  limits: 'Latency, quotas and throttling',
  assumptions: 'Assumptions and what is not priced',
} as const;

function isList(results: readonly CostResult[], { each, why, rows, limits, assumptions, full }: Detail): boolean {
  return results.length > 1 && ![each, why, rows, limits, assumptions, full].includes(true);
}

async function sectionsOf<Result extends CostResult>(
  one: Result,
  asOf: string | null,
  shown: Shown<Result>,
  detail: Omit<Detail, 'full'> & { readonly full?: true | undefined },
): Promise<readonly Section[]> {
  if (detail.full) {
    const [{ recommendSections }, advice] = await parts(one);
    return recommendSections(advice);
  }
  const { priceAge } = await import('../../app/staleness.ts');
  const short = await shown(one, priceAge(one.costed.estimate.pricesPublished, asOf), detail.all === true);
  const asked = (['why', 'rows', 'limits', 'assumptions'] as const).filter((name) => detail[name]);
  if (asked.length === 0) return short;
  const [{ partsOf }, advice] = await parts(one);
  return [...short, ...partsOf(advice, asked)];
}

async function parts(one: CostResult): Promise<[typeof import('../../render/recommend/sections.ts'), Recommendation]> {
  return Promise.all([import('../../render/recommend/sections.ts'), one.reasons()]);
}

async function several(costs: readonly Costed[], agreement: Agreement | null): Promise<readonly Section[]> {
  const [{ severalSections }, { saidTogether }] = await Promise.all([
    import('../../render/answer/several.ts'),
    import('../../app/cost/summary.ts'),
  ]);
  return severalSections(costs, saidTogether(costs), agreement);
}

async function titleOf(costed: Costed) {
  const { beside } = await import('../../render/answer/cost-screen.ts');
  return { title: costed.estimate.workload, beside: beside(costed) };
}

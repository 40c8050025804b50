import { importedWords, published } from '../../estimate/disclose.ts';
import type { Side } from './side.ts';

/** A field that differs. Null where it is not said. */
export interface InputChange {
  /** Dotted path of the workload file, or the name of what else decides how it is priced. */
  readonly field: string;
  readonly before: string | null;
  readonly now: string | null;
}

/**
 * What differs between the inputs of two sides, field by field: what decides prices and counting first, then the fields
 * of the file in its order. Of a file that is not known, only the former.
 */
export function inputChanges(before: Side, now: Side): readonly InputChange[] {
  const [was, is] = [settings(framed(before)), settings(framed(now))];
  const frame = Object.keys(was).map((field) => ({ field, before: was[field] ?? null, now: is[field] ?? null }));
  const [file, later] = [fields(before.input), fields(now.input)];
  const both = before.workload !== null && now.workload !== null;
  const paths = both ? [...new Set([...later.keys(), ...file.keys()])] : [];
  return [
    ...frame,
    ...paths
      .filter((path) => !SETTLED.includes(path))
      .map((field) => ({ field, before: file.get(field) ?? null, now: later.get(field) ?? null })),
  ].filter((one) => one.before !== one.now);
}

/** A field that is not the same in all of several scenarios. */
export interface ScenarioInput {
  readonly field: string;
  /** Of each scenario, in their order; null where it is not stated. */
  readonly values: readonly (string | null)[];
}

/** What frames a price, and what stands in the file. */
export interface Framed extends Pick<Side, 'input' | 'region' | 'book' | 'hoursPerMonth' | 'alwaysFree' | 'freeTier'> {
  /** Which they are, in words. */
  readonly prices: string;
}

/** The prices of the package, and what is laid over them. */
export const installed = (dates: Parameters<typeof importedWords>[0]): string => `installed${importedWords(dates)}`;

const framed = (side: Side): Framed => ({
  ...side,
  prices: side.pricesOf ?? installed(published(side.candidates.flatMap((one) => one.rows))),
});

/** What differs between the inputs of several scenarios, in the order of `inputChanges`. */
export function scenarioInputs(sides: readonly Framed[]): readonly ScenarioInput[] {
  const all = sides.map((side) => {
    const stated = [...fields(side.input)].filter(([field]) => !SETTLED.includes(field));
    return new Map([...Object.entries(settings(side)), ...stated]);
  });
  return [...new Set(all.flatMap((one) => [...one.keys()]))]
    .map((field) => ({ field, values: all.map((one) => one.get(field) ?? null) }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** Fields of the file that options may override; what holds is among the settings. */
const SETTLED: readonly string[] = ['region', 'hoursPerMonth', 'alwaysFree', 'freeTier'];

function settings({ region, book, prices, hoursPerMonth, alwaysFree, freeTier }: Omit<Framed, 'input'>): Readonly<Record<string, string>> {
  return {
    region,
    edition: book.edition.id,
    prices,
    hoursPerMonth: hoursPerMonth.toFixed(),
    bytesPerKB: book.edition.bytesPerKB.toFixed(),
    alwaysFree: alwaysFree ? 'yes' : 'no',
    freeTier,
  };
}

/** Every value of plain data under its path: `traffic.sizes[0].share`. */
function fields(data: unknown, path = ''): ReadonlyMap<string, string> {
  if (Array.isArray(data)) return new Map(data.flatMap((value: unknown, index) => [...fields(value, `${path}[${index}]`)]));
  if (typeof data === 'object' && data !== null)
    return new Map(Object.entries(data).flatMap(([key, value]) => [...fields(value, path === '' ? key : `${path}.${key}`)]));
  return data === null || data === undefined ? new Map() : new Map([[path, String(data)]]);
}

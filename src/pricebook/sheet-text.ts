import type { RawRate, RegionSheet, SourceSheet } from './sheet.ts';

/** Sheets as YAML, in the form in which they are read; every text is quoted, whatever it holds. */

const HEAD = "# Written by `apigw-advisor prices import`, which also changes it. AWS's prices: US dollars for one unit.\n";
const quoted = (text: string) => JSON.stringify(text);
const fields = (of: object) => Object.entries(of).map(([key, text]) => `${key}: ${quoted(String(text))}`);
const lines = (indent: number, ...texts: readonly string[]) => texts.map((text) => `${' '.repeat(indent)}${text}\n`).join('');

type Rates = Readonly<Record<string, RawRate>>;

export function sourcesText(sources: SourceSheet): string {
  const one = ([id, source]: [string, SourceSheet[string]]) => lines(0, `${quoted(id)}:`) + lines(2, ...fields(source));
  return HEAD + Object.entries(sources).map(one).join('');
}

export function regionText(region: string, location: string, rates: Rates, unavailable: RegionSheet['unavailable'] = {}): string {
  const head = lines(0, `region: ${quoted(region)}`, `location: ${quoted(location)}`, 'currency: USD');
  return HEAD + head + ratesText(0, rates) + unavailableText(unavailable);
}

function unavailableText(reasons: RegionSheet['unavailable']): string {
  if (Object.keys(reasons).length === 0) return '';
  const one = ([sku, why]: [string, RegionSheet['unavailable'][string]]) =>
    `${sku}: ${typeof why === 'string' ? quoted(why) : `{ notPublished: ${quoted(why.notPublished)} }`}`;
  return lines(0, 'unavailable:') + lines(2, ...Object.entries(reasons).map(one));
}

/** Geographies by id, with the Regions that lie in each. */
export function cloudfrontText(
  geographies: Readonly<Record<string, { readonly title: string; readonly regions: readonly string[]; readonly rates: Rates }>>,
  worldwide: { readonly title: string; readonly rates: Rates },
): string {
  const one = ([id, { title, regions, rates }]: [string, (typeof geographies)[string]]) =>
    lines(2, `${quoted(id)}:`) + lines(4, `title: ${quoted(title)}`, `regions: [${regions.map(quoted).join(', ')}]`) + ratesText(4, rates);
  return (
    HEAD +
    lines(0, 'currency: USD', 'geographies:') +
    Object.entries(geographies).map(one).join('') +
    lines(0, 'worldwide:') +
    lines(2, `title: ${quoted(worldwide.title)}`) +
    ratesText(2, worldwide.rates)
  );
}

function ratesText(indent: number, rates: Rates): string {
  if (Object.keys(rates).length === 0) return lines(indent, 'rates: {}');
  const one = ([sku, { tiers, ...rate }]: [string, RawRate]) =>
    lines(indent + 2, `${sku}:`) +
    lines(indent + 4, ...fields(rate), 'tiers:') +
    lines(indent + 6, ...tiers.map((tier) => `- { ${fields(tier).join(', ')} }`));
  return lines(indent, 'rates:') + Object.entries(rates).map(one).join('');
}

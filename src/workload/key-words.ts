import { MILLISECONDS, MULTIPLIERS, PERCENT, PERIOD_NAMES, RATE_NAMES, SIZE_NAMES } from './unit-words.ts';

/** A key as the word that it comes down to, in every way that it may be read, and the unit that it names. */
export interface KeyWords {
  /** The whole of it first, then without words that say nothing, and without units. */
  readonly readings: readonly string[];
  /** Whether it says no more than that it is an amount. */
  readonly isFiller: boolean;
  /** What belongs after the value: `ms`, `KB`, `%`, `M/month`; empty where the key says none. */
  readonly unit: string;
}

/** Words beside which a name means the same. */
const FILLERS = new Set(
  `a an and all approx approximate average avg be config configuration count default each enable enabled estimated expected has have in
  is keep mean my need needs no num number of option options our per properties require required requires s setting settings spec
  support supported the to total type typical use used uses using value want wants with`.split(/\s+/),
);

/** Words for the amount of what stands around them. */
const AMOUNTS = new Set(['amount', 'average', 'avg', 'count', 'expected', 'mean', 'number', 'size', 'total', 'typical', 'value']);

/** Of one letter, a unit could be anything. */
const isUnit = (word: string, units: ReadonlyMap<string, unknown>) => word.length > 1 && units.has(word);

/** `AvgRequestSizeKB` as `averagerequestsizekb`, `requestsize` and so on, with the unit `KB`. */
export function keyWords(key: string): KeyWords {
  const words = wordsOf(key);
  const { rest, unit } = withoutUnits(words);
  const said = (some: readonly string[]) => some.filter((word) => !FILLERS.has(word));
  const readings = [words, said(words), rest, said(rest)].map(joined).filter((one) => one !== '');
  // Only a unit, such as `rps`, names what has it.
  return { readings: [...new Set(readings)], unit, isFiller: rest.every((word) => AMOUNTS.has(word)) };
}

/** A name as the words that all its spellings come down to: whole, and without words that say nothing. */
export function plainNames(name: string): readonly string[] {
  const words = wordsOf(name);
  const said = words.filter((word) => !FILLERS.has(word));
  // One word that is left of several says too little.
  return [...new Set([words, ...(said.length > 1 ? [said] : [])].map(joined))].filter((one) => one !== '');
}

/** Shorter than this, the end of a key says too little by itself. */
const LEAST = 8;

/** The ends of a key that are long enough to be names: `throttlingRateLimit` of `apiThrottlingRateLimit`. */
export function shorterReadings(key: string): readonly string[] {
  const words = withoutUnits(wordsOf(key)).rest.filter((word) => !FILLERS.has(word));
  return [1, 2, 3].map((from) => joined(words.slice(from))).filter((one) => one.length >= LEAST);
}

function wordsOf(key: string): readonly string[] {
  return key
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

function joined(words: readonly string[]): string {
  return singular(words.map(singular).join(''));
}

/** `mtls` and `mTLS` come down to the same: the whole is shortened as its parts are. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutUnits(words: readonly string[]): { readonly rest: readonly string[]; readonly unit: string } {
  let [multiplier, period, unit] = ['', '', ''];
  const rest: string[] = [];
  for (const [index, word] of words.entries()) {
    const afterPer = words[index - 1] === 'per';
    const isLast = index === words.length - 1;
    if (afterPer && PERIOD_NAMES.has(word)) period = PERIOD_NAMES.get(word) ?? '';
    else if (afterPer && word === 'request') continue;
    else if (RATE_NAMES.has(word)) period = RATE_NAMES.get(word) ?? '';
    else if (isUnit(word, MULTIPLIERS)) multiplier = { '1e3': 'K', '1e6': 'M', '1e9': 'B' }[MULTIPLIERS.get(word) ?? ''] ?? word;
    else if (PERCENT.includes(word) || word === 'percentage') unit = '%';
    else if (isUnit(word, MILLISECONDS) && (isLast || words[index - 1] === 'in')) unit = word;
    else if (isUnit(word, SIZE_NAMES) && isLast) unit = SIZE_NAMES.get(word) ?? '';
    else if (word !== 'per') rest.push(word);
  }
  return { rest, unit: unit || `${multiplier}${period === '' ? '' : `/${period}`}` };
}

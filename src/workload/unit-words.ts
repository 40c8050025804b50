/** The words that people write after a number, in lower case where the case says nothing. */

const PERIODS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

const SIZE_UNITS = ['B', 'kB', 'KB', 'MB', 'GB', 'KiB', 'MiB', 'GiB'] as const;
export type SizeUnit = (typeof SIZE_UNITS)[number];

/** Each word of a line of words, with what it stands for. */
function named<T>(lines: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(lines.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)));
}

export const MULTIPLIERS = named([
  ['1', ''],
  ['1e3', 'k thousand'],
  ['1e6', 'm mn mio million millions'],
  ['1e9', 'b bn g billion billions'],
  ['1e12', 't tn trillion'],
]);

export const PERIOD_NAMES = named<Period>([
  ['second', 's sec secs second seconds'],
  ['minute', 'min mins minute minutes'],
  ['hour', 'h hr hrs hour hours'],
  ['day', 'd day days'],
  ['week', 'w wk week weeks'],
  ['month', 'mo mth month months'],
  ['year', 'y yr yrs year years'],
]);

/** Words for a rate that name their period themselves. */
export const RATE_NAMES = named<Period>([
  ['second', 'rps tps qps'],
  ['minute', 'rpm tpm qpm'],
  ['hour', 'hourly'],
  ['day', 'daily'],
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['year', 'yearly annually'],
]);

/** What a rate is a rate of: the field says it already, so that a word for it changes nothing. */
export const COUNTED_NAMES =
  'r req reqs request requests call calls invocation invocations hit hits transaction transactions query queries event events message messages msg msgs connection connections trace traces'.split(
    ' ',
  );

/** Milliseconds of each unit of time. `M` could be a month, so that a minute is `m` in small letters only. */
export const MILLISECONDS = named([
  ['0.001', 'us µs'],
  ['1', 'ms msec msecs milli millis millisecond milliseconds'],
  ['1000', 's sec secs second seconds'],
  ['60000', 'm min mins minute minutes'],
  ['3600000', 'h hr hrs hour hours'],
  ['86400000', 'd day days'],
  ['604800000', 'w wk week weeks'],
  ['31536000000', 'y yr year years'],
]);

/** Units that mean what they say, in this case of letters. */
export const EXACT_SIZES: ReadonlyMap<string, SizeUnit> = new Map(SIZE_UNITS.map((unit) => [unit, unit]));

/** Units in any other case. `kb` could be kilobits, or 1,000 bytes: whoever reads one says so. */
export const SIZE_NAMES = named<SizeUnit>([
  ['B', 'b byte bytes'],
  ['KB', 'k kb kbyte kbytes kilobyte kilobytes'],
  ['MB', 'm mb mbyte mbytes megabyte megabytes'],
  ['GB', 'g gb gbyte gbytes gigabyte gigabytes'],
  ['KiB', 'ki kib kibibyte kibibytes'],
  ['MiB', 'mi mib mebibyte mebibytes'],
  ['GiB', 'gi gib gibibyte gibibytes'],
]);

/** What each kind of quantity looks like, for editors that check a file by its JSON Schema. The readers are stricter. */
export const PATTERNS = {
  count: () => pattern(`(${anyCase(MULTIPLIERS.keys())})?`),
  rate: () =>
    pattern(
      `(${anyCase(MULTIPLIERS.keys())})?\\s*(${anyCase(COUNTED_NAMES)})?\\s*((/|[Pp][Ee][Rr]|[Aa][Nn]?)[ -]?\\s*(${anyCase(PERIOD_NAMES.keys())})|${anyCase(RATE_NAMES.keys())})?`,
    ),
  size: () => pattern(`(${anyCase(SIZE_NAMES.keys())})?`),
  duration: () => `^(\\s*${FIGURE}\\s*(${anyCase(MILLISECONDS.keys())}))+\\s*$`,
  share: () => pattern(`(%|${anyCase(PERCENT)})?`),
  money: () =>
    `^\\s*([Uu][Ss][Dd]?)?\\s*\\$?\\s*${FIGURE}\\s*(${anyCase(MULTIPLIERS.keys())})?\\s*(\\$|[Uu][Ss][Dd]|[Dd][Oo][Ll][Ll][Aa][Rr][Ss]?)?\\s*((/|[Pp][Ee][Rr]|[Aa])\\s*[Mm][Oo]([Nn][Tt][Hh])?)?\\s*$`,
  memory: () => pattern(`(${anyCase([...SIZE_NAMES.keys()].filter((word) => /^[mg]/.test(word)))})?`),
} as const;
export type QuantityKind = keyof typeof PATTERNS;

export const PERCENT = ['percent', 'pct'];

const FIGURE = '(\\d[\\d_,]*)?(\\.\\d+)?([eE][+-]?\\d{1,3})?';

function pattern(unit: string): string {
  return `^\\s*${FIGURE}\\s*${unit}\\s*$`;
}

/** Words as a pattern, each letter in both cases: JSON Schema has no flag for that. */
function anyCase(words: Iterable<string>): string {
  return [...words]
    .filter(Boolean)
    .map((word) => word.replaceAll(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`))
    .join('|');
}

import type { Promised } from './promised.ts';

/** Who holds the promise: a document is printed and read by others, an input is written by others. */
export type Side = 'document' | 'input';

export interface Recorded {
  readonly side: Side;
  /** Of a document its schemaVersion, of an input the major version of the package: a break moves it. */
  readonly version: number;
  readonly promised: Promised;
}

const BETWEEN = '  ';

/** A line for each field, `!` where it is always there, below its parent by one more space. */
export function written({ side, version, promised }: Recorded): string {
  const lines = [...promised].map(([path, { required, kinds, limits }]) => {
    const shown = [...kinds, ...(side === 'input' ? limits.map((one) => `(${one})`) : [])].toSorted();
    if (shown.some((one) => one.includes(BETWEEN))) throw new Error(`${path} has a value with two spaces`);
    const steps = stepsOf(path);
    return `${' '.repeat(steps.length)}${steps.at(-1) ?? '.'}${required ? '!' : ''}${BETWEEN}${shown.join(BETWEEN)}`;
  });
  return `${side} ${version}\n${lines.join('\n')}\n`;
}

export function readRecord(text: string): Recorded {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const [side, version] = head.split(' ');
  const above: string[] = [];
  const promised = lines.map((line) => {
    const depth = line.search(/\S/);
    const [name = '', ...shown] = line.trim().split(BETWEEN);
    above.length = depth;
    const step = name.replace(/!$/, '');
    if (depth > 0) above[depth - 1] = step;
    const kinds = shown.filter((one) => !/^\(.*\)$/.test(one));
    const limits = shown.filter((one) => !kinds.includes(one)).map((one) => one.slice(1, -1));
    return [above.slice(0, depth).join(''), { required: name.endsWith('!'), kinds, limits }] as const;
  });
  return { side: side as Side, version: Number(version), promised: new Map(promised) };
}

/** `results[].summary` as `results`, `[]` and `.summary`. */
function stepsOf(path: string): readonly string[] {
  return path.match(/\[\]|\([^)]*\)\.[^.[(]+|\.?[^.[(]+/g) ?? [];
}

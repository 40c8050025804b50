// What a terminal shows, as SVG: sharp at any size, its text can be selected, light by day and dark by night.

const WIDTH = 8;
const HEIGHT = 18;
const EDGE = 14;

const STYLE = `text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1f2328;white-space:pre}
rect{fill:#f6f8fa;stroke:#d1d9e0}.b{font-weight:700}.d{opacity:.65}.g{fill:#1a7f37}.w{fill:#9a6700}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#0d1117;stroke:#3d444d}.g{fill:#3fb950}.w{fill:#d29922}}`;

/** The class that each way to paint begins, and those that end it; src/cli/paint.ts uses no other. */
const BEGINS: Readonly<Record<string, string>> = { 1: 'b', 2: 'd', 32: 'g', 33: 'w' };
const ENDS: Readonly<Record<string, string>> = { 22: 'bd', 39: 'gw' };

export function terminalPicture(title: string, printed: string): string {
  const lines = printed.trimEnd().split('\n');
  const columns = Math.max(...lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, '').length));
  const [width, height] = [columns * WIDTH + 2 * EDGE, lines.length * HEIGHT + 2 * EDGE];
  const texts = lines.flatMap((line, row) => runsOf(line).map((run) => textOf(run, EDGE + (row + 0.75) * HEIGHT)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:space="preserve">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...texts,
    '</svg>\n',
  ].join('\n');
}

interface Run {
  readonly column: number;
  readonly text: string;
  readonly classes: string;
}

/** Parts of a line that are painted alike, without the spaces around them. */
function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  let [classes, column] = ['', 0];
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      const text = part.trim();
      if (text !== '') runs.push({ column: column + part.length - part.trimStart().length, text, classes });
      column += part.length;
    } else if (BEGINS[code] !== undefined) classes += BEGINS[code];
    else if (ENDS[code] !== undefined) classes = [...classes].filter((one) => !ENDS[code]?.includes(one)).join('');
    else throw new Error(`a terminal paints with ${code}, and its picture cannot`);
  }
  return runs;
}

function textOf({ column, text, classes }: Run, y: number): string {
  const painted = classes === '' ? '' : ` class="${[...classes].join(' ')}"`;
  return `<text x="${EDGE + column * WIDTH}" y="${y}" textLength="${text.length * WIDTH}"${painted}>${escaped(text)}</text>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

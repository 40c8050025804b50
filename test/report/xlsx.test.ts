// The workbook as another program reads it: unpacked, and each sheet's cells as they stand in its XML.
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookText } from '../../src/export/xlsx/text.ts';
import { workbook } from '../../src/export/xlsx/workbook.ts';
import { ROOT, run } from '../run.ts';

const folder = `${ROOT}test/golden/report-attention`;
const argv = [
  'report',
  'workloads',
  '--month',
  '2026-11',
  '--as-of',
  '2026-11-13',
  '--budgets',
  'budgets.yaml',
  '--previous',
  'october.json',
];

async function written(...more: readonly string[]): Promise<Uint8Array> {
  const ran = await run([...argv, ...more], { folder });
  const [bytes] = ran.bytes.values();
  if (bytes === undefined) throw new Error(`no bytes, but ${ran.stderr}`);
  return bytes;
}

/** The sheets of a workbook by name, each as its cells: a number, or the text that stands there. */
function sheetsOf(archive: Uint8Array): ReadonlyMap<string, readonly (readonly (string | number)[])[]> {
  const files = unzipSync(archive);
  const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const plainText = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  const strings = [...xml('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(([, text = '']) => plainText(text));
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => plainText(name));
  return new Map(
    names.map((name, index) => {
      const rows = [...xml(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<row.*?<\/row>/gs)].map(([row]) => {
        const cells: (string | number)[] = [];
        for (const [, column = '', attributes = '', value = ''] of row.matchAll(
          /<c r="([A-Z])\d+"([^>]*)>(?:<f>[^<]*<\/f>)?<v>(.*?)<\/v>/gs,
        ))
          cells[column.charCodeAt(0) - 65] = attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value);
        return Array.from(cells, (cell) => cell ?? '');
      });
      return [name, rows];
    }),
  );
}

test('there is a sheet for the answer and for each section', async () => {
  const sheets = sheetsOf(await written('--format', 'xlsx'));
  expect([...sheets.keys()]).toMatchInlineSnapshot(`
    [
      "Summary",
      "Why it moved",
      "Top movers",
      "Month by month",
      "Budgets",
      "By team",
      "By environment",
      "By account",
      "By Region",
      "By API type",
      "By AWS service",
      "Workloads",
      "What would cost less",
      "Quotas near their limit",
      "Findings",
      "Lower bounds",
      "Not priced",
      "Assumed",
      "Line items",
    ]
  `);
});

test('amounts are numbers with all their digits, which add up', async () => {
  const sheets = sheetsOf(await written('--format', 'xlsx'));
  const amounts = (name: string, head: string) => {
    const [heads = [], ...rows] = sheets.get(name) ?? [];
    const items = rows.at(-1)?.[0] === 'All' ? rows.slice(0, -1) : rows;
    return items.map((row) => row[heads.indexOf(head)]).filter((one) => typeof one === 'number');
  };
  const total = (name: string, head: string) => amounts(name, head).reduce((sum, one) => sum + one, 0);
  expect(amounts('Workloads', 'A month')).toHaveLength(3);
  expect(sheets.get('Summary')?.[1]?.[1]).toBeCloseTo(total('Workloads', 'A month'), 9);
  expect(total('By team', 'A month')).toBeCloseTo(total('Workloads', 'A month'), 9);
  expect(total('Line items', 'Cost')).toBeCloseTo(total('Workloads', 'A month'), 9);
});

test('heads filter, sort and stand on every page; a page is as wide as the sheet', async () => {
  const files = unzipSync(await written('--format', 'xlsx'));
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
  for (const [index, name] of names.entries()) {
    const xml = text(`xl/worksheets/sheet${index + 1}.xml`);
    expect(xml).toMatch(
      /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<sheetData>.*<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/s,
    );
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, cell]) => cell);
    const [, area] = /<autoFilter ref="A1:([A-Z]\d+)"\/>/.exec(xml) ?? [];
    if (name === 'Summary') expect(area).toBeUndefined();
    else {
      const [, last = '', rows = ''] = /([A-Z])(\d+)/.exec(area ?? '') ?? [];
      expect(cells).toContain(`${last}1`);
      expect(cells).not.toContain(`${String.fromCharCode(last.charCodeAt(0) + 1)}1`);
      // What all add up to stands below, and is neither filtered nor sorted with them.
      const below = name !== 'Why it moved' && xml.includes('<f>') ? 1 : 0;
      expect(xml.match(/<row /g)).toHaveLength(Number(rows) + below);
      expect(text('xl/workbook.xml')).toContain(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`,
      );
      // Without this name LibreOffice shows no filter.
      expect(text('xl/workbook.xml')).toContain(
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}">'${name}'!$A$1:$${last}$${rows}</definedName>`,
      );
    }
  }
});

/** Every cell of a sheet by its name, with its formula. */
function cellsOf(
  archive: Uint8Array,
): ReadonlyMap<string, ReadonlyMap<string, { readonly formula: string | null; readonly value: string }>> {
  const files = unzipSync(archive);
  return new Map(
    [...sheetsOf(archive).keys()].map((name, index) => {
      const xml = strFromU8(files[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
      // A text is a number of the list of texts, and nothing to add.
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"(?![^>]*t="s")[^>]*>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v>/g)];
      return [name, new Map(cells.map(([, at = '', formula, value = '']) => [at, { formula: formula ?? null, value }]))];
    }),
  );
}

test.each([[['--allocation', 'proportional']], [['--allocation', 'marginal', '--group-by', 'team', '--group-by', 'environment']]])(
  'whatever adds up is a formula, and comes to what stands in its cell: %j',
  async (more) => {
    const sheets = cellsOf(await written('--format', 'xlsx', ...more));
    const cellAt = (sheet: string, at: string) => Number(sheets.get(sheet)?.get(at)?.value ?? '0');
    const computed = [...sheets].flatMap(([sheet, cells]) =>
      [...cells].flatMap(([at, { formula, value }]) => {
        if (formula === null) return [];
        const [, column = '', first, last] = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula) ?? [];
        const [, other = '', foot = ''] = /^'(.*)'!(.*)$/.exec(formula) ?? [];
        const rows = Array.from({ length: Number(last) - Number(first) + 1 || 0 }, (_, index) => `${column}${Number(first) + index}`);
        const result = other === '' ? rows.reduce((sum, one) => sum + cellAt(sheet, one), 0) : cellAt(other, foot);
        expect([sheet, at, result.toFixed(9)]).toEqual([sheet, at, Number(value).toFixed(9)]);
        return [`${sheet} ${formula}`];
      }),
    );
    for (const sheet of ['Summary', 'Why it moved', 'By team', 'Workloads', 'What would cost less', 'Line items'])
      expect(computed.some((one) => one.startsWith(sheet))).toBe(true);
  },
);

test('totals and shares are those that the page prints', async () => {
  const archive = await written('--format', 'xlsx');
  const { stdout } = await run([...argv, '--full'], { folder, columns: 200 });
  const dollarsOf = (amount: number) => `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  const sheets = sheetsOf(archive);
  expect(stdout).toContain(`${dollarsOf(Number(sheets.get('Summary')?.[1]?.[1]))} a month for 3 workloads.`);
  // 99.3%, 0.6% and 0.2%, each with as many places.
  const styles = strFromU8(unzipSync(archive)['xl/styles.xml'] ?? new Uint8Array());
  expect(styles).toContain('#,##0.0%');
  const shares = sheets.get('By team')?.map((row) => row.at(-1));
  expect(shares?.slice(1, 4).map((share) => `${(Number(share) * 100).toFixed(1)}%`)).toEqual(['99.3%', '0.6%', '0.2%']);
  expect(shares?.at(-1)).toBeCloseTo(1, 12);
});

test('a unit price is a number, and long text is not cut off', async () => {
  const archive = await written('--format', 'xlsx');
  const lines = sheetsOf(archive).get('Line items') ?? [];
  expect(lines[0]).toContain('Unit price');
  expect(lines.flat()).toContain(0.0000035);
  const files = unzipSync(archive);
  const savings = strFromU8(files['xl/worksheets/sheet13.xml'] ?? new Uint8Array());
  expect(savings).toMatch(/<row r="2" ht="\d+" customHeight="1">/);
});

test('a lower bound is a number that says so', async () => {
  const files = unzipSync(await written('--format', 'xlsx'));
  expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('≥ $');
});

test('hostile names are text: no formula, no control character', async () => {
  const archive = await written('--format', 'xlsx');
  const files = unzipSync(archive);
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join('\n');
  expect(all).not.toMatch(/[\u0000-\u0008\u000b-\u001f]|<script|<img/);
  const formulas = [...all.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, formula = '']) => formula);
  expect(formulas.filter((one) => !/^(?:SUM\([A-Z]+\d+:[A-Z]+\d+\)|'(?:Workloads|What would cost less)'![A-Z]+\d+)$/.test(one))).toEqual(
    [],
  );
  const texts = [...sheetsOf(archive).values()].flat(2).filter((cell) => typeof cell === 'string');
  expect(texts.filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
  expect(texts.some((text) => text.startsWith('media\\u001b[2J <script>'))).toBe(true);
});

test('the same report gives the same bytes, wherever and whenever it is written', async () => {
  const zone = process.env['TZ'];
  const first = await written('--format', 'xlsx');
  process.env['TZ'] = 'Pacific/Kiritimati';
  const second = await written('--output', 'reports/november.xlsx');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(Buffer.compare(first, second)).toBe(0);
});

test('a workbook does not go to a screen', async () => {
  const ran = await run([...argv, '--format', 'xlsx'], { folder, terminal: true });
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toContain('--output report.xlsx');
  expect(ran.exitCode).toBe(2);
});

test('a file has the format of its ending, which --format may not contradict', async () => {
  const markdown = await run([...argv, '--output', 'november.md'], { folder });
  expect([...markdown.written.keys()]).toEqual(['november.md']);
  expect(markdown.written.get('november.md')).toContain('## API costs');
  const contradicted = await run([...argv, '--output', 'november.md', '--format', 'xlsx'], { folder });
  expect(contradicted.stderr).toContain('a file has one format');
  expect(contradicted.written.size).toBe(0);
});

test('a folder that cannot be written to is a mistake of the command line, not a fault of ours', async () => {
  const ran = await run([...argv, '--output', 'reports'], { folder, refuses: { reports: 'EACCES' } });
  expect(ran.stderr).toContain('reports cannot be written');
  expect(ran.exitCode).toBe(2);
});

test('a cell holds as much as Excel lets it, and no half of a sign', () => {
  expect(workbookText('x'.repeat(40_000))).toHaveLength(32_767);
  expect(workbookText(`${'x'.repeat(32_765)}\u{1f600}\u{1f600}`)).toBe(`${'x'.repeat(32_765)}…`);
});

/** A text as Excel reads it from a workbook: it stands among the texts, so it is neither a number, nor an error, nor a formula. */
async function readBack(text: string): Promise<string | undefined> {
  const sheets = [{ name: "Bob's", heads: [{ head: 'Name' }], rows: [[{ type: 'text' as const, text }]] }];
  const xml = strFromU8(unzipSync(await workbook(sheets))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<c r="A2" t="s"/);
  const cell = sheetsOf(await workbook(sheets)).get("Bob's")?.[1]?.[0];
  return typeof cell === 'string'
    ? cell.replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : undefined;
}

test.each([
  'constructor',
  '__proto__',
  'toString',
  'nothing\ufffd',
  '_x003D_1',
  '12',
  'TRUE',
  ' spaced ',
  '#VALUE!',
  '#REF!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#DIV/0!',
  '#NUM!',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
])('a workload may be called %s', async (name) => {
  expect(await readBack(name)).toBe(name);
});

test('columns beyond Z filter too, and a quote in the name of a sheet stays one', async () => {
  const heads = Array.from({ length: 30 }, (_, index) => ({ head: `Head ${index + 1}` }));
  const files = unzipSync(await workbook([{ name: "Bob's", heads, rows: [] }]));
  expect(strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('<autoFilter ref="A1:AD1"/>');
  expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain("'Bob''s'!$A$1:$AD$1</definedName>");
});

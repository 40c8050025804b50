// What a stranger wrote stays text in every format of every command. A run with dangerous texts is read by a parser of its
// format, and must be what a run with plain words is, word for text: the same elements, in the same places, and in them
// exactly the text that was written.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { hiddenSigns, isPlainText } from '../../src/documents/visible.ts';
import { ROOT, run, type Ran } from '../run.ts';
import { DANGEROUS_TEXTS } from './dangerous-texts.ts';
import { readMarkdown, READERS, type Format } from './readers.ts';

// A verb is a pure function of texts and options: it is worked out once, and its answer is written in every format.
const { once } = vi.hoisted(() => {
  type Verb = (...given: readonly unknown[]) => Promise<unknown>;
  const isList = (value: unknown): value is Iterable<unknown> => typeof value === 'object' && value !== null && Symbol.iterator in value;
  return {
    async once(name: string, original: () => Promise<unknown>): Promise<object> {
      const module = (await original()) as Record<string, Verb>;
      const verb = module[name] as Verb;
      const known = new Map<string, Promise<unknown>>();
      const remembered: Verb = (...given) => {
        const args = given.map((one) => (isList(one) ? [...one] : one));
        // Everything but the format and, last, the prices.
        const key = JSON.stringify(args.slice(0, -1), (field, value: unknown) => (field === 'format' ? undefined : value));
        const answer = known.get(key) ?? verb(...args);
        known.set(key, answer);
        return answer;
      };
      return { ...module, [name]: remembered };
    },
  };
});
vi.mock('../../src/app/cost/cost.ts', (original) => once('cost', original));
vi.mock('../../src/app/recommend/recommend.ts', (original) => once('recommend', original));
vi.mock('../../src/app/throttle/throttle.ts', (original) => once('throttle', original));
vi.mock('../../src/app/lint/lint.ts', (original) => once('lint', original));
vi.mock('../../src/app/scan/scan.ts', (original) => once('scan', original));
vi.mock('../../src/app/diff/diff.ts', (original) => once('diff', original));
vi.mock('../../src/app/report/report.ts', (original) => once('report', original));

const TEXTS = Object.values(DANGEROUS_TEXTS).flat();
/** A report shows the first fifteen rows of a table. */
const AT_A_TIME = 15;

const chunks = Array.from({ length: Math.ceil(TEXTS.length / AT_A_TIME) }, (_, index) =>
  TEXTS.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME),
);

/** A word that no format makes anything of, in the place of a text. */
const wordOf = (index: number) => `Plain${index}word`;

/** A workload in which a text stands wherever one may stand; with limits to play, which takes its time, where asked. */
function workload(text: string, index: number, { keyed, limited }: { readonly keyed: boolean; readonly limited: boolean }): string {
  const limits = { methods: [{ name: text, share: '10%', rate: '5 rps', burst: '10' }] };
  const fields = {
    name: text,
    region: 'us-east-1',
    account: text,
    payer: text,
    inUse: 'rest',
    tags: { team: text, environment: text, ...(keyed ? { [text]: text } : {}) },
    traffic: { requests: `${50 - index}M/month`, peak: '90 rps', request: '2 KB', response: '5 KB', largestResponse: '20 MB' },
    backend: { lambda: { memory: '256 MB', duration: '45 s' } },
    ...(limited ? { throttling: limits } : {}),
    observability: { accessLogs: { bytes: '500 B', holds: [text] } },
  };
  // A field a line, so that the places of fields do not depend on the text.
  return JSON.stringify(fields, null, 1);
}

/** A template in which a text stands wherever one may stand. */
function template(text: string): string {
  const api = { Ref: 'Api' };
  const Resources = {
    Api: { Type: 'AWS::ApiGateway::RestApi', Condition: text, Properties: { Name: text, Policy: text } },
    Path: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { RestApiId: api, ParentId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] }, PathPart: text },
    },
    Method: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: api,
        ResourceId: { Ref: 'Path' },
        HttpMethod: 'GET',
        ApiKeyRequired: true,
        Integration: { Type: 'MOCK', Uri: text },
      },
    },
    Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: api, StageName: text, TracingEnabled: { Ref: text } } },
    Plan: {
      Type: 'AWS::ApiGateway::UsagePlan',
      Properties: { UsagePlanName: text, Quota: { Limit: 5, Period: 'DAY' }, ApiStages: [{ ApiId: api, Stage: text }] },
    },
  };
  return JSON.stringify({ Resources }, null, 1);
}

/** A folder with a workload and a template for each text, and budgets for them. */
function folderOf(texts: readonly string[], keyed: readonly boolean[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content.replaceAll('\ufffd', '\\ufffd'));
  for (const [index, text] of texts.entries()) {
    const named = keyed[index] === true;
    write(`${index}.yaml`, workload(text, index, { keyed: named, limited: false }));
    write(`template-${index}.yaml`, template(text));
    write(`limited-${index}.yaml`, workload(text, index, { keyed: named, limited: true }));
  }
  write('budgets.yaml', JSON.stringify({ budgets: texts.map((text) => ({ tags: { team: text }, monthly: '1B/month' })) }));
  return folder;
}

type Case = readonly [string, (files: readonly string[]) => readonly (readonly string[])[], readonly Format[]];

const REPORT = ['--month', '2026-11', '--as-of', '2026-11-13'];
const CASES: readonly Case[] = [
  ['cost', (files) => [['cost', ...files]], ['table', 'markdown', 'csv', 'json']],
  ['cost --pooled', (files) => [['cost', ...files, '--pooled']], ['table', 'markdown', 'json']],
  ['recommend', (files) => [['recommend', ...files]], ['table', 'markdown', 'json']],
  ['throttle', (files) => [['throttle', ...files.map((file) => `limited-${file}`)]], ['table', 'markdown', 'json']],
  ['lint', (files) => [['lint', ...files, '--candidate', 'all']], ['table', 'markdown', 'json', 'sarif', 'junit']],
  [
    'scan',
    (files) => [['scan', ...files.map((file) => `template-${file}`), '--each']],
    ['table', 'markdown', 'csv', 'json', 'sarif', 'junit'],
  ],
  [
    'diff',
    (files) => files.flatMap((file, index) => (index % 2 === 0 ? [['diff', files[index - 1] ?? files.at(-1) ?? '', file]] : [])),
    ['table', 'markdown', 'json'],
  ],
  ['diff of more than two', (files) => [['diff', ...files]], ['table', 'markdown', 'json']],
  [
    'sweep',
    (files) => files.map((file) => ['sweep', file, '--over', 'requests=1M..1B', '--points', '2', '--candidate', 'rest']),
    ['table', 'markdown', 'csv', 'json'],
  ],
  [
    'report',
    (files) => [['report', ...files, ...REPORT, '--budgets', 'budgets.yaml', '--full']],
    ['table', 'markdown', 'csv', 'json', 'html', 'xlsx'],
  ],
  ['report in brief', (files) => [['report', ...files, ...REPORT]], ['table']],
];

const runs = (argv: readonly string[], format: Format, folder: string) =>
  run([...argv, '--format', format], { folder, columns: 900, env: { LANG: 'C.UTF-8' } });

const files = chunks.map((texts) => {
  const names = texts.map((_, index) => `${index}.yaml`);
  // Names of the prototype are no names of tags.
  const keyed = texts.map((text) => !(text in {}));
  const words = texts.map((_, index) => wordOf(index));
  return { texts, keyed, names, dangerous: folderOf(texts, keyed), plain: folderOf(words, keyed) };
});

/** Nothing on either stream that a terminal or the log of a pipeline obeys. */
function checkStreams({ stdout, stderr }: Ran): void {
  for (const text of [stdout, stderr]) {
    expect(isPlainText(text) ? [] : (text.match(hiddenSigns()) ?? []).filter((sign) => sign !== '\n')).toEqual([]);
    expect(text).not.toMatch(/##\w*\[|^\s*::[a-z]/m);
  }
}

/** Whether `::error` is shown or parted depends on what stands before it. */
const unlogged = (value: unknown) => JSON.stringify(value).replaceAll('\\\\u003a:', '::');

/** The same with texts in the place of words. */
function withTexts(value: unknown, texts: readonly string[]): unknown {
  if (typeof value === 'string') return value.replace(/Plain(\d+)word/g, (_, index: string) => texts[Number(index)] ?? '');
  if (Array.isArray(value)) return value.map((one) => withTexts(one, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [withTexts(key, texts), withTexts(one, texts)]));
}

describe.each(CASES)('%s', (_, commands, formats) => {
  test.each(formats)('as %s', { timeout: 120_000 }, async (format) => {
    const { read, shown } = READERS[format];
    const known = new Map<string, unknown>();
    for (const { texts, keyed, names, dangerous, plain } of files)
      for (const argv of commands(names)) {
        const ran = await runs(argv, format, dangerous);
        checkStreams(ran);
        expect(ran.exitCode, ran.stderr).toBe(0);
        // The words are the same each time, but for what no tag is called.
        const key = `${argv.join(' ')} ${keyed.join(' ')}`;
        const expected = known.get(key) ?? read(await runs(argv, format, plain));
        known.set(key, expected);
        const [found, wanted] = [unlogged(read(ran)), unlogged(withTexts(expected, texts.map(shown)))];
        // To compare them part by part takes longer than all the rest, and is of use where they differ.
        if (found !== wanted) expect(JSON.parse(found)).toEqual(JSON.parse(wanted));
      }
  });
});

/** Files that say nothing right, each under the name of a text, as far as a file may have it. */
function mistakenFiles(): { readonly folder: string; readonly named: readonly { readonly text: string; readonly file: string }[] } {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
  const named = TEXTS.map((text) => ({ text, file: `./${text.replace(/[/\0]/g, '')}.yaml` }));
  for (const { text, file } of named) {
    const fields = { name: 'a', region: text, [`${text}?`]: 1, traffic: { requests: text } };
    writeFileSync(join(folder, file), JSON.stringify(fields, null, 1).replaceAll('\ufffd', '\\ufffd'));
  }
  return { folder, named };
}

describe('files with mistakes, and their names', () => {
  const { folder, named } = mistakenFiles();
  const good = join(ROOT, 'examples', 'catalogue.yaml');

  test.each<readonly [string, readonly string[], readonly string[], Format]>([
    ['lint as json', ['lint'], [], 'json'],
    ['lint as sarif', ['lint'], [], 'sarif'],
    ['lint as junit', ['lint'], [], 'junit'],
    ['recommend as json', ['recommend'], [], 'json'],
    ['report as table', ['report', good], REPORT, 'table'],
    ['report as markdown', ['report', good], REPORT, 'markdown'],
    ['report as json', ['report', good], REPORT, 'json'],
    ['report as html', ['report', good], REPORT, 'html'],
    ['report as xlsx', ['report', good], REPORT, 'xlsx'],
  ])('%s', async (_, command, options, format) => {
    // A report takes signs of a pattern in a name for one.
    const files = command[0] === 'report' ? named.filter(({ file }) => !/[*?{}[\]()!+@|\\]/.test(file)) : named;
    const ran = await run([...command, ...files.map(({ file }) => file), ...options, '--format', format], { folder, columns: 900 });
    checkStreams(ran);
    expect(ran.exitCode).toBe(3);
    const printed = JSON.stringify(READERS[format].read(ran));
    const told = ['json', 'sarif', 'junit'].includes(format) ? files : [];
    for (const { text } of told) expect(printed).toContain(JSON.stringify(READERS[format].shown(text)).slice(1, -1));
  });

  test('a page of code scanning finds a file by its address, whatever it is called', async () => {
    const { stdout } = await run(['lint', ...named.map(({ file }) => file), '--format', 'sarif'], { folder });
    const found = [...stdout.matchAll(/"uri": "([^"]*)"/g)].map(([, uri = '']) => uri);
    for (const uri of found) expect(new URL(uri, 'file:///folder/').href).toBe(`file:///folder/${uri}`);
    expect(new Set(found.map((uri) => decodeURIComponent(uri)))).toEqual(
      new Set(named.map(({ file }) => file.slice(2).replace(/\p{Surrogate}/gu, '\ufffd'))),
    );
  });
});

test('words of the command line are shown, not obeyed', async () => {
  for (const text of TEXTS) {
    const argvs = [
      [`--${text}`],
      ['cost', `--x${text}`],
      ['cost', text],
      ['explain', text],
      ['prices', 'quote', text, text],
      ['cost', '--region', text],
    ];
    for (const argv of argvs)
      checkStreams(await run([...argv, 'a.yaml'], { folder: tmpdir(), refuses: { [text]: 'ENOENT', 'a.yaml': 'ENOENT' } }));
  }
});

test('of what we say ourselves GitHub makes nothing either: no formula of two amounts, no emoji of a place in a file', () => {
  const golden = join(ROOT, 'test', 'golden');
  const transcripts = readdirSync(golden)
    .map((name) => join(golden, name, 'expected.md'))
    .filter((file) => file.includes('markdown') || file.includes('hostile'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^stdout:\n\n````\n(#.*?)\n````$/gms)].map(([, markdown = '']) => markdown));
  expect(transcripts.length).toBeGreaterThan(4);
  for (const markdown of transcripts) readMarkdown(markdown);
});

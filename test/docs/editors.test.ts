// What an editor shows in a workload file: the language server that VS Code, Neovim and others use, with the schema of the package.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { getLanguageService } from 'yaml-language-server';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fields } from '../../src/app/explain/field-page.ts';
import { exampleOf, wordsOf } from '../../src/workload/field-words.ts';
import { FEATURES } from '../../src/workload/features.ts';
import { ROOT } from '../run.ts';

const ADDRESS = 'https://unpkg.com/apigw-advisor/schema/';
const MODELINE = `# yaml-language-server: $schema=${ADDRESS}workload.schema.json\n`;

const service = getLanguageService({
  // An editor fetches this once; here it is read.
  schemaRequestService: async (uri) => {
    if (!uri.startsWith(ADDRESS)) throw new Error(`${uri} is not asked for`);
    return readFileSync(`${ROOT}schema/${uri.slice(ADDRESS.length)}`, 'utf8');
  },
  workspaceContext: { resolveRelativePath: (path) => path },
});
service.configure({ validate: true, hover: true, completion: true, customTags: [], yamlVersion: '1.2', hoverSchemaSource: false });

let version = 0;
/** @param text with `|` where the cursor stands. */
function opened(text: string) {
  const at = text.indexOf('|');
  version += 1;
  const document = TextDocument.create('file:///workload.yaml', 'yaml', version, MODELINE + text.replace('|', ''));
  return { document, position: document.positionAt(MODELINE.length + at) };
}

async function hover(text: string): Promise<string> {
  const { document, position } = opened(text);
  const contents = (await service.doHover(document, position))?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

async function completions(text: string) {
  const { document, position } = opened(text);
  const { items } = await service.doComplete(document, position, false);
  return items.map(({ label, insertText, documentation }) => ({
    label,
    insert: insertText ?? '',
    says: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
  }));
}

async function mistakes(text: string): Promise<readonly string[]> {
  const { document } = opened(`${text}|`);
  return (await service.doValidation(document, false)).map(({ message }) => (typeof message === 'string' ? message : message.value));
}

/** A file in which a line stands where a field is: `waf.ruleGroups[].rules` in an entry of a list. */
function fileWith(path: string, line: (key: string) => string): string {
  const keys = path.split('.');
  let indent = '';
  const lines = keys.map((written, index) => {
    const key = written.replace('[]', '');
    const isEntry = keys[index - 1]?.endsWith('[]') === true;
    const here = `${indent}${isEntry ? '- ' : ''}${index === keys.length - 1 ? line(key) : `${key}:`}`;
    indent += isEntry ? '    ' : '  ';
    return here;
  });
  return path === 'name' ? lines.join('\n') : `name: my-api\n${lines.join('\n')}`;
}

const keyOf = (path: string) => path.split('.').at(-1) ?? '';
const sectionOf = (path: string) => path.split('.').slice(0, -1).join('.');
/** Without marks. */
const plainly = (text: string) => text.replaceAll(/[\\`*\s]+/g, ' ').trim();

test('every field has a text under the cursor', async () => {
  const silent: string[] = [];
  for (const { id, title } of fields()) {
    const text = await hover(fileWith(id, (key) => `${key.slice(0, 1)}|${key.slice(1)}:`));
    if (title.length < 5 || !plainly(text).includes(plainly(title))) silent.push(`${id}: ${text}`);
  }
  expect(silent).toEqual([]);
});

test('every field stands among the completions of its section, with its text', async () => {
  const sections = new Map<string, Awaited<ReturnType<typeof completions>>>();
  const lacking: string[] = [];
  for (const { id, title } of fields()) {
    const section = sectionOf(id);
    if (!sections.has(section)) sections.set(section, await completions(id === 'name' ? '|' : fileWith(id, () => '|')));
    const found = sections.get(section)?.find((one) => one.label === keyOf(id));
    // `name` is in each of these files already.
    const isThere = id === 'name' || (found !== undefined && plainly(found.says).includes(plainly(title)) && found.insert.startsWith(`${keyOf(id)}:`));
    if (!isThere) lacking.push(`${id}: ${JSON.stringify(found)}`);
  }
  expect(lacking).toEqual([]);
});

test('every choice of a field is offered, and of a quantity its example', async () => {
  const lacking: string[] = [];
  for (const { id, schema } of fields()) {
    const words = wordsOf(schema);
    const example = exampleOf(schema);
    const wanted = words.length > 0 ? words : example === '' ? [] : [example];
    if (wanted.length === 0) continue;
    const offered = (await completions(fileWith(id, (key) => `${key}: |`))).map(({ label }) => label.replaceAll('"', ''));
    if (id !== 'name' && wanted.some((one) => !offered.includes(one))) lacking.push(`${id}: ${wanted.join()}, not ${offered.join()}`);
  }
  expect(lacking).toEqual([]);
});

test('every feature has its name and its meaning', async () => {
  const offered = await completions('name: a\nneeds:\n  |');
  for (const [id, { name, description }] of Object.entries(FEATURES)) {
    const found = offered.find((one) => one.label === id);
    expect([found?.insert, found?.says]).toEqual([`${id}: `, expect.stringContaining(name)]);
    expect(plainly(await hover(`name: a\nneeds:\n  ${id.slice(0, 2)}|${id.slice(2)}: yes`))).toContain(plainly(description));
  }
});

test('Regions that have prices are offered', async () => {
  expect((await completions('name: a\nregion: |')).map(({ label }) => label)).toContain('eu-west-1');
});

const START = 'name: a\nregion: us-east-1\n';
test.each([
  ['trafic: { requests: 1M }', 'Property trafic is not allowed.'],
  ['waf: { rule: 3 }', 'Property rule is not allowed.'],
  ['needs: { websokets: yes }', 'Property websokets is not allowed.'],
  ['needs: { response-cache: perhaps }', 'It is yes or no.'],
  ['traffic: { requests: a lot }', 'It is so many in a period, such as 100M/month or 500 rps.'],
  ['traffic: { requests: -1 }', 'Value is below the minimum of 0.'],
  ['traffic: { requests: 1M, response: 5 KBit }', 'It is a size, such as 5 KB.'],
  ['edge: { hitRatio: 120% }', 'It is a share, such as 60%.'],
  ['edge: { hitRatio: 100.5% }', 'It is a share, such as 60%.'],
  ['edge: { hitRatio: 1.2 }', 'Value is above the maximum of 1.'],
  ['backend: { lambda: { memory: 512 MB } }', 'Missing property "duration".'],
  ['backend: { lambda: { memory: lots, duration: 120 ms } }', 'It is memory, such as 512 MB.'],
  ['freeTier: all', 'Value is not accepted. Valid values: "none", "legacy", "credits".'],
])('%s is marked', async (line, message) => {
  expect(await mistakes(START + line)).toEqual([message]);
});

test('a Region without prices is marked', async () => {
  expect(await mistakes('name: a\nregion: us-esat-1')).toEqual(['It is the code of a Region that has prices, such as us-east-1.']);
});

const examples = readdirSync(`${ROOT}examples`).filter((name) => name.endsWith('.yaml'));
test.each(examples)('nothing in %s is marked', async (name) => {
  const text = readFileSync(`${ROOT}examples/${name}`, 'utf8').replace(/^# yaml-language-server:.*\n/, '');
  expect(await mistakes(text)).toEqual([]);
});

test('a contract is explained and marked too', async () => {
  const line = `# yaml-language-server: $schema=${ADDRESS}contract.schema.json`;
  const text = readFileSync(`${ROOT}examples/contract/contract.yaml`, 'utf8');
  expect(text.split('\n')[0]).toBe(line);
  const at = async (content: string) => {
    version += 1;
    const document = TextDocument.create('file:///contract.yaml', 'yaml', version, content);
    return { document, mistakes: await service.doValidation(document, false) };
  };
  expect((await at(text)).mistakes).toEqual([]);
  const { document, mistakes: found } = await at(`${line}\nvalidity: 2026\ndiscounts: []\n`);
  expect(found.map(({ message }) => message)).toContain('Property validity is not allowed.');
  const told = await service.doHover(document, { line: 2, character: 3 });
  expect(JSON.stringify(told?.contents)).toContain('Percent off');
});

test.each(['hitRatio: 100%', 'hitRatio: 100.0 %', 'hitRatio: 0.6', 'hitRatio: 60 percent', 'hitRatio: 99.99%', 'hitRatio: 1'])(
  '%s is a share',
  async (line) => {
    expect(await mistakes(`${START}edge: { ${line} }`)).toEqual([]);
  },
);

test('routes are a number or a list of them', async () => {
  expect(await mistakes(`${START}routes: 45`)).toEqual([]);
  expect(await mistakes(`${START}routes: [{ method: GET, path: /orders }]`)).toEqual([]);
  expect((await completions(`${START}routes:\n  - |`)).map(({ label }) => label)).toContain('method');
});

const guide = readFileSync(`${ROOT}docs/editors.md`, 'utf8');
const entry = JSON.parse(/```json\n(\{\n {2}"name"[^]*?)```/.exec(guide)?.[1] ?? '{}') as Readonly<Record<string, unknown>>;

// Its form: https://json.schemastore.org/schema-catalog.json (2026-11-30).
test('the entry for SchemaStore has the form of its catalog, and the address of the schema', () => {
  expect(Object.keys(entry).toSorted()).toEqual(['description', 'fileMatch', 'name', 'url']);
  const { $id } = JSON.parse(readFileSync(`${ROOT}schema/workload.schema.json`, 'utf8')) as { $id: string };
  expect(entry['url']).toBe($id);
  expect($id).toMatch(/^https:\/\//);
  expect(MODELINE).toContain($id);
  expect(guide).toContain(MODELINE);
});

test('it is for files of our name, and for nobody else’s', async () => {
  service.configure({ hover: true, schemas: [{ uri: String(entry['url']), fileMatch: entry['fileMatch'] as string[] }] });
  const explained = async (name: string) => {
    version += 1;
    const document = TextDocument.create(`file:///project/${name}`, 'yaml', version, 'name: a\nregion: us-east-1\n');
    return (await service.doHover(document, document.positionAt(10))) !== null;
  };
  const ours = ['orders.apigw.yaml', 'workloads/orders.apigw.yml'];
  const others = ['apigw.yaml', 'workload.yaml', 'template.yaml', 'serverless.yml', 'openapi.yaml', 'docker-compose.yml', 'values.yaml', 'apigw.yaml.txt', 'my-apigw.yaml', '.github/workflows/apigw.yml', 'orders.apigw.yaml.bak'];
  const told = await Promise.all([...ours, ...others].map(async (name) => [name, await explained(name)]));
  expect(told).toEqual([...ours.map((name) => [name, true]), ...others.map((name) => [name, false])]);
});

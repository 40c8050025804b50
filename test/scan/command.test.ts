import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { besideOf } from '../../src/cli/files/beside.ts';
import { realPorts } from '../../src/cli/ports.ts';
import { ROOT, run } from '../run.ts';

const api = (id: string, body = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  ${id}:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
${body}  ${id}Function:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      Events:
        Get: { Type: Api, Properties: { Path: /, Method: get, RestApiId: !Ref ${id} } }
`;

const BODY = `openapi: 3.0.1
paths:
  /:
    get:
      x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: 'https://example.com/' }
`;

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

interface Answer {
  readonly totals: { readonly templates: number; readonly apis: number };
  readonly results: readonly { readonly id: string; readonly file: string; readonly summary: { readonly verdict: string } }[];
}

async function scanned(folder: string, ...words: readonly string[]) {
  const ran = await run(['scan', ...words, '--json'], { folder });
  return { ...ran, answer: JSON.parse(ran.stdout) as Answer };
}

const FOLDER = folderOf({
  'a/template.yaml': api('First'),
  'b/deep/er/app.json': JSON.stringify({ Resources: { Second: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'second' } } } }),
  'node_modules/x/template.yaml': api('Dependency'),
  '.aws-sam/build/template.yaml': api('Built'),
  'notes.yaml': 'of: ApiGateway, but no template\n',
  'notes.md': api('Told'),
});

test('folders are walked, but not what is hidden or installed; what is no template is passed over', async () => {
  const { answer, exitCode, stderr } = await scanned(FOLDER, '.');
  expect(answer.results.map(({ id, file }) => `${id} ${file}`)).toEqual(['First ./a/template.yaml', 'Second ./b/deep/er/app.json']);
  expect({ exitCode, stderr, templates: answer.totals.templates }).toEqual({ exitCode: 0, stderr: '', templates: 2 });
});

test('files, patterns and standard input, each file once', async () => {
  const ids = async (...words: readonly string[]) => (await scanned(FOLDER, ...words)).answer.results.map(({ id }) => id);
  expect(await ids('a/template.yaml', './a/template.yaml', 'a')).toEqual(['First']);
  expect(await ids('**/*.json')).toEqual(['Second']);
  const { stdout } = await run(['scan', '-', '--json'], { stdin: api('Piped') });
  expect((JSON.parse(stdout) as Answer).results).toMatchObject([{ id: 'Piped', file: 'standard input' }]);
});

test('a link that leads back ends, and what is linked has its own name', async () => {
  const folder = folderOf({ 'a/template.yaml': api('First') });
  symlinkSync('..', join(folder, 'a', 'up'));
  symlinkSync('a', join(folder, 'again'));
  expect((await scanned(folder, '.')).answer.results.map(({ file }) => file)).toEqual(['./a/template.yaml']);
});

test('what cannot be read is told with its line, ends with 5, and hides nothing', async () => {
  const folder = folderOf({ 'good.yaml': api('Good'), 'bad.yaml': `${api('Bad')}  Broken: [\n`, 'text.yaml': 'a: 1\n' });
  const all = await scanned(folder, '.');
  expect(all.answer.results.map(({ id }) => id)).toEqual(['Good']);
  expect(all.stderr).toMatch(/^\.\/bad\.yaml:\d+:\d+ {2}/);
  expect(all.exitCode).toBe(5);
  const named = await scanned(folder, 'good.yaml', 'text.yaml', 'gone.yaml');
  expect(named.stderr).toContain('text.yaml  is not a template that scan reads');
  expect(named.stderr).toContain('gone.yaml  cannot be read');
  expect(named.answer.results).toHaveLength(1);
  expect(named.exitCode).toBe(5);
});

test('nothing outside the folders that were named is read, by whatever way', async () => {
  const folder = folderOf({
    'secret.yaml': BODY,
    'in/template.yaml': api('Own', '      DefinitionUri: ../secret.yaml\n'),
    'in/linked/template.yaml': api('Linked', '      DefinitionUri: body.yaml\n'),
    'in/beside/template.yaml': api('Beside', '      DefinitionUri: body.yaml\n'),
    'in/beside/body.yaml': BODY,
  });
  symlinkSync('../../secret.yaml', join(folder, 'in/linked/body.yaml'));
  const { answer, stderr } = await scanned(folder, './in');
  expect(stderr).toBe('note: ./in/linked/body.yaml leads out of the folders that were named; it is not read.\n');
  const verdicts = answer.results.map(({ id, summary }) => `${id} ${summary.verdict}`);
  expect(verdicts).toEqual(['Beside drop-in', 'Linked unknown', 'Own unknown']);

  const beside = besideOf([join(folder, 'in/beside/template.yaml'), join(folder, 'in/lin*/*.yaml')], realPorts(ROOT));
  expect(beside.read(join(folder, 'in/beside/body.yaml'))).toContain('openapi');
  expect(beside.read(join(folder, 'in/beside/../../secret.yaml'))).toEqual({ because: 'it is outside the folders that were named' });
  expect(beside.read(join(folder, 'in/linked/body.yaml'))).toEqual({ because: 'it is outside the folders that were named' });
  expect(beside.read(join(folder, 'in/beside/none.yaml'))).toEqual({ because: 'there is no such file' });
  expect(beside.read(join(folder, 'in/beside'))).toEqual({ because: 'it is a folder' });
  expect(beside.list(join(folder, 'in/beside')).toSorted()).toEqual(['body.yaml', 'template.yaml']);
  expect(beside.list(folder)).toEqual([]);
  expect(besideOf(['-'], realPorts(ROOT)).list('.')).toEqual([]);
});

test('drafts are written all or none, and replace nothing unless told', async () => {
  const ran = await run(['scan', '.', '--draft', 'drafts'], { folder: FOLDER });
  expect([...ran.written.keys()]).toEqual(['drafts/First.yaml', 'drafts/second.yaml']);
  expect(ran.written.get('drafts/second.yaml')).toMatch(/^name: second {2}# line 1$/m);
  expect(ran.stderr).toContain('apigw-advisor choose --from drafts/First.yaml');
  const refused = { folder: FOLDER, refuses: { 'drafts/second.yaml': 'EEXIST' } };
  const again = await run(['scan', '.', '--draft', 'drafts'], refused);
  expect(again).toMatchObject({ exitCode: 2, stdout: '' });
  expect(again.stderr).toContain('a file is replaced only with --force');
  expect((await run(['scan', '.', '--draft', 'drafts', '--force'], refused)).exitCode).toBe(0);
});

test('findings stand at the lines of the template, in SARIF as in JSON', async () => {
  const { stdout } = await run(['scan', 'a/template.yaml', '--format', 'sarif'], { folder: FOLDER });
  const [log] = (
    JSON.parse(stdout) as {
      runs: { results: { ruleId: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
    }
  ).runs;
  const lines = readFileSync(join(FOLDER, 'a/template.yaml'), 'utf8').split('\n');
  const told = (log?.results ?? []).map(
    ({ ruleId, locations: [at] }) => `${ruleId}: ${lines[(at?.physicalLocation.region.startLine ?? 0) - 1]?.trim()}`,
  );
  expect(told).toContain('drop-in: First:');
  expect(told).toContain('access-logs-off: StageName: prod');
});

const BROKEN = api('Broken').replace('      StageName: prod', '      StageName: "prod');
const BROKEN_JSON = '{ "Resources": { "Api": { "Type": "AWS::ApiGateway::RestApi" }';

test.each([
  ['of a folder', ['.']],
  ['that was named', ['broken.yaml']],
])('a template %s whose form is broken is told by its line, ends with 5, and nothing is printed', async (_, words) => {
  const ran = await run(['scan', ...words], { folder: folderOf({ 'broken.yaml': BROKEN }) });
  expect(ran).toMatchObject({ exitCode: 5, stdout: '' });
  expect(ran.stderr).toMatch(/^(?:\.\/)?broken\.yaml:\d+:\d+/);
});

test('a broken template hides no sound one, in JSON too', async () => {
  const folder = folderOf({ 'a.yaml': api('First'), 'b.json': BROKEN_JSON });
  const { answer, exitCode, stderr } = await scanned(folder, '.');
  expect({ ids: answer.results.map(({ id }) => id), exitCode }).toEqual({ ids: ['First'], exitCode: 5 });
  expect(stderr).toMatch(/^(?:\.\/)?b\.json:1:/);
});

test('prose about templates is passed over in a folder', async () => {
  const prose = '"A RestApi of AWS::ApiGateway is told about here", and that is no JSON\n';
  const { exitCode, stderr, answer } = await scanned(folderOf({ 'a.yaml': api('First'), 'prose.json': prose }), '.');
  expect({ exitCode, stderr, ids: answer.results.map(({ id }) => id) }).toEqual({ exitCode: 0, stderr: '', ids: ['First'] });
});

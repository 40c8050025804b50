// What other programs read of lint: SARIF that a code scanner accepts, and XML that parses whatever a file says.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { ROOT, run } from '../run.ts';

const HOSTILE = '"]]>&amp;<script>\\u0007\\ud800 -- \\"quoted\\" \\ufffe"';
const workload = (name: string) =>
  `{ "name": ${name}, "region": "us-east-1", "traffic": { "requests": "1M", "largestResponse": "8 MB" }, "backend": { "lambda": { "memory": "512 MB", "duration": "45 s" } } }`;

const ajv = new Ajv({ strict: false, formats: { uri: isUri, 'uri-reference': (text: string) => isUri(new URL(text, 'file:///').href) } });
const valid = ajv.compile(JSON.parse(readFileSync(`${ROOT}test/lint/sarif.schema.json`, 'utf8')) as object);

function isUri(text: string): boolean {
  return URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text);
}

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
  }[];
}

describe.each([
  ['findings', 'lint', workload('"reports"')],
  ['hostile names', 'lint', workload(HOSTILE)],
  ['mistakes', 'lint', 'name: a\nregion: nowhere\ntraffic: { requests: -5 }'],
  ['hostile mistakes', 'lint', `{ "name": ${HOSTILE}, "region": ${HOSTILE}, ${HOSTILE}: 1 }`],
])('%s', (_, command, text) => {
  test('as SARIF 2.1.0', async () => {
    const { stdout } = await run([command, '-', '--candidate', 'all', '--format', 'sarif'], { stdin: text });
    const log = JSON.parse(stdout) as Sarif;
    valid(log);
    expect(valid.errors).toBeNull();
    for (const { ruleId, ruleIndex } of log.runs[0]?.results ?? []) expect(log.runs[0]?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('as JUnit XML, well-formed, with counts that agree', async () => {
    const { stdout } = await run([command, '-', '--candidate', 'all', '--format', 'junit'], { stdin: text });
    expect(stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u);
    expect(unclosed(stdout)).toEqual([]);
    const count = (element: string) => stdout.split(`<${element} `).length - 1;
    const [, tests, failures, errors] = /<testsuites name="[^"]*" tests="(\d+)" failures="(\d+)" errors="(\d+)">/.exec(stdout) ?? [];
    expect([tests, failures, errors].map(Number)).toEqual([count('testcase'), count('failure'), count('error')]);
  });
});

test('a path is a URI in SARIF, relative as it was given', async () => {
  const { stdout } = await run(['lint', 'workload.yaml', '--candidate', 'http', '--format', 'sarif'], {
    folder: `${ROOT}test/golden/lint`,
  });
  expect(stdout).toContain('"uri": "workload.yaml"');
  expect(stdout).toContain('"startLine": 7');
});

/** Elements that are opened and never closed, or closed and never opened; and anything between them that is not text. */
function unclosed(xml: string): readonly string[] {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>/, '');
  const rest = body.replace(
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
    (_, closing: string, name: string, __: string, empty: string) => {
      if (closing) {
        if (open.pop() !== name) open.push(`</${name}>`);
      } else if (!empty) open.push(name);
      return '';
    },
  );
  const stray = /<|&(?!(amp|lt|gt|quot);)/.exec(rest);
  return stray ? [...open, rest.slice(stray.index, stray.index + 40)] : open;
}

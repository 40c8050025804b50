// Every folder here is a story: files, a command, and the transcript that a person would see. Review the
// transcripts as prose; accept changes with `npx vitest -u`. Each states one figure worked out by hand, which
// must stand in its output.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, run } from '../run.ts';

interface Story {
  readonly command: string;
  /** A figure of the output worked out by hand; its last amount must be printed. */
  readonly byHand?: string;
  readonly stdin?: string;
  readonly columns?: number;
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const stories = readdirSync(here).filter((name) => existsSync(`${here}${name}/story.yaml`));
const ajv = new Ajv({ strict: false });
const schemaOf = (name: string) => ajv.compile(JSON.parse(readFileSync(`${ROOT}schema/${name}.schema.json`, 'utf8')) as object);
/** The published schema of what each command prints as JSON. */
const SCHEMAS: readonly (readonly [RegExp, ReturnType<typeof schemaOf>])[] = [
  [/^cost .*(--json|--format json)/, schemaOf('cost')],
  [/^recommend .*(--json|--format json)/, schemaOf('recommend')],
  [/^throttle .*(--json|--format json)/, schemaOf('throttle')],
  [/^lint .*(--json|--format json)/, schemaOf('lint')],
  [/^prices list .*--json/, schemaOf('prices-list')],
  [/^prices show .*--json/, schemaOf('prices-show')],
  [/^prices quote .*--json/, schemaOf('prices-quote')],
  [/^explain --list .*--json/, schemaOf('explain-list')],
  [/^explain .*--json/, schemaOf('explain')],
];

describe.each(stories)('%s', (name) => {
  const folder = `${here}${name}`;
  const story = parse(readFileSync(`${folder}/story.yaml`, 'utf8')) as Story;

  test('reads as it did', async () => {
    const argv = story.command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));
    const ran = await run(argv, { folder, ...story });
    const transcript = [
      `# ${name}`,
      '',
      ...(story.byHand === undefined ? [] : [`By hand: ${story.byHand}`, '']),
      `\`apigw-advisor ${story.command}\``,
      '',
      ...block('stdout', ran.stdout),
      ...block('stderr', ran.stderr),
      ...[...ran.written].flatMap(([path, text]) => block(`wrote ${path}`, text)),
      `Exit code: ${ran.exitCode}`,
      '',
    ].join('\n');
    if (story.byHand !== undefined) {
      const figure = story.byHand.match(/\$?[\d,]+(\.\d+)?/g)?.at(-1);
      expect(figure).toBeDefined();
      expect(ran.stdout).toContain(figure);
    }
    const valid = SCHEMAS.find(([command]) => command.test(story.command))?.[1];
    if (valid) {
      valid(JSON.parse(ran.stdout));
      expect(valid.errors).toBeNull();
    }
    await expect(transcript).toMatchFileSnapshot(`${folder}/expected.md`);
  });
});

function block(title: string, text: string): readonly string[] {
  return text === '' ? [] : [`${title}:`, '', '````', text.replace(/\n$/, ''), '````', ''];
}

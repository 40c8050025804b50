// Every folder here is a story: files, a command, and the transcript that a person would see. Review the
// transcripts as prose; accept changes with `npx vitest -u`. Each states one figure worked out by hand, which
// must stand in its output. Of long JSON a story shows the part that it is about; all of it is held against its schema.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run, type Setting } from '../run.ts';
import { picked } from './picked.ts';

interface Story extends Omit<Setting, 'folder'> {
  readonly command: string;
  /** A figure of the output worked out by hand; its last amount must be printed. Every story that prints money has one. */
  readonly byHand?: string;
  /** Paths of the JSON that is printed; the rest of it is left out of the transcript. Long JSON must have them. */
  readonly about?: readonly string[];
}

/** More lines of JSON than anyone reviews. */
const LONG_JSON = 150;

/** Pages are read in a browser: test/report. */
const A_PAGE = '(a page)';

const here = fileURLToPath(new URL('.', import.meta.url));
const stories = readdirSync(here).filter((name) => existsSync(`${here}${name}/story.yaml`));

describe.each(stories)('%s', (name) => {
  const folder = `${here}${name}`;
  const story = parse(readFileSync(`${folder}/story.yaml`, 'utf8')) as Story;

  test('reads as it did', async () => {
    const argv = story.command.split(' ').map((word) => word.replace(/^'(.*)'$/, '$1'));
    const ran = await run(argv, { folder, ...story });
    const shown = story.about === undefined ? ran.stdout : JSON.stringify(picked(JSON.parse(ran.stdout), story.about), null, 2);
    if (ran.stdout.startsWith('{')) expect(shown.split('\n').length, 'lines of JSON: say in story.yaml what it is about').toBeLessThan(LONG_JSON);
    const transcript = [
      `# ${name}`,
      '',
      ...(story.byHand === undefined ? [] : [`By hand: ${story.byHand}`, '']),
      `\`apigw-advisor ${story.command}\``,
      '',
      ...block(story.about === undefined ? 'stdout' : 'stdout, of which the story is about this', shown),
      ...block('stderr', ran.stderr),
      ...[...ran.written].flatMap(([path, text]) => block(`wrote ${path}`, path.endsWith('.html') ? A_PAGE : text)),
      `Exit code: ${ran.exitCode}`,
      '',
    ].join('\n');
    if (story.byHand !== undefined) {
      const figure = story.byHand.match(/\$?[\d,]+(\.\d+)?/g)?.at(-1);
      expect(figure).toBeDefined();
      expect(shown).toMatch(whole(figure ?? ''));
    }
    if (ran.exitCode === 0 && /\$\d|"listCost"|,listCost,/.test(ran.stdout)) expect(story.byHand).toBeDefined();
    const wide = stripVTControlCharacters(ran.stdout).split('\n').filter((line) => /^[┌├│└]/.test(line) && line.length > (story.columns ?? 80));
    expect(wide).toEqual([]);
    await expect(transcript).toMatchFileSnapshot(`${folder}/expected.md`);
  });
});

/** A figure that is not a part of a longer one. */
function whole(figure: string): RegExp {
  return new RegExp(`(?<![\\d.])(?<!\\d,(?=\\d{3}(?!\\d)))${figure.replace(/[$.]/g, '\\$&')}(?!\\d|,\\d{3}|\\.\\d)`);
}

function block(title: string, text: string): readonly string[] {
  return text === '' ? [] : [`${title}:`, '', '````', text.replace(/\n$/, ''), '````', ''];
}

import { WorkloadError, type Problem } from '../../errors/errors.ts';
import type { TemplateFile, TemplateReader } from '../../intake/templates/template.ts';
import { rawText } from '../../intake/templates/text/raw.ts';
import { BOUNDS, EXCESS } from '../../reading/bounds.ts';
import { visible } from '../../documents/visible.ts';
import type { Fence } from './beside.ts';
import type { Ports } from '../ports.ts';
import { progressBar } from '../progress.ts';
import { countedOnce, countedOnceNote } from './counted-once.ts';
import { inputName, nameOf } from './path-bytes.ts';
import { readText } from './read-text.ts';

/** Texts of templates that are kept at once: a folder of thousands has a tenth of it. */
const MOST_TOGETHER = 200_000_000;

/** What a run reads. */
export interface TemplateFiles {
  readonly files: readonly TemplateFile[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
  /** Whether somebody named a file itself, and not a folder that holds it. */
  isNamed(file: TemplateFile): boolean;
}

/**
 * The templates behind what was named: files as they are, and of folders and patterns every file that a reader may read by
 * its name and by the words in it, but what a link leads to elsewhere. The rest is looked into and not kept. Each file once.
 */
export async function templateFiles(
  named: readonly string[],
  readers: readonly TemplateReader[],
  { isInside }: Pick<Fence, 'isInside'>,
  ports: Ports,
): Promise<TemplateFiles> {
  const endings = new RegExp(readers.map(({ endings: one }) => one.source).join('|'), 'i');
  const problems: Problem[] = [];
  const found = await Promise.all(
    named.map(async (name): Promise<readonly string[]> => {
      if (ports.isFolder(name)) return some(name, await ports.filesBelow(name, endings), problems);
      const isPattern = /[*?{[]/.test(name) && ports.identify(name) === null;
      return isPattern
        ? some(
            name,
            (await ports.filesMatching(name)).filter((path) => endings.test(path)),
            problems,
          )
        : [name];
    }),
  );
  const byName = new Set(named);
  const { kept: all, same } = countedOnce([...new Set(found.flat())], ports);
  const isRead = (path: string) => byName.has(path) || isInside(path);
  const outside = new Set(all.filter((path) => !isRead(path)));
  const kept = all.filter((path) => !outside.has(path)).toSorted();
  ports.stderr.write(countedOnceNote(same) + outsideNote([...outside]));
  const haveRead = progressBar('files read', ports);
  const files: TemplateFile[] = [];
  let bytes = 0;
  for (const [index, path] of kept.entries()) {
    haveRead(index + 1, kept.length);
    const file = inputName(path);
    try {
      const text = readText(path, ports, BOUNDS.template, 'a template, or a folder of them');
      if (!byName.has(path) && !readers.some((one) => isOneOf(one, { file, text }))) continue;
      bytes += text.length;
      if (bytes > MOST_TOGETHER) throw tooMuch(file);
      files.push({ file, text });
    } catch (error) {
      if (!(error instanceof WorkloadError)) throw error;
      problems.push(...error.problems);
      if (bytes > MOST_TOGETHER) break;
    }
  }
  const byHand = new Set(named.map(inputName));
  return { files, problems, isNamed: ({ file }) => byHand.has(file) };
}

/** A line about links out of the folders that were named; empty where there is none. */
function outsideNote([first, ...more]: readonly string[]): string {
  if (first === undefined) return '';
  const others = more.length === 0 ? '' : ` So it is with ${more.length} more.`;
  return `note: ${visible(inputName(first))} leads out of the folders that were named; it is not read.${others}\n`;
}

/** The words of its format are looked for first, which is quick. What holds them and cannot be read is told, not passed over. */
function isOneOf({ endings, signs, recognizes }: TemplateReader, file: TemplateFile): boolean {
  return endings.test(file.file) && signs.test(file.text) && (recognizes(file) || isBroken(file));
}

/** Words that prose about templates lacks. */
const OF_TEMPLATES = /\bType['"]?: *\[? *['"]?AWS::|"?x-amazon-apigateway-|^functions:/m;

function isBroken({ file, text }: TemplateFile): boolean {
  return /\.(?:ya?ml|json|template)$/i.test(file) && OF_TEMPLATES.test(text) && rawText(text, file).mistake !== null;
}

function some(name: string, paths: readonly string[], problems: Problem[]): readonly string[] {
  if (paths.length === 0)
    problems.push({
      file: nameOf(name),
      line: null,
      column: null,
      path: null,
      what: 'holds no template',
      because: 'no file in it has a name that templates have',
      write: 'apigw-advisor scan infrastructure/',
    });
  return paths;
}

function tooMuch(file: string): WorkloadError {
  const { what, because } = EXCESS.bytes(MOST_TOGETHER);
  const problem = { file, line: null, column: null, path: null, what: `and what comes after it is not read: all of it together ${what}` };
  return new WorkloadError([{ ...problem, because, write: 'scan its folders one by one' }]);
}

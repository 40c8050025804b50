import { nameOf } from '../files/path-bytes.ts';
import type { Ports } from '../ports.ts';
import { linkNotes, whyNot } from '../files/write-words.ts';
import type { Ask, Asker } from './ask.ts';

/** Where the file may go, and what becomes of it. */
export interface Saving {
  /** The name that Enter takes. */
  readonly suggestion: string;
  /** A name that the command line gave, which is not asked for. */
  readonly output: string | null;
  readonly force: boolean;
  /** What the file says under this name. */
  readonly text: (file: string) => string;
  /** What a prompt says beside the question. */
  readonly around: Pick<Ask, 'progress' | 'standing' | 'canGoBack'>;
}

/** The name under which a text was saved, null if it was not to be, or a step back. */
export type Saved = { readonly file: string | null } | 'back';

/**
 * Asks for a name and saves a text under it; a file that is there is replaced only after a yes. A name that cannot be
 * written is said and asked for again.
 */
export async function save(saving: Saving, asker: Asker, ports: Ports): Promise<Saved> {
  let named = saving.output;
  let trouble: readonly string[] = [];
  for (;;) {
    const asked = named ?? (await askName(saving, trouble, asker));
    named = null;
    if (typeof asked !== 'string') return asked.type === 'back' ? 'back' : { file: null };
    const text = saving.text(asked);
    try {
      if (holds(asked, text, ports) || (await written(asked, text, saving, asker, ports))) return { file: asked };
      trouble = [];
    } catch (error) {
      const because = whyNot(error);
      if (because === null) throw error;
      trouble = [`${nameOf(asked)} cannot be written: ${because}.`];
    }
  }
}

async function askName({ suggestion, around }: Saving, trouble: readonly string[], asker: Asker) {
  const asked = await asker.ask({
    ...around,
    text: 'Where to save the answers, as a workload file?',
    form: {
      type: 'entry',
      suggestion,
      isExample: false,
      words: {},
      among: [],
      without: 'does not save them',
      refuse: (text) => (text === '' ? 'it is empty' : null),
    },
    explain: [
      'The file is a workload for the other commands, such as recommend and cost. A file that is there is replaced only after a yes.',
      'The recommendation comes next.',
    ],
    standing: [...trouble, ...around.standing],
    skips: null,
  });
  return asked.type === 'typed' ? asked.text : asked;
}

/** Writes it, asking first where something stands; false when it is to stay. */
async function written(file: string, text: string, { force, around }: Saving, asker: Asker, ports: Ports): Promise<boolean> {
  const files = new Map([[file, text]]);
  if (!force) {
    try {
      await ports.writeFiles(files, { replace: false, makeFolders: false });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
    const asked = await asker.ask({
      ...around,
      text: `${nameOf(file)} exists. Replace it?`,
      form: { type: 'confirm' },
      explain: ['The file is replaced in one step: a program that reads it meanwhile gets the old file or the new file.'],
      standing: [],
      canGoBack: true,
      skips: null,
    });
    if (asked.type !== 'confirmed' || !asked.yes) return false;
  }
  const links = await ports.writeFiles(files, { replace: true, makeFolders: false });
  ports.stderr.write(linkNotes(links));
  return true;
}

function holds(file: string, text: string, ports: Ports): boolean {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(ports.readFile(file, new TextEncoder().encode(text).length + 1)) === text;
  } catch {
    return false;
  }
}

import type { Ports } from '../ports.ts';
import { UNKNOWN_KEY, type Asker } from './ask.ts';

/** Where the file may go, and what becomes of it. */
export interface Saving {
  /** The name that Enter takes. */
  readonly suggestion: string;
  /** A name that the command line gave, which is not asked for. */
  readonly output: string | null;
  readonly canGoBack: boolean;
  /** The answer in a line, for it has scrolled away. */
  readonly standing: readonly string[];
}

/** The name under which a text was saved, null if it was not to be, or a step back. */
export type Saved = { readonly file: string | null } | 'back';

/**
 * Asks for a name and saves a text under it; a file that is there is replaced only after a yes. A name that cannot be
 * written is said and asked for again.
 */
export async function save(text: string, { suggestion, output, canGoBack, standing }: Saving, asker: Asker, ports: Ports): Promise<Saved> {
  let named = output;
  let trouble: readonly string[] = [];
  for (;;) {
    const file = named ?? (await askName(suggestion, [...trouble, ...standing], canGoBack, asker));
    named = null;
    if (file === 'back') return 'back';
    if (file === UNKNOWN_KEY) return { file: null };
    try {
      if (holds(file, text, ports) || (await written(file, text, asker, ports))) return { file };
      trouble = [];
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === undefined) throw error;
      trouble = [`${file} cannot be written: the system says ${code}.`];
    }
  }
}

async function askName(suggestion: string, standing: readonly string[], canGoBack: boolean, asker: Asker): Promise<string> {
  const asked = await asker.ask({
    text: 'Where to save the answers?',
    form: { type: 'entry', suggestion, words: { [UNKNOWN_KEY]: 'not saving them' }, among: [], refuse: () => null },
    explain: [
      'The file is a workload for the other commands: recommend, cost. A file that is there is not replaced before you say so.',
      'Going back changes an answer and recommends anew.',
    ],
    standing,
    canGoBack,
  });
  return asked.type === 'typed' ? asked.text : 'back';
}

/** Writes it, asking first where something stands; false when it is to stay. */
async function written(file: string, text: string, asker: Asker, ports: Ports): Promise<boolean> {
  try {
    ports.writeFile(file, text, { replace: false });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  const asked = await asker.ask({
    text: `${file} exists. Replace it?`,
    form: {
      type: 'menu',
      several: false,
      choices: [
        { value: 'no', label: 'No, use another name', key: 'n' },
        { value: 'yes', label: 'Yes, replace it', key: 'y' },
      ],
      initial: ['no'],
    },
    explain: ['The file is replaced in one piece: whoever reads it meanwhile finds the old one or the new one.'],
    standing: [],
    canGoBack: true,
  });
  if (asked.type !== 'chosen' || asked.values[0] !== 'yes') return false;
  ports.writeFile(file, text, { replace: true });
  return true;
}

function holds(file: string, text: string, ports: Ports): boolean {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(ports.readFile(file, new TextEncoder().encode(text).length + 1)) === text;
  } catch {
    return false;
  }
}

import type { Terminal } from '../ports.ts';
import { Left, type Asked } from './ask.ts';
import type { Window } from './layout.ts';

/** Where questions are drawn and keys come from. */
export interface Place extends Omit<Terminal, 'release'> {
  /** What fits right now: windows are resized. */
  window(): Window;
}

/** What Inquirer takes beside the question. */
interface Context {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  readonly clearPromptOnDone: boolean;
}

/** What a key brings about before the prompt knows of it; null for keys that are the prompt's. Arrows have no sign. */
type AtOnce = (sign: string) => Asked | 'explain' | null;

/**
 * Runs a prompt until it is done, or until a key has replied at once: Inquirer's prompts know no such keys, and each of them
 * can be ended from outside. What was drawn of it is wiped away either way.
 * @throws Left when the person leaves.
 */
export async function untilKey(
  { input, output, gone }: Place,
  prompt: (context: Context) => Promise<Asked>,
  atOnce: AtOnce,
  isEmpty: () => boolean = () => true,
): Promise<Asked | 'explain'> {
  const ended = new AbortController();
  let reply: Asked | 'explain' | null = null;
  const onKey = (sign: string | undefined, key: { readonly ctrl?: boolean; readonly name?: string }) => {
    if (ended.signal.aborted) return;
    // Readline closes at it and tells no one.
    if (key.ctrl === true && key.name === 'd') {
      if (isEmpty()) ended.abort();
      return;
    }
    reply = atOnce(sign ?? '');
    if (reply !== null) ended.abort();
  };
  const done = prompt({ input, output, signal: AbortSignal.any([gone, ended.signal]), clearPromptOnDone: true });
  // Before the prompt takes the sign into its line.
  input.prependListener('keypress', onKey);
  try {
    return await done;
  } catch (error) {
    if (reply !== null) return reply;
    if (error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name)) throw new Left('left', { cause: error });
    throw error;
  } finally {
    input.off('keypress', onKey);
  }
}

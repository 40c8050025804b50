/** A question as the wizard draws it in a window of a given size, in this process, read off by a terminal emulator. */
import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import type { Ask, Asked } from '../../src/cli/wizard/ask.ts';
import { screenAsker } from '../../src/cli/wizard/screen-asker.ts';
import { PLAIN } from '../../src/render/theme.ts';

export interface Drawn {
  /** Lines of the window, without the empty ones at its end. */
  readonly lines: readonly string[];
  /** How many lines were longer than the window and not broken at a space; links are. */
  readonly broken: readonly string[];
  /** Whether something was pushed out at the top. */
  readonly scrolled: boolean;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
}

const turn = () => new Promise((resolve) => void setTimeout(resolve, 0));

/** Draws a question, presses keys, and says what is in the window, and what was replied if anything was. */
export async function drawn(ask: Ask, size: Size, keys: readonly string[] = []): Promise<Drawn & { readonly asked: Asked | null }> {
  const emulator = new xterm.Terminal({ cols: size.columns, rows: size.rows, scrollback: 5000, allowProposedApi: true });
  const input = new PassThrough();
  const output = Object.assign(
    new Writable({
      write: (chunk, _, done) => emulator.write(String(chunk).replaceAll('\n', '\r\n'), done),
    }),
    // Like standard output, it is not ended with what is piped into it.
    { columns: size.columns, rows: size.rows, _isStdio: true },
  );
  const leaving = new AbortController();
  let asked: Asked | null = null;
  const asking = screenAsker({
    input: input as never,
    output: output as never,
    gone: leaving.signal,
    window: () => ({ ...size, theme: PLAIN }),
  })
    .ask(ask)
    .then(
      (reply) => void (asked = reply),
      () => {},
    );
  for (const key of keys) {
    await turn();
    input.write(key);
  }
  await turn();
  await turn();
  await new Promise<void>((resolve) => void emulator.write('', resolve));
  const buffer = emulator.buffer.active;
  const lines = Array.from({ length: buffer.length }, (_, index) => buffer.getLine(index));
  const texts = lines.map((line) => line?.translateToString(true).trimEnd() ?? '');
  const broken = lines.flatMap((line, index) =>
    line?.isWrapped && !(texts[index - 1] ?? '').includes('https://') ? [texts[index] ?? ''] : [],
  );
  const scrolled = buffer.baseY > 0;
  leaving.abort();
  await asking;
  return { lines: texts.slice(0, texts.findLastIndex((text) => text !== '') + 1), broken, scrolled, asked };
}

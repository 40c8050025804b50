/** The built command line in a real pseudo-terminal, its screen read by a terminal emulator as a person's eyes would. */
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { ROOT } from '../run.ts';

const BIN = join(ROOT, 'bin/apigw-advisor.cjs');

export const KEYS = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  tab: '\t',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

export interface Session {
  /** Types keys, each in a write of its own. */
  press(...keys: readonly string[]): Promise<void>;
  /** Waits until this is what is being asked. */
  asked(question: string): Promise<void>;
  /** Presses a key once this is being asked. */
  key(question: string, key: string): Promise<void>;
  /** Types a reply and Enter once this is being asked. */
  reply(question: string, ...keys: readonly string[]): Promise<void>;
  /** Waits until a text is on the screen or above it, and gives everything there. */
  until(text: string): Promise<string>;
  /** What is in the window now, without what has scrolled away. */
  screen(): readonly string[];
  /** Everything that was ever printed, as bytes. */
  raw(): string;
  cursorIsShown(): boolean;
  readonly pid: number;
  /** Closes the terminal under the process. */
  hangUp(): void;
  ended(): Promise<{ readonly exitCode: number; readonly signal: number }>;
}

interface Setting {
  readonly folder: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** The program, where it is not the built command line. */
  readonly program?: string;
}

const sleep = (milliseconds: number) => new Promise((wake) => void setTimeout(wake, milliseconds));
const PATIENCE = 20_000;

/** Starts `apigw-advisor` in a terminal, or another program. */
export function start(argv: readonly string[], { folder, columns = 80, rows = 40, env = {}, program }: Setting): Session {
  const emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const child = pty.spawn(program ?? process.execPath, program === undefined ? [BIN, ...argv] : [...argv], {
    cols: columns,
    rows,
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env },
  });
  let raw = '';
  let isRunning = true;
  child.onData((data) => {
    raw += data;
    emulator.write(data);
  });
  const ending = new Promise<{ exitCode: number; signal: number }>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      isRunning = false;
      resolve({ exitCode, signal: signal ?? 0 });
    });
  });
  const lines = (from: number): readonly string[] => {
    const read: string[] = [];
    for (let index = from; index < emulator.buffer.active.length; index += 1) {
      const line = emulator.buffer.active.getLine(index);
      const text = line?.translateToString(true) ?? '';
      // What was too long for the window is one line all the same.
      if (line?.isWrapped) read.push(`${read.pop() ?? ''}${text}`);
      else read.push(text);
    }
    return read.map((text) => text.trimEnd());
  };
  const all = () => lines(0).join('\n');
  const drawn = () => new Promise<void>((resolve) => void emulator.write('', resolve));
  const settled = async () => {
    // Quiet for a moment means drawn: Inquirer takes keys only once its question is on the screen.
    for (let before = -1; before !== raw.length; await sleep(15)) before = raw.length;
    await drawn();
  };
  // Words that were broken at the edge of a narrow window are read as one line.
  const eventually = async (text: string, where: () => string) => {
    const started = performance.now();
    await settled();
    while (!flat(where()).includes(flat(text))) {
      if (performance.now() - started > (isRunning ? PATIENCE : 1000)) throw new Error(`"${text}" never came; the screen is\n${all()}`);
      await sleep(20);
      await settled();
    }
  };
  const session: Session = {
    async press(...keys) {
      for (const key of keys) {
        const before = raw.length;
        child.write(key);
        // Most keys draw something; one that does not has been read by then.
        for (let waited = 0; raw.length === before && waited < 10; waited += 1) await sleep(5);
        await settled();
      }
    },
    async asked(question) {
      await eventually(question, () => {
        const read = lines(0);
        return read.slice(read.findLastIndex((line) => /^\? (?!explains)/.test(line))).join(' ');
      });
    },
    async key(question, key) {
      await session.asked(question);
      await session.press(key);
    },
    async reply(question, ...keys) {
      await session.asked(question);
      await session.press(...keys, KEYS.enter);
    },
    async until(text) {
      await eventually(text, all);
      return all();
    },
    screen: () => lines(emulator.buffer.active.baseY),
    raw: () => raw,
    cursorIsShown: () => raw.lastIndexOf('\u001b[?25l') <= raw.lastIndexOf('\u001b[?25h'),
    pid: child.pid,
    // Not in its types: closes our end, as a terminal window does.
    hangUp: () => (child as unknown as { destroy(): void }).destroy(),
    async ended() {
      const result = await ending;
      await drawn();
      return result;
    },
  };
  return session;
}

export const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

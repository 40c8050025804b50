import { paragraph } from '../../render/paragraph.ts';
import type { Theme } from '../../render/theme.ts';
import { visible } from '../../documents/visible.ts';
import type { Ask, Asked, Choice, Entry, Menu } from './ask.ts';

/** How a question looks; no keys, no streams. */

/** What the terminal can show right now. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
  readonly theme: Theme;
}

/** What a person sees of a question: its own lines, of which the last may be typed into, and what stands below. */
export type View = readonly [content: string, below: string];

export interface MenuState {
  readonly cursor: number;
  readonly ticked: readonly string[];
  readonly explaining: boolean;
}

export interface EntryState {
  readonly text: string;
  readonly cursor: number;
  readonly explaining: boolean;
  readonly refusal: string | null;
}

/** Matches of an entry that are shown at a time. */
const MOST_MATCHES = 6;

export function drawMenu(ask: Ask & { form: Menu }, state: MenuState, window: Window): View {
  const { theme, columns } = window;
  const { choices, several } = ask.form;
  const lines = choices.flatMap(({ value, label }, index) => {
    const here = index === state.cursor;
    const box = several ? (state.ticked.includes(value) ? '[x] ' : '[ ] ') : '';
    const text = paragraph(label, columns, `${here ? pointer(window) : ' '} ${box}`);
    return here ? theme.strong(text) : text;
  });
  const detail = choices[state.cursor]?.detail;
  const keys = [
    `${window.unicode ? '↑↓' : 'Up, Down'} or ${choices.flatMap((one) => one.key ?? []).join(' ')} to choose`,
    ...(several ? ['Space ticks several'] : []),
    'Enter takes it',
  ];
  const content = [heading(ask, window), ...lines].join('\n');
  return [content, below(ask, state.explaining, detail === undefined ? [] : [detail], keys, height(content), window)];
}

export function drawEntry(ask: Ask & { form: Entry }, state: EntryState, window: Window): View {
  const { theme, columns } = window;
  const { suggestion, words } = ask.form;
  const shown = matches(ask.form, state.text).slice(0, MOST_MATCHES);
  const list = shown.map(({ value, label }, index) => {
    const line = paragraph(`${value}  ${label}`.trimEnd(), columns, `${index === state.cursor ? pointer(window) : ' '} `);
    return index === state.cursor ? theme.strong(line) : theme.faint(line);
  });
  const refused = state.refusal === null ? [] : [theme.warn(paragraph(`Not taken: ${state.refusal}.`, columns, ''))];
  const keys = [
    'Enter takes it',
    ...Object.entries(words)
      .filter(([word]) => word !== suggestion)
      .map(([word, meaning]) => `${word} for ${meaning}`),
    ...(ask.form.among.length > 0 ? [`${window.unicode ? '↑↓' : 'Up, Down'} or a few letters to choose`] : []),
  ];
  const offered = state.text === '' ? `${theme.faint(`(${visible(wordFor(ask.form, suggestion))})`)} ` : '';
  const content = `${heading(ask, window)}\n${pointer(window)} ${offered}${state.text}`;
  return [
    content,
    [...refused, ...list, below(ask, state.explaining, [], keys, height(content) + list.length + refused.length, window)].join('\n'),
  ];
}

/** The line that stays on the screen once a question is answered. */
export function drawDone(ask: Ask, asked: Asked, { theme, columns, unicode }: Window): string {
  if (asked.type === 'back') return theme.faint(`${unicode ? '‹' : '<'} back`);
  const said = asked.type === 'typed' ? wordFor(ask.form, asked.text) : asked.values.map((value) => labelOf(ask.form, value)).join(', ');
  const reply = visible(said);
  const text = paragraph(`${ask.text} ${reply}`, columns, `${unicode ? '✔' : '*'} `);
  // Coloured after it is broken into lines, so that no colour counts as width.
  return text.endsWith(reply) ? `${text.slice(0, -reply.length)}${theme.good(reply)}` : text;
}

/** Values of an entry that what was typed may mean: by their beginning first, then by any part of value or name. */
export function matches({ among, words }: Entry, text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted in words) return [];
  const begin = among.filter(({ value }) => value.startsWith(wanted));
  return [...begin, ...among.filter((one) => !begin.includes(one) && `${one.value} ${one.label}`.toLowerCase().includes(wanted))];
}

/** A word of an entry as what it says; any other text as it is. */
export function wordFor(form: Ask['form'], text: string): string {
  return form.type === 'entry' ? (form.words[text] ?? text) : text;
}

function labelOf(form: Ask['form'], value: string): string {
  return (form.type === 'menu' ? form.choices.find((one) => one.value === value)?.label : undefined) ?? value;
}

function heading({ text, note }: Ask, { theme, columns }: Window): string {
  const lines = paragraph(text, columns, '? ');
  const last = lines.split('\n').at(-1) ?? '';
  const behind = note === undefined ? '' : last.length + note.length + 2 <= columns ? `  ${theme.faint(note)}` : `\n  ${theme.faint(note)}`;
  return `${theme.strong(lines)}${behind}`;
}

/** Everything under a question: its explanation if asked for, the shortlist, the keys. Never more than the window holds. */
function below(
  { explain, standing, canGoBack }: Ask,
  explaining: boolean,
  first: readonly string[],
  keys: readonly string[],
  above: number,
  { theme, columns, rows, unicode }: Window,
): string {
  const hints = [...keys, explaining ? '? hides this' : '? explains', ...(canGoBack ? ['< goes back'] : []), 'Ctrl-C leaves'];
  const foot = [...standing.map((line) => paragraph(line, columns, '')), theme.faint(packed(hints, unicode ? ' · ' : ', ', columns))];
  const told = [...first, ...(explaining ? explain : [])].map((line) => paragraph(line, columns, '')).join('\n');
  if (told === '') return ['', ...foot].join('\n');
  const room = Math.max(2, rows - above - height(foot.join('\n')) - 3);
  return ['', ...clipped(told.split('\n'), room), '', ...foot].join('\n');
}

function clipped(lines: readonly string[], room: number): readonly string[] {
  return lines.length <= room ? lines : [...lines.slice(0, room - 1), '(a taller window shows the rest)'];
}

/** Pieces side by side, in as many lines as it takes, none of them broken in two unless it is wider than the window. */
function packed(pieces: readonly string[], between: string, columns: number): string {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.pop();
    const longer = last === undefined ? piece : `${last}${between}${piece}`;
    lines.push(...(longer.length <= columns || last === undefined ? [longer] : [last, piece]));
  }
  return lines.map((line) => paragraph(line, columns, '')).join('\n');
}

const pointer = ({ unicode }: Window) => (unicode ? '❯' : '>');
const height = (text: string) => text.split('\n').length;

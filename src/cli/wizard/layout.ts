import { paragraph } from '../../render/paragraph.ts';
import { forScreen } from '../../render/plain-signs.ts';
import type { Theme } from '../../render/theme.ts';
import { visible } from '../../documents/visible.ts';
import { KEYS, type Ask, type Asked, type Choice } from './ask.ts';

/** The words of a prompt as lines of a window; no keys, no streams. */

/** What the terminal can show right now. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
  readonly unicode: boolean;
  readonly theme: Theme;
}

/** The question, with which one it is, behind the mark that whoever draws it puts in front. */
export function heading({ progress: [position, total], text, note }: Ask, { theme, columns }: Window, mark: string): string {
  const lead = `${position}/${total} `;
  const lines = paragraph(`${lead}${text}`, columns, mark).slice(mark.length + lead.length);
  const last = lines.split('\n').at(-1) ?? '';
  const indent = ' '.repeat(mark.length);
  const fits = note !== undefined && last.length + mark.length + lead.length + note.length + 2 <= columns;
  const behind = note === undefined ? '' : fits ? `  ${theme.faint(note)}` : `\n${theme.faint(paragraph(note, columns, indent))}`;
  return `${theme.faint(lead)}${theme.strong(lines)}${behind}`;
}

/** Under a question: the shortlist with its cost, and the keys. */
export function foot(ask: Ask, window: Window): string {
  const { theme, columns, unicode } = window;
  const standing = ask.standing.map((line) => paragraph(forScreen(line, window), columns, ''));
  return [...standing, theme.faint(packed(hints(ask, unicode), unicode ? ' · ' : ', ', Math.min(columns, 100)))].join('\n');
}

function hints({ form, canGoBack, skips }: Ask, unicode: boolean): readonly string[] {
  const arrows = unicode ? '↑↓' : 'Up, Down';
  return [
    ...ofForm(form, arrows),
    `${KEYS.explain} explains`,
    ...(canGoBack ? [`${KEYS.back} goes back`] : []),
    ...(skips === null || skips === 0 ? [] : [`${KEYS.skip} skips this and the other ${skips}`]),
    'Ctrl-C cancels',
  ];
}

function ofForm(form: Ask['form'], arrows: string): readonly string[] {
  switch (form.type) {
    case 'choices': {
      const keys = form.choices.flatMap((one) => one.key ?? []);
      return [keys.length > 0 ? `${keys.join(' ')} at once, or ${arrows} and Enter` : `${arrows} and Enter`];
    }
    case 'checklist':
      return [
        `${arrows} and Space tick`,
        form.canDeny ? 'Enter leaves the rest open' : 'Enter takes them',
        ...(form.canDeny ? [`${KEYS.deny} says no to the rest`] : []),
      ];
    case 'entry':
      return [
        form.isExample ? 'Enter takes the example' : 'Enter takes it',
        ...(form.among.length > 0 ? [`${arrows} or a few letters choose`] : ['Tab edits it']),
        ...Object.entries(form.words)
          .filter(([word]) => word !== form.suggestion)
          .map(([word, meaning]) => `${word} for ${meaning}`),
        ...(form.without === null ? [] : [`${KEYS.unknown} ${form.without}`]),
      ];
    case 'confirm':
      return ['y or n'];
  }
}

/** What `?` says. */
export function explanation(lines: readonly string[], window: Window): string {
  return `${lines.map((line) => paragraph(forScreen(line, window), window.columns, '  ')).join('\n')}\n\n`;
}

/** The line that stays on the screen once a question is answered. */
export function doneLine(ask: Ask, asked: Asked, { theme, columns, unicode }: Window): string {
  if (asked.type === 'back') return `${theme.faint(`${unicode ? '‹' : '<'} back`)}\n`;
  const reply = visible(replied(ask.form, asked));
  const text = paragraph(`${ask.text} ${reply}`, columns, `${unicode ? '✔' : '*'} `);
  // Coloured after it is broken into lines, so that no colour counts as width.
  return `${text.endsWith(reply) ? `${text.slice(0, -reply.length)}${theme.good(reply)}` : text}\n`;
}

function replied(form: Ask['form'], asked: Asked): string {
  const labels = (values: readonly string[]) => values.map((value) => labelOf(form, value)).join(', ');
  switch (asked.type) {
    case 'chosen':
      return labels([asked.value]);
    case 'ticked': {
      const rest = asked.others === 'no' ? (asked.values.length > 0 ? 'no to the rest' : 'no to all') : '';
      return [labels(asked.values), rest].filter(Boolean).join('; ') || 'left open';
    }
    case 'typed':
      return `${wordFor(form, asked.text)}${asked.byEnter && form.type === 'entry' && form.isExample && !(asked.text in form.words) ? ' (an example)' : ''}`;
    case 'confirmed':
      return asked.yes ? 'Yes' : 'No';
    case 'unknown':
      return form.type === 'entry' ? (form.without ?? '') : "I don't know";
    default:
      return 'skipped';
  }
}

/** Values that what was typed may mean: by their beginning first, then by any part of value or name. */
export function matches(among: readonly Choice[], text: string): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  const begin = among.filter(({ value }) => value.startsWith(wanted));
  return [...begin, ...among.filter((one) => !begin.includes(one) && `${one.value} ${one.label}`.toLowerCase().includes(wanted))];
}

/** A word of an entry as what it says; any other text as it is. */
export function wordFor(form: Ask['form'], text: string): string {
  return form.type === 'entry' ? (form.words[text] ?? text) : text;
}

function labelOf(form: Ask['form'], value: string): string {
  return (
    (form.type === 'choices' || form.type === 'checklist' ? form.choices.find((one) => one.value === value)?.label : undefined) ?? value
  );
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

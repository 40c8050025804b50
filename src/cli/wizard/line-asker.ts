import { createInterface } from 'node:readline';
import { paragraph } from '../../render/paragraph.ts';
import { BACK_KEY, EXPLAIN_KEY, Left, type Ask, type Asked, type Asker } from './ask.ts';
import { wordFor } from './layout.ts';
import type { Place } from './screen-asker.ts';

/** Asks line by line, for a terminal that cannot move its cursor (TERM=dumb): choices have numbers, Enter ends a reply. */
export function lineAsker({ input, output, gone, window }: Place): Asker {
  const say = (text: string) => void output.write(text);
  const tell = (lines: readonly string[]) => say(`${lines.map((line) => paragraph(line, window().columns, '')).join('\n')}\n`);
  return {
    say,
    async ask(ask) {
      say('\n');
      tell([...ask.standing, `${ask.text}${ask.note === undefined ? '' : ` (${ask.note})`}`, ...offered(ask)]);
      for (;;) {
        say('> ');
        const typed = (await readLine(input, gone)).trim();
        if (typed === EXPLAIN_KEY) tell([...ask.explain, '']);
        else if (typed === BACK_KEY && ask.canGoBack) return { type: 'back' };
        else {
          const reply = understood(ask, typed);
          if (typeof reply !== 'string') return reply;
          tell([`Not taken: ${reply}.`]);
        }
      }
    },
  };
}

function offered({ form, canGoBack }: Ask): readonly string[] {
  const hints = `${EXPLAIN_KEY} explains${canGoBack ? `, ${BACK_KEY} goes back` : ''}, Ctrl-C leaves.`;
  if (form.type === 'entry') {
    const words = Object.entries(form.words).filter(([word]) => word !== form.suggestion);
    return [
      [`Enter takes ${wordFor(form, form.suggestion)}`, ...words.map(([word, meaning]) => `${word} for ${meaning}`), hints].join(', '),
    ];
  }
  const choices = form.choices.map(({ label }, index) => `  ${index + 1}. ${label}`);
  const taken = form.choices.find(({ value }) => form.initial.includes(value))?.label ?? '';
  return [...choices, `A number${form.several ? ', or several with commas' : ''}; Enter takes "${taken}", ${hints}`];
}

/** What a typed line says, or why it says nothing. */
function understood({ form }: Ask, typed: string): Asked | string {
  if (form.type === 'entry') {
    const text = typed === '' ? form.suggestion : typed;
    return form.refuse(text) ?? { type: 'typed', text };
  }
  if (typed === '') return { type: 'chosen', values: form.initial };
  const words = form.several ? typed.split(',') : [typed];
  const chosen = words.map((word) => {
    const said = word.trim().toLowerCase();
    return form.choices.find(({ key, label }, index) => said === String(index + 1) || said === key || said === label.toLowerCase());
  });
  const values = chosen.flatMap((one) => one?.value ?? []);
  if (values.length < words.length) return `it is a number from 1 to ${form.choices.length}`;
  return values.length > 1 && chosen.some((one) => one?.alone) ? 'that one stands alone' : { type: 'chosen', values };
}

function readLine(input: NodeJS.ReadableStream, gone: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, terminal: false });
    const leave = () => {
      lines.close();
      reject(new Left('left'));
    };
    if (gone.aborted) return leave();
    gone.addEventListener('abort', leave, { once: true });
    lines.once('line', (line) => {
      gone.removeEventListener('abort', leave);
      resolve(line);
      lines.close();
    });
    lines.once('close', leave);
  });
}

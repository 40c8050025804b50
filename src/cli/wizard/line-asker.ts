import { createInterface } from 'node:readline';
import { paragraph } from '../../render/paragraph.ts';
import { KEYS, Left, type Ask, type Asked, type Asker, type Checklist, type Choice } from './ask.ts';
import { wordFor } from './layout.ts';
import type { Place } from './until-key.ts';

/** Asks line by line, for a terminal that cannot move its cursor (TERM=dumb): choices have numbers, Enter ends a reply. */
export function lineAsker({ input, output, gone, window }: Place): Asker {
  const say = (text: string) => void output.write(text);
  const tell = (lines: readonly string[]) => say(`${lines.map((line) => paragraph(line, window().columns, '')).join('\n')}\n`);
  return {
    say,
    async ask(ask) {
      const [position, total] = ask.progress;
      say('\n');
      tell([...ask.standing, `${position}/${total} ${ask.text}${ask.note === undefined ? '' : ` (${ask.note})`}`, ...offered(ask)]);
      for (;;) {
        say('> ');
        const typed = (await readLine(input, gone)).trim();
        if (typed === KEYS.explain) tell([...explained(ask), '']);
        else if (typed === KEYS.back && ask.canGoBack) return { type: 'back' };
        else if (typed === KEYS.skip && ask.skips !== null) return { type: 'skip' };
        else {
          const reply = understood(ask, typed);
          if (typeof reply !== 'string') return reply;
          tell([`Not taken: ${reply}.`]);
        }
      }
    },
  };
}

/** No choice is under a cursor here: each is explained. */
function explained({ form, explain }: Ask): readonly string[] {
  const choices = form.type === 'checklist' ? form.choices.flatMap((one) => one.explain ?? []) : [];
  return [...explain, ...choices];
}

function offered({ form, canGoBack, skips }: Ask): readonly string[] {
  const hints = [
    `${KEYS.explain} explains`,
    ...(canGoBack ? [`${KEYS.back} goes back`] : []),
    ...(skips === null || skips === 0 ? [] : [`${KEYS.skip} skips this and the other ${skips}`]),
    'Ctrl-C cancels.',
  ].join(', ');
  switch (form.type) {
    case 'entry': {
      const words = Object.entries(form.words).filter(([word]) => word !== form.suggestion);
      const enter = `Enter takes ${form.isExample ? 'the example ' : ''}${wordFor(form, form.suggestion)}`;
      return [
        [
          enter,
          ...words.map(([word, meaning]) => `${word} for ${meaning}`),
          ...(form.without === null ? [] : [`${KEYS.unknown} ${form.without}`]),
          hints,
        ].join(', '),
      ];
    }
    case 'choices': {
      const taken = form.choices.find(({ value }) => value === form.initial)?.label ?? '';
      return [...numbered(form.choices), `A number; Enter takes "${taken}", ${hints}`];
    }
    case 'checklist':
      return [
        ...numbered(form.choices),
        `Numbers of each that is needed, with commas; Enter alone leaves all open${form.canDeny ? `, ${KEYS.deny} says no to the others, as in 1,${KEYS.deny}` : ''}, ${hints}`,
      ];
    case 'confirm':
      return [`y or n; Enter takes n, ${hints}`];
  }
}

const numbered = (choices: readonly Choice[]) => choices.map(({ label }, index) => `  ${index + 1}. ${label}`);

/** What a typed line says, or why it says nothing. */
function understood({ form }: Ask, typed: string): Asked | string {
  const said = typed.toLowerCase();
  switch (form.type) {
    case 'entry': {
      if (typed === KEYS.unknown && form.without !== null) return { type: 'unknown' };
      const text = typed === '' ? form.suggestion : typed;
      return form.refuse(text) ?? { type: 'typed', text, byEnter: typed === '' };
    }
    case 'confirm':
      return ['', 'y', 'n'].includes(said) ? { type: 'confirmed', yes: said === 'y' } : 'it is y or n';
    case 'choices': {
      if (typed === '') return { type: 'chosen', value: form.initial };
      const chosen = form.choices.find(({ key, label }, index) => [String(index + 1), key, label.toLowerCase()].includes(said));
      return chosen ? { type: 'chosen', value: chosen.value } : `it is a number from 1 to ${form.choices.length}`;
    }
    case 'checklist':
      return ticks(form, said);
  }
}

function ticks({ choices, canDeny }: Checklist, said: string): Asked | string {
  if (said === KEYS.unknown) return { type: 'unknown' };
  const words = said.split(/[\s,]+/).filter(Boolean);
  const denies = canDeny && words.includes(KEYS.deny);
  const numbers = words.filter((word) => !denies || word !== KEYS.deny);
  const chosen = choices.filter((_, index) => numbers.includes(String(index + 1)));
  if (chosen.length < new Set(numbers).size) return `it is numbers from 1 to ${choices.length}`;
  return { type: 'ticked', values: chosen.map(({ value }) => value), others: denies ? 'no' : 'open' };
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

// Whatever is asked fits the window: no line is wider, no explanation pushes the question out of it.
import { describe, expect, test } from 'vitest';
import type { Ask, Entry, Menu } from '../../src/cli/wizard/ask.ts';
import { answer, look, next } from '../../src/cli/wizard/flow.ts';
import { drawDone, drawEntry, drawMenu } from '../../src/cli/wizard/layout.ts';
import { present } from '../../src/cli/wizard/present.ts';
import { standing } from '../../src/cli/wizard/standing.ts';
import type { State } from '../../src/cli/wizard/state.ts';
import { PLAIN } from '../../src/render/theme.ts';
import { awsBook } from '../price-book.ts';
import { repliesTo } from './replies.ts';

/** Every step of a walk that answers with the nth reply wherever there are as many. */
async function asks(nth: number): Promise<readonly Ask[]> {
  const shown: Ask[] = [];
  let state: State = { edition: 'aws', base: {}, fixed: [], given: [], earlier: {} };
  for (let step = next(state); step !== null; step = next(state)) {
    shown.push({ ...present(step, state, awsBook), standing: await standing(state, awsBook, 'native-first'), canGoBack: true });
    const replies = repliesTo(step, awsBook.regions);
    state = answer(state, replies[nth % replies.length] as NonNullable<(typeof replies)[0]>);
  }
  expect(look(state)).toBeDefined();
  return shown;
}

const ALL = [...(await asks(0)), ...(await asks(4))];

describe.each([40, 50, 80, 140])('%i columns', (columns) => {
  test.each([24, 40])('and %i rows: it fits', (rows) => {
    for (const unicode of [true, false]) {
      const window = { columns, rows, unicode, theme: PLAIN };
      for (const explaining of [false, true]) {
        for (const ask of ALL) {
          const { form } = ask;
          const view =
            form.type === 'menu'
              ? drawMenu(ask as Ask & { form: Menu }, { cursor: 0, ticked: [], explaining }, window)
              : drawEntry(ask as Ask & { form: Entry }, { text: '', cursor: 0, explaining, refusal: null }, window);
          const lines = view.join('\n').split('\n');
          // A link is not broken: the terminal does that, and it can still be clicked.
          const wide = lines.filter((line) => line.length > columns && !line.includes('https://'));
          expect(wide).toEqual([]);
          const tall = lines.reduce((total, line) => total + Math.max(1, Math.ceil(line.length / columns)), 0);
          expect(tall, view.join('\n')).toBeLessThanOrEqual(rows);
          if (!unicode) expect(view.join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
        }
      }
    }
  });
});

test('what stays on the screen says the question and the reply', () => {
  const [first] = ALL;
  const window = { columns: 80, rows: 24, unicode: true, theme: PLAIN };
  expect(drawDone(first as Ask, { type: 'chosen', values: ['unknown'] }, window)).toMatch(/^✔ Does the server push[^]* I don't know$/);
  expect(drawDone(first as Ask, { type: 'back' }, window)).toBe('‹ back');
});

// Whatever is asked fits the window: no word is broken, no question is pushed out of it; and what a key replies at once.
import { describe, expect, test } from 'vitest';
import type { Ask, Checklist } from '../../src/cli/wizard/ask.ts';
import { answer, look, next, stepsAhead } from '../../src/cli/wizard/flow.ts';
import { doneLine } from '../../src/cli/wizard/layout.ts';
import { present } from '../../src/cli/wizard/present.ts';
import { standing } from '../../src/cli/wizard/standing.ts';
import type { State } from '../../src/cli/wizard/state.ts';
import { PLAIN } from '../../src/render/theme.ts';
import { awsBook } from '../price-book.ts';
import { drawn } from './drawn.ts';
import { repliesTo } from './replies.ts';

/** Every step of a walk that answers with the nth reply wherever there are as many. */
async function asks(nth: number): Promise<readonly Ask[]> {
  const shown: Ask[] = [];
  let state: State = { edition: 'aws', base: {}, examples: [], fixed: {}, given: [], earlier: {} };
  for (let step = next(state); step !== null; step = next(state)) {
    const ahead = stepsAhead(state);
    shown.push({
      ...present(step, state, awsBook),
      standing: await standing(state, awsBook, 'native-first'),
      progress: [state.given.length + 1, state.given.length + ahead + 1],
      canGoBack: true,
      skips: ahead - 1,
    });
    const replies = repliesTo(step, awsBook.regions).filter((reply) => reply !== 'skip');
    state = answer(state, replies[nth % replies.length] as NonNullable<(typeof replies)[0]>);
  }
  expect(look(state)).toBeDefined();
  return shown;
}

const ALL = [...(await asks(0)), ...(await asks(3)), ...(await asks(4))];
const [FIRST] = ALL as [Ask];
const LIST = ALL.find(({ text }) => text === 'Who may call the API?') as Ask & { form: Checklist };
const ENTRY = ALL.find(({ note }) => note === 'traffic.request, traffic.response') as Ask;
const WIDE = { columns: 80, rows: 24, unicode: true };
const [UP, DOWN] = ['\u001b[A', '\u001b[B'];

describe.each([40, 50, 80, 140])('%i columns', (columns) => {
  test.each([24, 40])('and %i rows: it fits', async (rows) => {
    for (const unicode of [true, false]) {
      for (const ask of ALL) {
        const { lines, broken, scrolled } = await drawn(ask, { columns, rows, unicode });
        const shown = lines.join('\n');
        expect({ broken, scrolled }, shown).toEqual({ broken: [], scrolled: false });
        expect(shown.replaceAll(/\s+/g, ' ')).toContain(ask.text.slice(0, 15));
        expect(shown).toContain('Ctrl-C cancels');
        if (!unicode) expect(shown).toMatch(/^[\x20-\x7e\n]*$/);
      }
    }
  });
});

describe('keys', () => {
  test.each([
    [FIRST, ['y'], { type: 'chosen', value: 'yes' }],
    [FIRST, ['n'], { type: 'chosen', value: 'no' }],
    [FIRST, ['-'], { type: 'chosen', value: 'unknown' }],
    [FIRST, ['\r'], { type: 'chosen', value: 'unknown' }],
    [FIRST, ['<'], { type: 'back' }],
    [FIRST, ['>'], { type: 'skip' }],
    [FIRST, ['?', 'n'], { type: 'chosen', value: 'no' }],
    [FIRST, [UP, '?', '\r'], { type: 'chosen', value: 'no' }],
    [{ ...FIRST, canGoBack: false, skips: null }, ['<', '>'], null],
    [LIST, ['\r'], { type: 'ticked', values: [], others: 'open' }],
    [LIST, ['n'], { type: 'ticked', values: [], others: 'no' }],
    [LIST, ['-'], { type: 'unknown' }],
    [LIST, ['a', 'i', '\r'], { type: 'ticked', values: [], others: 'open' }],
    [LIST, [' ', DOWN, DOWN, ' ', '\r'], { type: 'ticked', values: ['vpc-only', 'clients-metered'], others: 'open' }],
    [LIST, [' ', DOWN, DOWN, ' ', UP, 'n'], { type: 'ticked', values: ['vpc-only', 'clients-metered'], others: 'no' }],
    [LIST, ['3', ' ', '1', '?', 'n'], { type: 'ticked', values: ['vpc-only'], others: 'no' }],
    [LIST, [DOWN, ' ', '?', '\r'], { type: 'ticked', values: ['access-policy'], others: 'open' }],
    [ENTRY, ['\r'], { type: 'typed', text: '2 KB, 5 KB', byEnter: true }],
    [ENTRY, ['\t', '\r'], { type: 'typed', text: '2 KB, 5 KB', byEnter: false }],
    [ENTRY, ['x', '\r', '\u0015', '\r'], { type: 'typed', text: '2 KB, 5 KB', byEnter: true }],
    [ENTRY, ['1 MB, -', '\r'], { type: 'typed', text: '1 MB, -', byEnter: false }],
    [ENTRY, ['1 MB, 2 KB\r'], { type: 'typed', text: '1 MB, 2 KB', byEnter: false }],
    [FIRST, ['n\r'], { type: 'chosen', value: 'no' }],
    [ENTRY, ['5', '\r'], null],
    [ENTRY, ['-'], { type: 'unknown' }],
    [ENTRY, ['<'], { type: 'back' }],
    [ENTRY, ['5', '<'], null],
    [{ ...FIRST, form: { type: 'confirm' } } as Ask, ['y'], { type: 'confirmed', yes: true }],
    [{ ...FIRST, form: { type: 'confirm' } } as Ask, ['\r'], { type: 'confirmed', yes: false }],
  ] as const)('%#', async (ask, keys, reply) => {
    expect((await drawn(ask, WIDE, keys)).asked).toEqual(reply);
  });

  test('? explains the choice under the cursor, above the question, which keeps its ticks', async () => {
    const { lines } = await drawn(LIST, { ...WIDE, rows: 40 }, [DOWN, ' ', '?']);
    const shown = lines.join('\n');
    expect(shown).toContain('Why it is asked: only REST APIs have resource policies.');
    expect(shown).not.toContain('private endpoints');
    expect(shown).toContain('[x] Must a resource policy decide');
    expect(shown.indexOf('Why it is asked')).toBeLessThan(shown.indexOf('Who may call the API?'));
  });

  test('a Region is found by a part of its name, or one that is spelled much alike', async () => {
    const region = ALL.find(({ note }) => note === 'region') as Ask;
    expect((await drawn(region, WIDE, [...'frankf', '\r'])).asked).toEqual({ type: 'typed', text: 'eu-central-1', byEnter: false });
    expect((await drawn(region, WIDE, [...'eu-cnetral-1', '\r'])).asked).toEqual({ type: 'typed', text: 'eu-central-1', byEnter: false });
    expect((await drawn(region, WIDE, [...'nowhere', '\r'])).asked).toBeNull();
    expect((await drawn(region, WIDE, ['\r'])).asked).toEqual({ type: 'typed', text: 'us-east-1', byEnter: true });
    expect((await drawn(region, WIDE, [DOWN, '\r'])).asked).toMatchObject({ type: 'typed', byEnter: false });
  });
});

test('what stays on the screen says the question and the reply', () => {
  const window = { columns: 80, rows: 24, unicode: true, theme: PLAIN };
  expect(doneLine(FIRST, { type: 'chosen', value: 'unknown' }, window)).toMatch(/^✔ Does the server push[^]* I don't know\n$/);
  expect(doneLine(FIRST, { type: 'back' }, window)).toBe('‹ back\n');
  expect(doneLine(LIST, { type: 'ticked', values: [], others: 'open' }, window)).toBe('✔ Who may call the API? left open\n');
  expect(doneLine(LIST, { type: 'ticked', values: [], others: 'no' }, window)).toBe('✔ Who may call the API? no to all\n');
});

// The wizard as a machine, over many sequences of replies and steps back: it asks what the tree leaves open and nothing
// else, "I don't know" is never a no, and the file it writes gives `recommend` the answer that it showed.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { answer, back, look, next } from '../../src/cli/wizard/flow.ts';
import { fileOf } from '../../src/cli/wizard/ending.ts';
import { QUESTIONS } from '../../src/decide/questions.ts';
import type { State } from '../../src/cli/wizard/state.ts';
import { verdict } from '../../src/cli/wizard/verdict.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { PLAIN } from '../../src/render/theme.ts';
import { parseSaid, parseWorkload } from '../../src/workload/read.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { drafts } from '../properties/workloads.ts';
import { run } from '../run.ts';
import { repliesTo } from './replies.ts';

const HEAD = '# A head.\n\n';
const SCREEN = { theme: PLAIN, columns: 80, unicode: true };
const BACK = 'back';

const bookOf = ({ edition }: State) => (edition === 'aws' ? awsBook : articleBook);
const begin = (edition: State['edition'], base: State['base']): State => ({ edition, base, fixed: [], given: [], earlier: {} });

/** What to do at each step: a number picks a reply. Past the end of the list the last reply there is, which says the least. */
const doings = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(1000) }, { weight: 1, arbitrary: fc.constant(BACK) }), { maxLength: 60 });

/** Every state on the way, the last one with nothing left to ask. */
function walked(begun: State, chosen: readonly (number | string)[]): readonly State[] {
  const states = [begun];
  for (let index = 0; ; index += 1) {
    const state = states.at(-1) as State;
    const step = next(state);
    if (step === null) return states;
    const doing = chosen[index];
    const replies = repliesTo(step, bookOf(state).regions);
    const reply = typeof doing === 'number' ? replies[doing % replies.length] : replies.at(-1);
    states.push(doing === BACK ? back(state) : answer(state, reply as NonNullable<typeof reply>));
    if (index > 200) throw new Error('it asks without end');
  }
}

async function sameAnswer(state: State, before: string, isNew: boolean, policy: Policy = 'native-first'): Promise<void> {
  const book = bookOf(state);
  const shown = verdict(state, {
    book,
    policy,
    screen: SCREEN,
    ports: { today: () => '2026-11-22' } as never,
    before,
    from: null,
    output: null,
  });
  const text = fileOf(state, before, isNew);
  const ran = await run(['recommend', '-', '--edition', state.edition, '--policy', policy], { stdin: text, columns: 80 });
  if (shown.isDraft) expect(ran).toMatchObject({ exitCode: 3, stdout: '' });
  else expect(ran).toMatchObject({ exitCode: 0, stdout: shown.text });
  // What is written can be gone on from, and says what was said.
  expect(look(begin(state.edition, parseSaid(text, {}))).draft.workload).toEqual(look(state).draft.workload);
}

describe.each(['aws', 'article'] as const)('%s edition', (edition) => {
  const walks = doings.map((chosen) => walked(begin(edition, {}), chosen));

  test('a new file gives recommend the answer that was shown', async () => {
    await fc.assert(
      fc.asyncProperty(walks, fc.constantFrom<Policy>('native-first', 'cheapest'), async (states, policy) =>
        sameAnswer(states.at(-1) as State, HEAD, true, policy),
      ),
      { numRuns: 100 },
    );
  });

  test('a file gone on from keeps what it says and gives the answer that was shown', async () => {
    const arbitrary = fc.tuple(drafts, fc.boolean(), doings);
    await fc.assert(
      fc.asyncProperty(arbitrary, async ([draft, asJson, chosen]) => {
        const said = { name: 'begun', ...draft, ...(edition === 'article' ? { region: 'us-east-1' } : {}) };
        const before = asJson ? JSON.stringify(said) : stringify(said);
        const base = parseSaid(before, {});
        const last = walked(begin(edition, base), chosen).at(-1) as State;
        expect(look(last).sight.said).toMatchObject(base);
        await sameAnswer(last, before, false);
      }),
      { numRuns: 40 },
    );
  });

  test('it asks the open questions of the tree, in its order, and no other', () => {
    fc.assert(
      fc.property(walks, (states) => {
        for (const state of states) {
          const step = next(state);
          if (step?.type !== 'question') continue;
          const asked = new Set(state.given.map((one) => one.step));
          const open = look(state).decision.open.find(({ question }) => !asked.has(question.id));
          expect(step.question).toBe(open?.question);
        }
        const last = states.at(-1) as State;
        const replied = new Map(last.given.map((one) => [one.step, one.reply.type]));
        const left = [...replied.values()].includes('leave-open');
        for (const { question } of look(last).decision.open) {
          const unsure = replied.get(question.id) === 'unknown' || replied.get(`which:${question.id}`) === 'unknown';
          expect(unsure || left).toBe(true);
        }
      }),
    );
  });

  test('"I don\'t know" states nothing, least of all a no', () => {
    fc.assert(
      fc.property(walks, (states) => {
        const last = states.at(-1) as State;
        const needs = (look(last).sight.said['needs'] ?? {}) as Record<string, string>;
        for (const { step, reply } of last.given) {
          if (reply.type !== 'unknown' && reply.type !== 'leave-open') continue;
          const features = QUESTIONS.find((one) => one.id === step.replace('which:', ''))?.features ?? [];
          expect(features.filter((feature) => needs[feature] !== undefined)).toEqual([]);
        }
      }),
    );
  });

  test('a step back undoes a reply and nothing else, and offers it again', () => {
    fc.assert(
      fc.property(walks, (states) => {
        for (const [index, state] of states.entries()) {
          const after = states[index + 1];
          if (after === undefined || after.given.length <= state.given.length) continue;
          const undone = back(after);
          expect(look(undone).sight.said).toEqual(look(state).sight.said);
          expect(next(undone)?.id).toBe(next(state)?.id);
          expect(undone.earlier[next(state)?.id ?? '']).toEqual(after.given.at(-1)?.reply);
        }
      }),
    );
  });
});

test('at the first step there is no way back', () => {
  const begun = begin('aws', {});
  expect(back(begun)).toBe(begun);
});

test('a file with everything answered leaves nothing to ask', () => {
  const features = new Set(QUESTIONS.flatMap((question) => question.features));
  const questions = [...features].map((feature) => `${feature}: no`);
  const text = `name: a\nregion: us-east-1\ntraffic: { requests: 1M, request: 1 KB, response: 1 KB }\nbackend: { lambda: { memory: 512 MB, duration: 10 ms } }\nneeds: { ${questions.join(', ')} }`;
  expect(parseWorkload(text, {})).toBeDefined();
  expect(next(begin('aws', parseSaid(text, {})))).toBeNull();
});

describe('what Enter alone takes', () => {
  /** The suggestion of a field, asked after nothing but "I don't know". */
  function suggested(base: string, id: string): string | undefined {
    const last = walked(begin('aws', parseSaid(base, {})), []).map(next);
    return last.flatMap((step) => (step?.type === 'field' && step.id === id ? [step.field.suggest ?? 'the example'] : []))[0];
  }
  const API = 'name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nneeds: { response-cache: yes }\n';
  const CHAT = 'name: a\nregion: us-east-1\nrealtime: { connections: 100, inbound: { rate: 1/min, size: 1 KB }';

  test('is no distribution where none is stated, for it would keep the answers in place of the gateway', () => {
    expect(suggested(API, 'edge.hitRatio')).toBe('none');
    expect(suggested(`${API}edge: { geography: eu }\n`, 'edge.hitRatio')).toBe('the example');
  });

  test('is no push beside those that are pushed on', () => {
    expect(suggested(`${CHAT} }\n`, 'realtime.outbound.rate')).toBe('the example');
    expect(suggested(`${CHAT}, fanOut: 5 }\n`, 'realtime.outbound.rate')).toBe('none');
  });
});

// The wizard as a machine, over many sequences of replies and steps back: it asks what the tree leaves open and nothing
// else, "I don't know" is never a no, and the file it writes gives `recommend` the answer that it showed.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { advise, type Recommendation } from '../../src/advise/advise.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { readAnswers, answersText } from '../../src/cli/wizard/answers.ts';
import { fileOf, named } from '../../src/cli/wizard/ending.ts';
import { answer, back, byEnter, look, next, stepsAhead } from '../../src/cli/wizard/flow.ts';
import { lastScreen } from '../../src/cli/wizard/last-screen.ts';
import { replyFrom } from '../../src/cli/wizard/ready.ts';
import { answered, examplesOf } from '../../src/cli/wizard/said.ts';
import { itemsOf, type State } from '../../src/cli/wizard/state.ts';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { costOf } from '../../src/estimate/cost-in-question.ts';
import { formatMoney } from '../../src/money/format.ts';
import { PLAIN } from '../../src/render/theme.ts';
import { examplesIn, parseSaid, parseWorkload } from '../../src/workload/read.ts';
import { articleBook, awsBook } from '../price-book.ts';
import { drafts } from '../properties/workloads.ts';
import { run } from '../run.ts';
import { repliesTo } from './replies.ts';

const HEAD = '# A head.\n\n';
const SCREEN = { theme: PLAIN, columns: 80, unicode: true };
const BACK = 'back';

const bookOf = ({ edition }: State) => (edition === 'aws' ? awsBook : articleBook);
const begin = (edition: State['edition'], base: State['base'], examples: readonly string[] = []): State => ({
  edition,
  base,
  examples,
  fixed: {},
  given: [],
  earlier: {},
});

/** What to do at each step: a number picks a reply. Past the end of the list the last reply there is, which says the least. */
const doings = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(1000) }, { weight: 1, arbitrary: fc.constant(BACK) }), { maxLength: 40 });

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

/** By Enter alone, to the end. */
function entered(begun: State): State {
  let state = begun;
  for (let step = next(state); step !== null; step = next(state)) state = answer(state, byEnter(step, state.base));
  return state;
}

const gist = ({ outcome, picks, decision }: Recommendation) => ({
  outcome,
  leaves: decision.leaves,
  picks: picks.map(({ advised }) => [advised.candidate.id, formatMoney(costOf(advised.estimate), advised.estimate.bound)]),
});

async function sameAnswer(state: State, before: string, isNew: boolean, policy: Policy = 'native-first'): Promise<void> {
  const book = bookOf(state);
  const last = named(state, 'begun.yaml');
  const ports = {} as never;
  const setting = {
    book,
    policy,
    prices: null,
    contract: null,
    cost: null,
    screen: SCREEN,
    ports,
    before,
    from: isNew ? null : 'begun.yaml',
    output: null,
    force: false,
    ready: {},
  };
  const shown = lastScreen(last, 'begun.yaml', 'Saved in begun.yaml.', setting);
  const text = fileOf(last, before, isNew);
  const { draft } = look(last);
  const ran = await run(['recommend', '-', '--edition', state.edition, '--policy', policy], { stdin: text, columns: 80 });
  if (draft.lacks.length > 0 || draft.mistakes.length > 0) expect(ran).toMatchObject({ exitCode: 3, stdout: '' });
  else {
    expect(ran.exitCode).toBe(0);
    const advice = advise(parseWorkload(text), book, { policy });
    expect(gist(advice)).toEqual(gist(advise(draft.workload, book, { policy })));
    for (const { advised, move } of advice.picks) {
      const { estimate } = move?.verdict === 'stay' ? move.from : advised;
      expect(shown).toContain(formatMoney(costOf(estimate), estimate.bound));
    }
    // With the last question above it and the prompt of a shell below.
    expect(shown.trimEnd().split('\n').length, shown).toBeLessThanOrEqual(22);
  }
  // What is written can be gone on from, and says what was said.
  expect(look(begin(state.edition, parseSaid(text, {}))).draft.workload).toEqual(draft.workload);
  const isJson = text.startsWith('{');
  expect(examplesIn(text).toSorted()).toEqual(
    isJson
      ? []
      : examplesOf(last)
          .filter((item) => text.includes(`${item.split('.').at(-1)}:`))
          .toSorted(),
  );
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

  test('it asks the open questions of the tree, those of a topic together, and no other', () => {
    fc.assert(
      fc.property(walks, (states) => {
        for (const state of states) {
          const step = next(state);
          if (step?.type !== 'question' && step?.type !== 'topic') continue;
          const given = answered(state);
          const open = look(state).decision.open.filter(({ question }) => given[question.id] === undefined);
          const topic = open[0]?.question.topic;
          const together = topic === undefined ? open.slice(0, 1) : open.filter(({ question }) => question.topic === topic);
          expect(itemsOf(step)).toEqual(together.map(({ question }) => question.id));
        }
        const last = states.at(-1) as State;
        const given = answered(last);
        for (const { question } of look(last).decision.open)
          expect(given[question.id]?.type === 'unknown' || last.given.includes('skip')).toBe(true);
      }),
    );
  });

  test('"I don\'t know" states nothing, least of all a no', () => {
    fc.assert(
      fc.property(walks, (states) => {
        const last = states.at(-1) as State;
        const needs = (look(last).sight.said['needs'] ?? {}) as Record<string, string>;
        for (const [item, { type }] of Object.entries(answered(last))) {
          if (type !== 'unknown') continue;
          const features = QUESTIONS.find((one) => one.id === item)?.features ?? [];
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
          const reply = after?.given.at(-1);
          if (after === undefined || reply === undefined || after.given.length <= state.given.length) continue;
          const undone = back(after);
          expect(look(undone).sight.said).toEqual(look(state).sight.said);
          expect(next(undone)).toEqual(next(state));
          if (reply !== 'skip') expect(undone.earlier).toMatchObject(reply);
        }
      }),
    );
  });

  test('answers that are kept lead to the same place', () => {
    fc.assert(
      fc.property(walks, (states) => {
        const last = states.at(-1) as State;
        const ready = readAnswers(answersText(last), 'kept.yaml', bookOf(last));
        let again = begin(edition, {});
        for (let step = next(again); step !== null; step = next(again)) {
          const reply = replyFrom(step, ready, again, true);
          again = answer(again, reply ?? 'skip');
        }
        expect(look(again).sight.said).toEqual(look(last).sight.said);
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

describe('how many prompts', () => {
  test('a CRUD API on Lambda takes ten, and where to save is one more', () => {
    expect(stepsAhead(begin('aws', {}))).toBe(10);
    expect(entered(begin('aws', {})).given).toHaveLength(10);
  });

  test.each(QUESTIONS.filter(({ topic }) => topic !== undefined).map((question) => [question.id, question] as const))(
    'with a yes to %s no more than 12, where to save included',
    (_, question) => {
      let state = begin('aws', {});
      for (let step = next(state); step !== null; step = next(state)) {
        const reply = byEnter(step, {});
        const yes = itemsOf(step).includes(question.id) && step.type !== 'which';
        const which = step.type === 'which' ? { [question.id]: { type: 'features', features: question.features } as const } : {};
        state = answer(state, { ...reply, ...(yes ? { [question.id]: { type: 'yes' } as const } : {}), ...which });
      }
      expect(state.given.length + 1).toBeLessThanOrEqual(12);
    },
  );

  test('the number of prompts that is said beforehand holds, if Enter alone replies', () => {
    let state = begin('aws', {});
    for (let step = next(state); step !== null; step = next(state)) {
      expect(state.given.length + stepsAhead(state)).toBe(10);
      state = answer(state, byEnter(step, {}));
    }
  });
});

describe('what Enter alone takes', () => {
  const API = 'name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nneeds: { response-cache: yes }\n';
  const CHAT = 'name: a\nregion: us-east-1\nrealtime: { connections: 100, inbound: { rate: 1/min, size: 1 KB }';
  const taken = (text: string, item: string) => answered(entered(begin('aws', parseSaid(text, {}))))[item];

  test('is no distribution where none is stated, for it would keep the answers in place of the gateway', () => {
    expect(taken(API, 'edge.hitRatio')).toEqual({ type: 'none' });
    expect(taken(`${API}edge: { geography: eu }\n`, 'edge.hitRatio')).toMatchObject({ type: 'value', isExample: true });
  });

  test('is no push beside those that are pushed on', () => {
    expect(taken(`${CHAT} }\n`, 'realtime.outbound.rate')).toMatchObject({ type: 'value', isExample: true });
    expect(taken(`${CHAT}, fanOut: 5 }\n`, 'realtime.outbound.rate')).toEqual({ type: 'none' });
  });

  test('is marked in the file, and asked again of whoever goes on from it, who keeps or replaces it', () => {
    const text = fileOf(named(entered(begin('aws', {})), 'orders.yaml'), HEAD, true);
    expect(text).toContain('region: us-east-1 # an example, not stated\n');
    expect(text).toContain('  requests: 100M/month # an example, not stated\n');
    expect(text).toContain('name: orders\n');
    const base = parseSaid(text, {});
    const examples = examplesIn(text);
    expect(examples).toEqual([
      'region',
      'traffic.requests',
      'traffic.request',
      'traffic.response',
      'backend.lambda.memory',
      'backend.lambda.duration',
    ]);
    let state = begin('aws', base, examples);
    const asked: string[] = [];
    for (let step = next(state); step !== null; step = next(state)) {
      asked.push(...itemsOf(step));
      const isRequests = step.type === 'fields' && itemsOf(step)[0] === 'traffic.requests';
      state = answer(state, isRequests ? { 'traffic.requests': { type: 'value', text: '3M', isExample: false } } : byEnter(step, base));
    }
    expect(asked).toEqual(expect.arrayContaining([...examples]));
    const after = fileOf(state, text, false);
    expect(after).toContain('  requests: 3M\n');
    expect(examplesIn(after)).toEqual(examples.filter((item) => item !== 'traffic.requests'));
  });
});

import { decide } from '../../decide/decide.ts';
import type { Topic } from '../../decide/topics.ts';
import type { Decision } from '../../decide/walk.ts';
import { readDraft, type Draft, type Said } from '../../workload/draft.ts';
import { lackedBy } from '../../workload/lacked.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { FIELDS, KINDS, kindsOf, suggestionFor, type Sight } from './fields.ts';
import { answered, possibleFeatures, questionOf, saidBy } from './said.ts';
import { itemsOf, type Answer, type Answers, type Open, type Reply, type State, type Step } from './state.ts';
import { valuesOf } from './values.ts';

/** The wizard as a machine without a screen: `next` says what to ask, `answer` and `back` move on. */

/** What a state knows about its workload. */
export interface Sighting {
  readonly draft: Draft;
  readonly decision: Decision;
  readonly sight: Sight;
}

/** The workload so far, and where the tree leads with it. */
export function look(state: State): Sighting {
  const said = saidBy(state);
  const draft = readDraft(said);
  const answers = answered(state);
  const kind = (section: string) => {
    const answer = answers[section];
    return answer?.type === 'kind' ? answer.kind : null;
  };
  return { draft, decision: decide(draft.workload, state.edition), sight: { said, workload: draft.workload, kind } };
}

/** What to ask next; null when nothing that matters is left to ask. */
export function next(state: State): Step | null {
  return due(state)[0] ?? null;
}

/** The state after a reply to its next step. */
export function answer(state: State, reply: Reply): State {
  const items = reply === 'skip' ? [] : Object.keys(reply);
  const earlier = Object.fromEntries(Object.entries(state.earlier).filter(([item]) => !items.includes(item)));
  return { ...state, given: [...state.given, reply], earlier };
}

/** The state before its last reply, which is kept to be offered again. The first step has none before it. */
export function back(state: State): State {
  const last = state.given.at(-1);
  if (last === undefined) return state;
  return { ...state, given: state.given.slice(0, -1), earlier: last === 'skip' ? state.earlier : { ...state.earlier, ...last } };
}

/** How many prompts there are still, the next one included, if each is replied to as Enter alone does. */
export function stepsAhead(state: State): number {
  let steps = 0;
  let ahead = state;
  // All that is due at once is replied to at once: to read a workload again for each takes longer than a start may.
  for (let all = due(ahead); all.length > 0; all = due(ahead)) {
    steps += all.length;
    ahead = all.reduce((before, step) => answer(before, byEnter(step, state.base)), ahead);
  }
  return steps;
}

/** What Enter alone replies: examples for numbers, and nothing about a question. */
export function byEnter(step: Step, base: Said): Answers {
  switch (step.type) {
    case 'kind':
      return { [step.section]: { type: 'kind', kind: step.kinds[0] ?? '' } };
    case 'fields': {
      const answers = valuesOf(step.field, step.paths, suggestionFor(step.field, step.paths, base), true);
      return typeof answers === 'string' ? unknown(step) : answers;
    }
    default:
      return unknown(step);
  }
}

/** "I don't know" to all that a step asks. */
export function unknown(step: Step): Answers {
  return Object.fromEntries(itemsOf(step).map((item): [string, Answer] => [item, { type: 'unknown' }]));
}

/** Everything that is due, the next first. What the volume is of, requests or connections, comes before the volume; the rest of the tree after it. */
function due(state: State): readonly Step[] {
  if (state.given.includes('skip')) return [];
  const sighting = look(state);
  const answers = answered(state);
  const open = sighting.decision.open.filter(({ question }) => answers[question.id] === undefined);
  const ofVolume = open.filter(({ yes }) => yes.includes('websocket'));
  return [
    ...which(answers, sighting),
    ...ofVolume.map((one): Step => ({ type: 'question', open: one })),
    ...fieldsDue(state, answers, sighting, true),
    ...questionsDue(open.filter((one) => !ofVolume.includes(one))),
    ...fieldsDue(state, answers, sighting, false),
    ...begunDue(answers, sighting),
    ...kindsDue(answers, sighting),
  ];
}

/** Questions with a yes that may mean several features. */
function which(answers: Answers, { sight }: Sighting): readonly Step[] {
  const of = Object.entries(answers).flatMap(([item, { type }]) => {
    if (type !== 'yes') return [];
    const question = questionOf(item);
    const features = possibleFeatures(question, sight.said);
    return features.length > 1 ? [{ question, features }] : [];
  });
  return of.length > 0 ? [{ type: 'which', of }] : [];
}

/** Open questions, those of a topic together. */
function questionsDue(all: readonly Open[]): readonly Step[] {
  const [first] = all;
  if (first === undefined) return [];
  const topic: Topic | undefined = first.question.topic;
  const open = topic === undefined ? [first] : all.filter(({ question }) => question.topic === topic);
  const step: Step = topic === undefined || open.length === 1 ? { type: 'question', open: first } : { type: 'topic', topic, open };
  return [step, ...questionsDue(all.filter((one) => !open.includes(one)))];
}

function fieldsDue({ examples }: State, answers: Answers, { sight }: Sighting, early: boolean): readonly Step[] {
  return FIELDS.filter((field) => (field.early === true) === early && field.when(sight)).flatMap((field): readonly Step[] => {
    const paths = field.paths.filter((path) => {
      const item = path.join('.');
      return answers[item] === undefined && (valueAt(sight.said, path) === undefined || examples.includes(item));
    });
    return paths.length > 0 ? [{ type: 'fields', field, paths }] : [];
  });
}

/** What sections require that a file has begun, such as a draft of a template, and that no field above asks for. */
function begunDue(answers: Answers, { sight }: Sighting): readonly Step[] {
  const asked = new Set(FIELDS.filter((field) => field.when(sight)).flatMap(({ paths }) => paths.map((path) => path.join('.'))));
  const sections = new Map<string, string[][]>();
  for (const { path } of lackedBy(sight.said)) {
    const names = path.map(String);
    const item = names.join('.');
    // A list is no section that one prompt could ask for.
    if (path.some((step) => typeof step === 'number') || asked.has(item) || answers[item] !== undefined) continue;
    const section = names.slice(0, -1).join('.');
    sections.set(section, [...(sections.get(section) ?? []), names]);
  }
  return [...sections.values()].map((paths) => ({ type: 'fields', field: { paths, when: () => true }, paths }));
}

function kindsDue(answers: Answers, { sight }: Sighting): readonly Step[] {
  return Object.entries(KINDS)
    .filter(([section, { when }]) => answers[section] === undefined && valueAt(sight.said, [section]) === undefined && when(sight))
    .map(([section]) => ({ type: 'kind', section, kinds: kindsOf(section) }));
}

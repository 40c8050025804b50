import { decide } from '../../decide/decide.ts';
import type { Decision } from '../../decide/walk.ts';
import { readDraft, type Draft } from '../../workload/draft.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { FIELDS, KINDS, kindsOf, type Sight } from './fields.ts';
import { possibleFeatures, saidBy } from './said.ts';
import type { Reply, State, Step } from './state.ts';

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
  const kind = (section: string) => {
    const reply = replyTo(state, section);
    return reply?.type === 'kind' ? reply.kind : null;
  };
  return { draft, decision: decide(draft.workload, state.edition), sight: { said, workload: draft.workload, kind } };
}

/** What to ask next; null when nothing that matters is left to ask. */
export function next(state: State): Step | null {
  return whichOf(state) ?? due(state)[0] ?? null;
}

/** How many questions of the tree may still be asked, the next one included. */
export function remainingQuestions(state: State): number {
  return due(state).filter((step) => step.type === 'question').length;
}

/** The state after a reply to its next step. */
export function answer(state: State, reply: Reply): State {
  const step = next(state);
  if (step === null) return state;
  const { [step.id]: _before, ...earlier } = state.earlier;
  return { ...state, given: [...state.given, { step: step.id, reply }], earlier };
}

/** The state before its last reply, which is kept to be offered again. The first step has none before it. */
export function back(state: State): State {
  const last = state.given.at(-1);
  if (last === undefined) return state;
  return { ...state, given: state.given.slice(0, -1), earlier: { ...state.earlier, [last.step]: last.reply } };
}

/** A yes to a question that stands for several features: which of them. */
function whichOf(state: State): Step | null {
  const last = state.given.at(-1);
  if (last?.reply.type !== 'yes') return null;
  const { decision, sight } = look({ ...state, given: state.given.slice(0, -1) });
  const question = decision.open.find((one) => one.question.id === last.step)?.question;
  if (question === undefined) return null;
  const features = possibleFeatures(question, sight.said);
  return features.length > 1 ? { type: 'which', id: `which:${question.id}`, question, features } : null;
}

/** Everything that may still be asked, the next first. */
function due(state: State): readonly Step[] {
  const { decision, sight } = look(state);
  const asked = new Set([...state.fixed, ...state.given].map((one) => one.step));
  const left = state.given.some((one) => one.reply.type === 'leave-open');
  const open = left ? [] : decision.open.filter(({ question }) => !asked.has(question.id));
  const questions = open.map((one): Step => ({ type: 'question', id: one.question.id, ...one, others: open.length - 1 }));
  // What the volume is of, requests or connections, comes before the volume; the rest of the tree after it.
  const ofVolume = questions.filter((step) => step.type === 'question' && step.yes.includes('websocket'));
  const fields = FIELDS.flatMap((field): readonly (Step & { readonly early: boolean })[] => {
    const id = field.path.join('.');
    const wanted = !asked.has(id) && valueAt(sight.said, field.path) === undefined && field.when(sight);
    return wanted ? [{ type: 'field', id, field, early: field.early === true }] : [];
  });
  const kinds = Object.entries(KINDS).flatMap(([section, { when }]): readonly Step[] => {
    const wanted = !asked.has(section) && valueAt(sight.said, [section]) === undefined && when(sight);
    return wanted ? [{ type: 'kind', id: section, section, kinds: kindsOf(section) }] : [];
  });
  const name = fields.filter((step) => step.id === 'name');
  return [
    ...ofVolume,
    ...fields.filter((step) => step.early),
    ...questions.filter((step) => !ofVolume.includes(step)),
    ...fields.filter((step) => !step.early && !name.includes(step)),
    ...kinds,
    ...name,
  ];
}

function replyTo({ fixed, given }: State, step: string): Reply | null {
  return [...fixed, ...given].findLast((one) => one.step === step)?.reply ?? null;
}

import type { Question } from '../../decide/question.ts';
import { QUESTIONS } from '../../decide/questions.ts';
import type { Said } from '../../workload/draft.ts';
import type { FeatureId } from '../../workload/features.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { WITH } from '../../workload/requires.ts';
import { stated, type Edit } from '../../workload/stated.ts';
import { FIELDS, summary } from './fields.ts';
import type { Answer, Answers, State } from './state.ts';

/** Every answer so far, the latest where one was given twice, as to a question that asked on. */
export function answered({ fixed, given }: Pick<State, 'fixed' | 'given'>): Answers {
  return Object.assign({}, fixed, ...given.filter((reply) => reply !== 'skip')) as Answers;
}

/** What is stated once every answer is taken: the file, and the answers over it. */
export function saidBy(state: State): Said {
  return editsOf(state).reduce(stated, state.base);
}

/** Dotted paths of the values that are examples, in the file or by Enter alone. */
export function examplesOf(state: State): readonly string[] {
  const answers = Object.entries(answered(state));
  const again = answers.map(([item]) => item);
  const byEnter = answers.flatMap(([item, answer]) => (answer.type === 'value' && answer.isExample ? [item] : []));
  return [...state.examples.filter((item) => !again.includes(item)), ...byEnter];
}

/** The answers as edits of a workload file, in the order in which they were given. "I don't know" states nothing. */
export function editsOf(state: State): readonly Edit[] {
  let said = state.base;
  return Object.entries(answered(state)).flatMap(([item, answer]) => {
    const edits = editsFor(item, answer, said);
    said = edits.reduce(stated, said);
    return edits;
  });
}

/** The features of a question about which nothing is stated. */
function unsaidFeatures({ features }: Question, said: Said): readonly FeatureId[] {
  return features.filter((feature) => valueAt(said, ['needs', feature]) === undefined);
}

/** Those of them that can be had: some are nothing without a feature that was denied. */
export function possibleFeatures(question: Question, said: Said): readonly FeatureId[] {
  return unsaidFeatures(question, said).filter((feature) => {
    const other = WITH[feature];
    return other === undefined || ![false, 'no'].includes(valueAt(said, ['needs', other]) as string | false);
  });
}

function editsFor(item: string, answer: Answer, said: Said): readonly Edit[] {
  switch (answer.type) {
    case 'value':
      return state(item.split('.'), answer.text, item.includes('.') ? summary(item.split('.')) : null, said, answer.isExample);
    case 'yes':
    case 'no': {
      const question = questionOf(item);
      const features = answer.type === 'yes' ? possibleFeatures(question, said) : unsaidFeatures(question, said);
      // A yes to several features says nothing before it is known which.
      return answer.type === 'yes' && features.length > 1 ? [] : needs(features, answer.type, question, said);
    }
    case 'features':
      return needs(answer.features, 'yes', questionOf(item), said);
    default: {
      const path = item.split('.');
      return FIELDS.some(({ begins, paths }) => begins && paths.some((one) => one.join('.') === item)) ? sections(path, said) : [];
    }
  }
}

/** One field, and the sections it stands in where they are new, each with its description. */
function state(path: readonly string[], value: string, comment: string | null, said: Said, isExample: boolean): readonly Edit[] {
  return [...sections(path, said), { path, value, comment, isExample }];
}

function sections(path: readonly string[], said: Said): readonly Edit[] {
  const above = path.slice(0, -1).map((_, depth) => path.slice(0, depth + 1));
  return above.filter((one) => valueAt(said, one) === undefined).map((one) => ({ path: one, value: null, comment: summary(one) }));
}

/** Features with one answer, under the question that was asked. */
function needs(features: readonly FeatureId[], answer: 'yes' | 'no', { ask }: Question, said: Said): readonly Edit[] {
  return features.flatMap((feature, index) =>
    index === 0 ? state(['needs', feature], answer, ask, said, false) : [{ path: ['needs', feature], value: answer, comment: null }],
  );
}

export function questionOf(id: string): Question {
  const question = QUESTIONS.find((one) => one.id === id);
  if (question === undefined) throw new Error(`the tree has no question ${id}`);
  return question;
}

import type { Question } from '../../decide/question.ts';
import { QUESTIONS } from '../../decide/questions.ts';
import { describe } from '../../workload/describe.ts';
import type { Said } from '../../workload/draft.ts';
import type { FeatureId } from '../../workload/features.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { WITH } from '../../workload/requires.ts';
import { stated, type Edit } from '../../workload/stated.ts';
import { FIELDS } from './fields.ts';
import type { Given, State } from './state.ts';

/** What is stated once every reply is taken: the file, and the replies over it. */
export function saidBy(state: State): Said {
  return editsOf(state).reduce(stated, state.base);
}

/** The replies as edits of a workload file, in the order in which they were given. "I don't know" states nothing. */
export function editsOf({ base, fixed, given }: State): readonly Edit[] {
  let said = base;
  return [...fixed, ...given].flatMap((one) => {
    const edits = editsFor(one, said);
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

function editsFor({ step, reply }: Given, said: Said): readonly Edit[] {
  switch (reply.type) {
    case 'value':
      return state(step.split('.'), reply.text, step.includes('.') ? summary(step.split('.')) : null, said);
    case 'yes':
    case 'no': {
      const question = questionOf(step);
      const features = reply.type === 'yes' ? possibleFeatures(question, said) : unsaidFeatures(question, said);
      // A yes to several features says nothing before it is known which.
      return reply.type === 'yes' && features.length > 1 ? [] : needs(features, reply.type, question, said);
    }
    case 'features':
      return needs(reply.features, 'yes', questionOf(step.replace('which:', '')), said);
    default: {
      const field = FIELDS.find(({ path }) => path.join('.') === step);
      return field?.begins ? sections(field.path, said) : [];
    }
  }
}

/** One field, and the sections it stands in where they are new, each with its description. */
function state(path: readonly string[], value: string, comment: string | null, said: Said): readonly Edit[] {
  return [...sections(path, said), { path, value, comment }];
}

function sections(path: readonly string[], said: Said): readonly Edit[] {
  const above = path.slice(0, -1).map((_, depth) => path.slice(0, depth + 1));
  return above.filter((one) => valueAt(said, one) === undefined).map((one) => ({ path: one, value: null, comment: summary(one) }));
}

/** Features with one answer, under the question that was asked. */
function needs(features: readonly FeatureId[], answer: 'yes' | 'no', { ask }: Question, said: Said): readonly Edit[] {
  return features.flatMap((feature, index) =>
    index === 0 ? state(['needs', feature], answer, ask, said) : [{ path: ['needs', feature], value: answer, comment: null }],
  );
}

function questionOf(id: string): Question {
  const question = QUESTIONS.find((one) => one.id === id);
  if (question === undefined) throw new Error(`the tree has no question ${id}`);
  return question;
}

/** The first sentence of a description. */
export function summary(path: readonly string[]): string {
  return describe(path).description.split(/(?<=[.!?]) /, 1)[0] ?? '';
}

import { describe } from '../../workload/describe.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { leavesInWords } from './leaves.ts';
import type { Open, Step } from './state.ts';

/** What `?` says about a step, a paragraph each: why it is asked, what a yes leads to, and where that is written. */
export function explain(step: Step): readonly string[] {
  switch (step.type) {
    case 'question':
      return explainQuestion(step.open);
    case 'topic':
      return ['A tick is a yes. What is not ticked stays open and never counts as a no, unless you answer with n.'];
    case 'which':
      return ['A file says yes to a feature by its name. Without a tick the question stays open.'];
    case 'kind':
      return [describe([step.section]).description, '"I don\'t know" leaves it out of the price, and the recommendation says so.'];
    case 'fields': {
      const { field, paths } = step;
      const forms = new Set(paths.flatMap((path) => describe(path).refuse('?')?.because ?? []));
      return [
        ...paths.map((path) => describe(path).description),
        ...(forms.size > 0 ? [`It accepts ordinary notation: ${[...forms].join('; ')}.`] : []),
        'Enter alone takes the example, and the file marks it as one. A value that you type is stated.',
        field.early
          ? '"I don\'t know" leaves it out; but nothing can be priced without a Region and some traffic.'
          : '"I don\'t know" leaves it out: the recommendation then says what was assumed or is not priced.',
      ];
    }
  }
}

export function explainQuestion({ question: { ask, because, features, sources }, yes, no }: Open): readonly string[] {
  return [
    ask,
    `Why it is asked: ${because}.`,
    `A yes leads to ${leavesInWords(yes)}. After a no, ${leavesInWords(no)} ${no.length > 1 ? 'are' : 'is'} still possible.`,
    `It is about: ${features.map((id) => FEATURES[id].name).join('; ')}.`,
    ...sources.map((source) => `Source: ${source}`),
  ];
}

export function explainFeature(id: FeatureId): string {
  return `${FEATURES[id].name}: ${FEATURES[id].description}`;
}

import { describe } from '../../workload/describe.ts';
import { FEATURES } from '../../workload/features.ts';
import { leavesInWords } from './leaves.ts';
import type { Step } from './state.ts';

/** What `?` says about a step, a paragraph each: why it is asked, what a yes leads to, and where that is written. */
export function explain(step: Step): readonly string[] {
  switch (step.type) {
    case 'question': {
      const { because, features, sources } = step.question;
      return [
        `Why it is asked: ${because}.`,
        `A yes leads to ${leavesInWords(step.yes)}. After a no, ${leavesInWords(step.no)} ${step.no.length > 1 ? 'are' : 'is'} still possible.`,
        `It is about: ${features.map((id) => FEATURES[id].name).join('; ')}.`,
        '"I don\'t know" leaves it open: it never counts as a no, and the recommendation says what a yes would change.',
        ...sources.map((source) => `Source: ${source}`),
      ];
    }
    case 'which':
      return [
        ...step.features.map((id) => `${FEATURES[id].name}: ${FEATURES[id].description}`),
        'A file says yes to a feature by its name. "I don\'t know which" leaves the question open.',
      ];
    case 'kind':
      return [describe([step.section]).description, '"I don\'t know" leaves it out of the price, and the recommendation says so.'];
    case 'field': {
      const { description, refuse } = describe(step.field.path);
      const form = refuse('?')?.because;
      return [
        description,
        ...(form === undefined ? [] : [`It reads as people write it: ${form}.`]),
        step.field.early
          ? '"I don\'t know" leaves it out; but nothing can be priced without a Region and some traffic.'
          : '"I don\'t know" leaves it out: the recommendation then says what was assumed or not priced.',
      ];
    }
  }
}

import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { CACHE_SIZES } from '../../workload/field.ts';
import { describe } from '../../workload/describe.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { UNKNOWN_KEY, type Ask, type Asked, type Choice, type Entry } from './ask.ts';
import { explain } from './explain.ts';
import { KINDS, type Field } from './fields.ts';
import { summary } from './said.ts';
import type { Reply, State, Step } from './state.ts';

/** A step in words, and a reply to it back from words. */

const UNKNOWN: Choice = { value: 'unknown', label: "I don't know", key: UNKNOWN_KEY, alone: true };

/** What to show of a step. */
export function present(step: Step, state: State, book: PriceBook): Omit<Ask, 'standing' | 'canGoBack'> {
  const earlier = state.earlier[step.id];
  return { ...wording(step), form: form(step, earlier, book), explain: explain(step) };
}

function wording(step: Step): Pick<Ask, 'text' | 'note'> {
  switch (step.type) {
    case 'question':
      return { text: step.question.ask };
    case 'which':
      return { text: 'Which of these does it need?' };
    case 'kind':
      return { text: describe([step.section]).description.replace(/^What (.*?)\.(.*)$/s, 'What $1?'), note: step.section };
    case 'field': {
      const { path } = step.field;
      // Deep fields say little without their section: "Memory of the function."
      const lead = path.length > 2 ? `${describe(path.slice(0, -1)).description} ` : '';
      return { text: `${lead}${summary(path).replace(/\.$/, ':')}`, note: path.join('.') };
    }
  }
}

function form(step: Step, earlier: Reply | undefined, book: PriceBook): Ask['form'] {
  switch (step.type) {
    case 'question': {
      const rest: readonly Choice[] =
        step.others > 0 ? [{ value: 'leave-open', label: `I don't know, nor the ${step.others} after it: leave them open` }] : [];
      return menu(
        [{ value: 'yes', label: 'Yes', key: 'y' }, { value: 'no', label: 'No', key: 'n' }, UNKNOWN, ...rest],
        [earlier?.type ?? 'unknown'],
      );
    }
    case 'which': {
      const choices = step.features.map((id): Choice => ({ value: id, label: FEATURES[id].name, detail: FEATURES[id].description }));
      const initial = earlier?.type === 'features' ? earlier.features : [earlier?.type ?? step.features[0] ?? ''];
      return { ...menu([...choices, { ...UNKNOWN, label: "I don't know which" }], initial), several: true };
    }
    case 'kind': {
      const kinds = step.kinds.map((kind): Choice => ({
        value: kind,
        label: describe([step.section, kind]).description.replace(/\.$/, ''),
      }));
      const none: Choice = { value: 'none', label: KINDS[step.section]?.none ?? 'None' };
      return menu([...kinds, none, UNKNOWN], [earlier?.type === 'kind' ? earlier.kind : (earlier?.type ?? step.kinds[0] ?? 'none')]);
    }
    case 'field':
      return entry(step.field, earlier, book);
  }
}

function menu(choices: readonly Choice[], initial: readonly string[]) {
  return { type: 'menu', several: false, choices, initial } as const;
}

function entry({ path, suggest, none, among }: Field, earlier: Reply | undefined, book: PriceBook): Entry {
  const { example, refuse } = describe(path);
  const words = { [UNKNOWN_KEY]: UNKNOWN.label, ...(none === undefined ? {} : { none }) };
  const before =
    earlier?.type === 'value' ? earlier.text : earlier?.type === 'none' ? 'none' : earlier?.type === 'unknown' ? UNKNOWN_KEY : null;
  return {
    type: 'entry',
    suggestion: before ?? suggest ?? example,
    words,
    among: among === undefined ? [] : values(among, book),
    refuse(text) {
      if (text in words) return null;
      const refusal = refuse(text);
      if (refusal !== null) return `${refusal.because}${refusal.write === null ? '' : `; write ${refusal.write}`}`;
      if (among !== 'regions' || book.regions.includes(text)) return null;
      const nearest = didYouMean(text, book.regions);
      return `there are no prices for ${text}${nearest === null ? '' : `; did you mean ${nearest}?`}`;
    },
  };
}

function values(among: NonNullable<Field['among']>, book: PriceBook): readonly Choice[] {
  if (among === 'cache-sizes') return CACHE_SIZES.map((size) => ({ value: `${size} GB`, label: '' }));
  return book.regions.map((region) => ({ value: region, label: book.placeName({ region }) }));
}

/** What a reply on the screen says to the step. */
export function replyOf(step: Step, asked: Exclude<Asked, { type: 'back' }>): Reply {
  if (asked.type === 'typed') {
    if (asked.text === UNKNOWN_KEY) return { type: 'unknown' };
    return asked.text === 'none' && step.type === 'field' && step.field.none !== undefined
      ? { type: 'none' }
      : { type: 'value', text: asked.text };
  }
  const [value = 'unknown'] = asked.values;
  if (value === 'unknown' || value === 'none' || value === 'leave-open') return { type: value };
  switch (step.type) {
    case 'question':
      return { type: value === 'yes' ? 'yes' : 'no' };
    case 'which':
      return { type: 'features', features: asked.values as readonly FeatureId[] };
    case 'kind':
      return { type: 'kind', kind: value };
    case 'field':
      return { type: 'value', text: value };
  }
}

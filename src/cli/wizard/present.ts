import { TOPICS } from '../../decide/topics.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { describe } from '../../workload/describe.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { KEYS, type Ask, type Choice, type Entry, type Told } from './ask.ts';
import { explain, explainFeature, explainQuestion } from './explain.ts';
import { KINDS, suggestionFor, summary, type Field } from './fields.ts';
import { unknown } from './flow.ts';
import { matches } from './layout.ts';
import { itemsOf, type Answer, type Answers, type Reply, type State, type Step } from './state.ts';
import { NONE, valuesOf } from './values.ts';

/** A step in words, and a reply to it back from words. */

const UNKNOWN: Choice = { value: 'unknown', label: "I don't know", key: KEYS.unknown };

/** What to show of a step. */
export function present(step: Step, state: State, book: PriceBook): Pick<Ask, 'text' | 'note' | 'form' | 'explain'> {
  return { ...wording(step), form: form(step, state, book), explain: explain(step) };
}

function wording(step: Step): Pick<Ask, 'text' | 'note'> {
  switch (step.type) {
    case 'question':
      return { text: step.open.question.ask };
    case 'topic':
      return { text: TOPICS[step.topic], note: `${step.open.length} questions` };
    case 'which':
      return { text: 'Which of these does it need?', note: `${step.of.flatMap(({ features }) => features).length} features` };
    case 'kind':
      return { text: describe([step.section]).description.replace(/^What (.*?)\.(.*)$/s, 'What $1?'), note: step.section };
    case 'fields': {
      const { paths } = step;
      // Deep fields say little without their section: "Memory of the function."
      const [first = []] = paths;
      const lead = first.length > 2 ? `${describe(first.slice(0, -1)).description} ` : '';
      const asked = paths.map(summary).map((text) => text.replace(/\.$/, ''));
      const words = asked.map((text, index) => (index === 0 ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`));
      return { text: `${lead}${words.join('; ')}:`, note: itemsOf(step).join(', ') };
    }
  }
}

function form(step: Step, state: State, book: PriceBook): Ask['form'] {
  const { earlier } = state;
  switch (step.type) {
    case 'question':
      return {
        type: 'choices',
        choices: [{ value: 'yes', label: 'Yes', key: 'y' }, { value: 'no', label: 'No', key: 'n' }, UNKNOWN],
        initial: earlier[step.open.question.id]?.type ?? 'unknown',
      };
    case 'topic': {
      const choices = step.open.map((open) => ({ value: open.question.id, label: open.question.ask, explain: explainQuestion(open) }));
      return { type: 'checklist', choices, ticked: itemsOf(step).filter((id) => saysYes(earlier[id])), canDeny: true };
    }
    case 'which': {
      const choices = step.of.flatMap(({ features }) =>
        features.map((id) => ({ value: id, label: FEATURES[id].name, explain: [explainFeature(id)] })),
      );
      const ticked = itemsOf(step).flatMap((id) => {
        const before = earlier[id];
        return before?.type === 'features' ? before.features : [];
      });
      return { type: 'checklist', choices, ticked, canDeny: false };
    }
    case 'kind': {
      const kinds = step.kinds.map((kind): Choice => ({
        value: kind,
        label: describe([step.section, kind]).description.replace(/\.$/, ''),
      }));
      const none: Choice = { value: NONE, label: KINDS[step.section]?.none ?? 'None' };
      const before = earlier[step.section];
      return {
        type: 'choices',
        choices: [...kinds, none, UNKNOWN],
        initial: before?.type === 'kind' ? before.kind : (before?.type ?? step.kinds[0] ?? NONE),
      };
    }
    case 'fields':
      return entry(step, state, book);
  }
}

const saysYes = (answer: Answer | undefined) => answer?.type === 'yes' || answer?.type === 'features';

function entry({ field, paths }: Step & { readonly type: 'fields' }, { base, earlier }: State, book: PriceBook): Entry {
  const before = paths.map((path) => earlier[path.join('.')]);
  const among = valuesAmong(field, book);
  const wasAsked = before.some((one) => one !== undefined);
  return {
    type: 'entry',
    suggestion: wasAsked ? textOf(before) : suggestionFor(field, paths, base),
    isExample: before.every((one) => one === undefined || (one.type === 'value' && one.isExample)),
    words: field.none === undefined ? {} : { [NONE]: field.none },
    among,
    without: UNKNOWN.label,
    refuse(text) {
      const values = valuesOf(field, paths, text, false);
      if (typeof values === 'string') return values;
      const not = among.length === 0 || text === KEYS.unknown ? null : notAmong(text, among);
      return not === null ? null : `${not.because}; write ${not.write}`;
    },
  };
}

/** Earlier answers as one would type them. */
function textOf(before: readonly (Answer | undefined)[]): string {
  const texts = before.map((one) => (one?.type === 'value' ? one.text : one?.type === 'none' ? NONE : KEYS.unknown));
  return new Set(texts).size === 1 && [NONE, KEYS.unknown].includes(texts[0] ?? '') ? (texts[0] ?? '') : texts.join(', ');
}

/** The values of a field where they are few: Regions with prices. */
export function valuesAmong({ among }: Field, book: PriceBook): readonly Choice[] {
  return among === undefined ? [] : book.regions.map((region) => ({ value: region, label: book.placeName({ region }) }));
}

/** Why a text is none of these values, and which one may be meant. */
export function notAmong(text: string, among: readonly Choice[]): { readonly because: string; readonly write: string } | null {
  const values = among.map(({ value }) => value);
  if (values.includes(text)) return null;
  const meant = matches(among, text)[0]?.value ?? didYouMean(text, values);
  return { because: `there are no prices for ${text}`, write: meant ?? values[0] ?? '' };
}

/** What a reply on the screen says to the step. */
export function replyOf(step: Step, asked: Told, isExample: boolean): Reply {
  switch (asked.type) {
    case 'skip':
      return 'skip';
    case 'unknown':
      return unknown(step);
    case 'typed': {
      if (step.type !== 'fields') return unknown(step);
      const values = valuesOf(step.field, step.paths, asked.text, asked.byEnter && isExample);
      return typeof values === 'string' ? unknown(step) : values;
    }
    case 'chosen':
      return chosen(step, asked.value);
    case 'ticked':
      return Object.fromEntries(ticked(step, asked.values, asked.others));
  }
}

function chosen(step: Step, value: string): Answers {
  const [item = ''] = itemsOf(step);
  if (value === 'yes' || value === 'no' || value === NONE) return { [item]: { type: value } };
  return value === 'unknown' ? unknown(step) : { [item]: { type: 'kind', kind: value } };
}

/** What is not ticked stays open, unless a no was said to it; a yes of which no feature is ticked is open again. */
function ticked(step: Step, values: readonly string[], others: 'open' | 'no'): readonly [string, Answer][] {
  const left: Answer = { type: others === 'no' ? 'no' : 'unknown' };
  if (step.type !== 'which') return itemsOf(step).map((id) => [id, values.includes(id) ? { type: 'yes' } : left]);
  return step.of.map(({ question, features }) => {
    const chosenOnes: readonly FeatureId[] = features.filter((id) => values.includes(id));
    return [question.id, chosenOnes.length > 0 ? { type: 'features', features: chosenOnes } : { type: 'unknown' }];
  });
}

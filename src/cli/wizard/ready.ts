import { byEnter, unknown } from './flow.ts';
import { itemsOf, type Answer, type Answers, type State, type Step } from './state.ts';

/** Answers in a file, by the same names as a person's; `example` takes what Enter alone would. */
export type Ready = Readonly<Record<string, Answer | { readonly type: 'example' }>>;

/** The reply that ready answers make to a step: null where one of them is missing, unless what is missing may stay open. */
export function replyFrom(step: Step, ready: Ready, { base }: State, mayStayOpen: boolean): Answers | null {
  const items = itemsOf(step);
  const missing = items.filter((item) => !Object.hasOwn(ready, item));
  if (missing.length > 0 && !mayStayOpen) return null;
  const examples = byEnter(step, base);
  const given = items.flatMap((item): [string, Answer][] => {
    const one = Object.hasOwn(ready, item) ? ready[item] : undefined;
    if (one === undefined) return [];
    return [[item, one.type === 'example' ? (examples[item] ?? { type: 'unknown' }) : one]];
  });
  return { ...unknown(step), ...Object.fromEntries(given) };
}

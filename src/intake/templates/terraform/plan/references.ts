import { unknown } from '../../build-value.ts';
import type { Place, Value } from '../../value.ts';
import { invocation, INVOKED } from '../evaluate/invocation.ts';
import { attributeName } from '../translate/names.ts';
import { entryOf, listOf, objectOf, withoutIndex, wordOf, type Json, type JsonObject, type Plan, type Planned } from './shape.ts';

/** What references are worked out with. */
export interface Context {
  readonly plan: Plan;
  readonly of: Planned;
  readonly at: Place;
  keyOf(planned: Planned): string;
}

const AFTER = 'it is known only after the plan is applied';

/** What an expression refers to, where its value is not known yet. */
export function referred(expression: Json | undefined, context: Context): Value {
  const found = referencesIn(expression).flatMap((reference) => targetOf(reference, context.of.prefix, context, MOST_STEPS));
  const [first, ...rest] = [...new Map(found.map((value) => [JSON.stringify(value), value])).values()];
  if (first === undefined) return unknown(context.at, AFTER);
  return rest.length === 0 ? first : { kind: 'composed', at: context.at, parts: [first, ...rest] };
}

/** The references of an expression, however deep, without those that another says more precisely. */
function referencesIn(expression: Json | undefined): readonly string[] {
  if (Array.isArray(expression)) return (expression as readonly Json[]).flatMap(referencesIn);
  const object = objectOf(expression);
  const own = listOf(entryOf(object, 'references')).map(wordOf);
  const precise = own.filter((one, index) => !own.some((other, at) => at < index && other.startsWith(one)));
  return [...precise, ...Object.entries(object).flatMap(([name, inner]) => (name === 'references' ? [] : referencesIn(inner)))];
}

/** Enough for any chain of modules. */
const MOST_STEPS = 60;

function targetOf(reference: string, prefix: string, context: Context, steps: number): readonly Value[] {
  const [first = '', second = '', ...rest] = partsOf(reference);
  if (steps === 0) return [];
  const further = (expression: Json | undefined, inside: string) =>
    referencesIn(expression).flatMap((one) => targetOf(one, inside, context, steps - 1));
  if (first === 'var') return further(argumentOf(withoutIndex(second), prefix, context.plan), parentOf(prefix));
  if (first === 'module') {
    const [output = ''] = rest;
    const inside = `${prefix}module.${second}.`;
    const outputs = objectOf(entryOf(context.plan.configuration(inside), 'outputs'));
    return further(entryOf(objectOf(entryOf(outputs, output)), 'expression'), inside);
  }
  if (first === 'data') return [unknown(context.at, `${reference} is read when it is deployed`)];
  const [attribute = null] = rest;
  const planned = instanceOf(first, second, prefix, context);
  if (planned === null) return [];
  const target = context.keyOf(planned);
  const link = { kind: 'link', at: context.at, target, attribute: attribute === null ? null : attributeName(attribute) } as const;
  const invoked = attribute === null || !planned.type.startsWith('aws_lambda_') ? undefined : INVOKED[attribute];
  return [invoked === undefined ? link : invocation(invoked, link, context.at)];
}

/** The names in a reference, each with its number or key. */
const partsOf = (reference: string) => reference.match(/(?:[^.[\]]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*"|[^\]]*)\])?/g) ?? [];

function parentOf(prefix: string): string {
  const parts = prefix.match(/module\.[^.[]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\./g) ?? [];
  return parts.slice(0, -1).join('');
}

/** What a module is called with. */
function argumentOf(name: string, prefix: string, plan: Plan): Json | undefined {
  const own = /module\.([^.[]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.$/.exec(prefix)?.[1] ?? '';
  const calls = objectOf(entryOf(plan.configuration(parentOf(prefix)), 'module_calls'));
  const given: JsonObject = objectOf(entryOf(objectOf(entryOf(calls, own)), 'expressions'));
  return entryOf(given, name);
}

/** The one of a block that is meant: the only one, the one of that number or key, or the one of the same as what refers to it. */
function instanceOf(type: string, word: string, prefix: string, { plan, of }: Context): Planned | null {
  const name = withoutIndex(word);
  const named = plan.byName.get(`${type}.${name}`) ?? [];
  const there = named.filter((one) => one.prefix === prefix);
  const all = there.length > 0 ? there : named.filter((one) => withoutIndex(one.prefix) === withoutIndex(prefix));
  const index = /\[(?:(\d+)|"((?:[^"\\]|\\.)*)")\]$/.exec(word);
  const asked = index === null ? of.index : (index[1] ?? index[2] ?? null);
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  return all.find((one) => one.index === asked) ?? null;
}

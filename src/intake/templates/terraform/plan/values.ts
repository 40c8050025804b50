import { compose, text, unknown } from '../../build-value.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { typeOf } from '../translate/translate.ts';
import { referred, type Context } from './references.ts';
import { entryOf, listOf, objectOf, type Json, type JsonObject, type Planned } from './shape.ts';

/** What AWS gives a resource, by which others name it. */
const NAMES = ['id', 'arn', 'root_resource_id', 'execution_arn', 'invoke_arn', 'qualified_arn', 'dns_name', 'api_endpoint'] as const;

/** Who is named by what: of a state, which has no references, all links are found so. */
export type Known = ReadonlyMap<string, { readonly planned: Planned; readonly attribute: string } | null>;

/** Null of a name that several have. */
export function knownOf(resources: readonly Planned[]): Known {
  const known = new Map<string, { planned: Planned; attribute: string } | null>();
  for (const planned of resources) {
    if (typeOf(planned.type) === undefined) continue;
    for (const attribute of NAMES) {
      const name = entryOf(planned.values, attribute);
      if (typeof name === 'string' && name !== '') known.set(name, known.has(name) ? null : { planned, attribute });
    }
  }
  return known;
}

/** All that a resource of a plan says, under Terraform's names. */
export function valuesOf(context: Context, known: Known): Section {
  const { of, at } = context;
  const names = new Set([...Object.keys(of.values), ...Object.keys(of.unknown).filter((name) => Object.hasOwn(of.expressions, name))]);
  const entries = new Map<string, Entry>();
  for (const name of names) {
    const [value, expression] = [entryOf(of.values, name), entryOf(of.expressions, name)];
    const made = valueOf(
      { value, expression, unknown: entryOf(of.unknown, name), sensitive: entryOf(of.sensitive, name), name },
      context,
      known,
    );
    if (made !== null) entries.set(name, { key: at, value: made });
  }
  return { kind: 'section', at, entries };
}

/** One value, with all that a plan says of it elsewhere. */
interface Said {
  readonly name: string;
  readonly value: Json | undefined;
  readonly expression: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
}

function valueOf(said: Said, context: Context, known: Known): Value | null {
  const { at } = context;
  const { value, expression } = said;
  if (said.sensitive === true) return unknown(at, 'it is sensitive, and is not read');
  // What AWS chooses because nobody did is absent.
  if (expression === undefined && isChosen(said, context)) return null;
  if (said.unknown === true) return expression === undefined ? null : inText(said.name, referred(expression, context), at);
  if (Array.isArray(value) || Array.isArray(said.unknown)) return ofList(said, context, known);
  if (isObject(value) || isObject(said.unknown)) return ofObject(said, context, known);
  if (value === null || value === undefined || value === '') return null;
  const written = String(value);
  return (ARE_NAMES.test(said.name) ? linked(written, context, known) : null) ?? text(written, at);
}

/** What AWS chooses where nothing is stated, as the plan of a change shows it. A state does not tell what was stated. */
const CHOSEN: Readonly<Record<string, string>> = { endpoint_configuration: 'EDGE' };

function isChosen({ name, value }: Said, { of }: Context): boolean {
  const [block] = listOf(value);
  const [type, ...others] = listOf(entryOf(objectOf(block), 'types'));
  const isOfPlan = Object.keys(of.expressions).length > 0;
  return isOfPlan && type !== undefined && others.length === 0 && Object.hasOwn(CHOSEN, name) && CHOSEN[name] === type;
}

const isObject = (value: Json | undefined): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Arguments that hold the name of another resource, or a text with one inside. */
const ARE_NAMES = /(?:_ids?|_arns?|uri|target|^function_name|^domain_name|^resource_arn)$/;

/** A text of which a reference may be a part: `integrations/x`, `http://x/orders`. */
function inText(name: string, value: Value, at: Place): Value {
  return /uri$|^target$/.test(name) && value.kind === 'link' ? { kind: 'composed', at, parts: [value] } : value;
}

function ofList(said: Said, context: Context, known: Known): Value | null {
  const [values, unknowns] = [listOf(said.value), listOf(said.unknown)];
  const expressions = listOf(said.expression);
  const sensitive = listOf(said.sensitive);
  const count = Math.max(values.length, unknowns.length);
  const items = Array.from({ length: count }, (_, index) => {
    // The expressions of blocks are a list; a block that was made of one expression for all is none of them.
    const expression = Array.isArray(said.expression) ? (expressions.length === count ? expressions[index] : undefined) : said.expression;
    return valueOf(
      { name: said.name, value: values[index], unknown: unknowns[index], sensitive: sensitive[index], expression },
      context,
      known,
    );
  });
  const there = items.filter((item) => item !== null);
  return there.length === 0 ? null : { kind: 'list', at: context.at, items: there };
}

function ofObject(said: Said, context: Context, known: Known): Value | null {
  const [values, unknowns, sensitive] = [objectOf(said.value), objectOf(said.unknown), objectOf(said.sensitive)];
  const own: JsonObject = objectOf(said.expression);
  const isWhole = Object.hasOwn(own, 'references') || Object.hasOwn(own, 'constant_value');
  const entries = new Map<string, Entry>();
  for (const name of new Set([...Object.keys(values), ...Object.keys(unknowns)])) {
    const expression = isWhole ? said.expression : entryOf(own, name);
    const of = { name, value: entryOf(values, name), unknown: entryOf(unknowns, name), sensitive: entryOf(sensitive, name), expression };
    const made = valueOf(of, context, known);
    if (made !== null) entries.set(name, { key: context.at, value: made });
  }
  return entries.size === 0 ? null : { kind: 'section', at: context.at, entries };
}

/** A name as a link to what has it, also inside a text. */
function linked(written: string, context: Context, known: Known): Value | null {
  const whole = linkTo(written, context, known);
  if (whole !== null) return whole;
  // The ARN of a function inside the path that calls it, or the id of an integration.
  const inside = /^(.*\/functions\/|integrations\/)(.+?)(\/(?:response-streaming-)?invocations)?$/.exec(written);
  const link = inside === null ? null : linkTo(inside[2] ?? '', context, known);
  return link === null || inside === null ? null : compose([inside[1] ?? '', link, inside[3] ?? ''], context.at);
}

function linkTo(name: string, context: Context, known: Known): Value | null {
  const found = known.get(name);
  if (found === undefined || found === null || found.planned === context.of) return null;
  const reference = `${found.planned.type}.${found.planned.name}.${found.attribute}`;
  return referred(
    { references: [reference] },
    { ...context, of: { ...context.of, prefix: found.planned.prefix, index: found.planned.index } },
  );
}

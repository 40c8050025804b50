import { saidAt, text, unknown } from '../build-value.ts';
import { linksIn, textOf } from '../lookup.ts';
import type { Place, Value } from '../value.ts';
import { TOO_MUCH } from './budget.ts';
import { inJson } from './in-json.ts';
import { saysTheSame } from './same.ts';
import type { Call } from './scope.ts';
import { transformed } from './spread.ts';
import { composed, substitute } from './substitute.ts';

/** Every function of CloudFormation that gives a value which may say something of an API. */
export const FUNCTIONS: ReadonlyMap<string, (call: Call) => Value | null> = new Map<string, (call: Call) => Value | null>([
  ['Ref', reference],
  ['Fn::GetAtt', attribute],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::FindInMap', findInMap],
  ['Fn::If', decide],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::ImportValue', importValue],
  ['Fn::Transform', ({ argument, scope, resolve }) => transformed(argument, scope, resolve)],
  ['Fn::Base64', ({ argument, at, resolve }) => madeOf(resolve(argument), at, 'it is encoded')],
  ['Fn::ToJsonString', ({ argument, at, scope, resolve }) => composed(inJson(resolve(argument)), at, scope.budget)],
  ['Fn::Length', length],
  ['Fn::GetAZs', ({ at }) => unknown(at, 'Availability Zones are known when the stack is deployed')],
  ['Fn::Cidr', ({ at }) => unknown(at, 'address ranges are known when the stack is deployed')],
]);

function reference({ argument, at, scope, resolve }: Call): Value | null {
  const name = textOf(resolve(argument));
  return name === null ? unknown(at, 'what Ref names is not known') : scope.named(name, at);
}

function attribute({ argument, at, scope, resolve }: Call): Value {
  const [first, ...rest] = argument.kind === 'list' ? argument.items.map(resolve) : [resolve(argument)];
  const words = [first, ...rest].map((word) => textOf(word));
  if (words.some((word) => word === null)) return unknown(at, 'what Fn::GetAtt names is not known');
  // In JSON it may be one text too.
  const whole = words.join('.');
  const dot = whole.indexOf('.');
  const [resource, name] = dot < 0 ? [whole, ''] : [whole.slice(0, dot), whole.slice(dot + 1)];
  return scope.attribute(resource, name, at) ?? unknown(at, `the template has no resource ${resource}`, `the resource ${resource}`);
}

function join({ argument, at, scope, resolve }: Call): Value {
  const [delimiter, items] = argument.kind === 'list' ? argument.items.map(resolve) : [];
  const between = textOf(delimiter);
  if (between === null || items === null || items === undefined) return unknown(at, 'what Fn::Join puts together is not known');
  if (items.kind !== 'list') return madeOf(items, at, 'the items of Fn::Join are not known');
  return composed(
    items.items.flatMap((item, index) => (index === 0 || between === '' ? [item] : [between, item])),
    at,
    scope.budget,
  );
}

function findInMap({ argument, at, scope, resolve }: Call): Value | null {
  const [name, top, second, otherwise] = argument.kind === 'list' ? argument.items.map(resolve) : [];
  const mapping = textOf(name);
  const from = mapping === null ? null : scope.mapping(mapping);
  if (from === null || mapping === null) return unknown(at, 'what mapping Fn::FindInMap reads is not known');
  const found = [...from.entries]
    .filter(([key]) => textOf(top) === null || key === textOf(top))
    .flatMap(([, { value }]) => (value.kind === 'section' ? [...value.entries] : []))
    .filter(([key]) => textOf(second) === null || key === textOf(second));
  const [first] = found;
  if (first === undefined) {
    const fallback = otherwise?.kind === 'section' ? otherwise.entries.get('DefaultValue')?.value : undefined;
    return fallback ?? unknown(at, `mapping ${mapping} has no such key`, `the key in mapping ${mapping}`);
  }
  // Of a key that is not known, what it gives is known where all keys give the same.
  if (!found.every(([, entry]) => saysTheSame(entry.value, first[1].value)))
    return unknown(at, `a key of mapping ${mapping} is known when the stack is deployed`);
  return saidAt(first[1].value, at, { ...first[1].key, by: `mapping ${mapping}` });
}

/** A condition is not decided by the defaults of parameters: both branches stay. */
function decide({ argument, at, resolve }: Call): Value | null {
  const [condition, ...branches] = argument.kind === 'list' ? argument.items : [];
  const name = textOf(condition);
  if (name === null || branches.length !== 2) return unknown(at, 'what Fn::If decides is not known');
  const [yes = null, no = null] = branches.map((branch, index) => taken(resolve(branch), name, index));
  if (yes === null && no === null) return null;
  return saysTheSame(yes, no) ? yes : { kind: 'either', at, condition: name, branches: [yes, no] };
}

/** Of a branch that asks the same condition again, the branch that is left. */
function taken(value: Value | null, condition: string, index: number): Value | null {
  return value?.kind === 'either' && value.condition === condition ? (value.branches[index] ?? null) : value;
}

function select({ argument, at, resolve }: Call): Value | null {
  const [index, items] = argument.kind === 'list' ? argument.items.map(resolve) : [];
  const which = textOf(index);
  if (items === null || items === undefined || which === null || !/^\d+$/.test(which))
    return unknown(at, 'what Fn::Select picks is not known');
  if (items.kind !== 'list') return madeOf(items, at, 'the items of Fn::Select are not known');
  return items.items[Number(which)] ?? unknown(at, `the list of Fn::Select has no item ${which}`);
}

function split({ argument, at, scope, resolve }: Call): Value {
  const [delimiter, source] = argument.kind === 'list' ? argument.items.map(resolve) : [];
  const [by, whole] = [textOf(delimiter), textOf(source)];
  if (by === null || by === '' || whole === null) return madeOf(source ?? null, at, 'what Fn::Split parts is not known');
  if (!scope.budget.spend(whole.length)) return unknown(at, TOO_MUCH);
  return { kind: 'list', at, items: whole.split(by).map((part) => text(part, at)) };
}

function importValue({ argument, at, scope, resolve }: Call): Value {
  const name = resolve(argument);
  return name === null ? unknown(at, 'what Fn::ImportValue names is not known') : scope.imported(name, at);
}

function length({ argument, at, resolve }: Call): Value {
  const items = resolve(argument);
  return items?.kind === 'list' ? text(String(items.items.length), at) : unknown(at, 'what Fn::Length counts is not known');
}

/** Something made of a value in a way that is not worked out: what it refers to is still seen in it. */
function madeOf(value: Value | null, at: Place, because: string): Value {
  const links = linksIn(value);
  return links.length === 0 ? unknown(at, because) : { kind: 'composed', at, parts: links };
}

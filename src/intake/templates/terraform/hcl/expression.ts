import type { PlaceOf } from '../../text/lines.ts';
import type { Expression, ObjectEntry, Step } from './syntax.ts';
import { heredocParts, quotedParts } from './text-parts.ts';
import type { Node } from './tree.ts';

/** A text that is read, and where its offsets are. */
export interface Source {
  readonly text: string;
  readonly placeOf: PlaceOf;
}

export const named = (node: Node, ...types: readonly string[]): readonly Node[] => node.children.filter(({ type }) => types.includes(type));

export const one = (node: Node, ...types: readonly string[]): Node | null => named(node, ...types)[0] ?? null;

export const wordsOf = (node: Node, { text }: Source): string => text.slice(node.start, node.end).replaceAll(/\s+/g, ' ');

/** Turns a node of an expression into what it says. */
export function expressionOf(node: Node, source: Source): Expression {
  const at = source.placeOf(node.start);
  const inner = (child: Node) => expressionOf(child, source);
  const [first] = node.children;
  switch (node.type) {
    case 'numeric_lit':
    case 'bool_lit':
      return { kind: 'literal', at, text: source.text.slice(node.start, node.end) };
    case 'null_lit':
      return { kind: 'null', at };
    case 'string_lit':
    case 'quoted_template': {
      const parts = quotedParts(node, source);
      return parts.every((part) => typeof part === 'string')
        ? { kind: 'literal', at, text: parts.join('') }
        : { kind: 'template', at, parts };
    }
    case 'heredoc_template':
      return { kind: 'template', at, ...heredocParts(node, source) };
    case 'tuple':
      return { kind: 'list', at, items: named(node, 'expression').map(inner) };
    case 'object':
      return { kind: 'object', at, entries: named(node, 'object_elem').flatMap((element) => elementOf(element, source)) };
    case 'for_tuple_expr':
    case 'for_object_expr':
      return forOf(node, source);
    case 'function_call': {
      const given = one(node, 'function_arguments');
      const name = wordsOf({ ...node, end: one(node, '(')?.start ?? node.end }, source).trim();
      return {
        kind: 'call',
        at,
        name,
        given: given === null ? [] : named(given, 'expression').map(inner),
        isSpread: given !== null && one(given, 'ellipsis') !== null,
      };
    }
    case 'conditional': {
      const [condition, yes, no] = named(node, 'expression');
      if (condition === undefined || yes === undefined || no === undefined) break;
      return { kind: 'conditional', at, condition: inner(condition), yes: inner(yes), no: inner(no), words: wordsOf(condition, source) };
    }
    case 'unary_operation':
    case 'binary_operation': {
      const operands = parted(
        node.children.filter(({ type }) => !isSign(type)),
        source,
      );
      const [left, right] = operands;
      const sign = node.children.find(({ type }) => isSign(type))?.type ?? '';
      if (left === undefined) break;
      return { kind: 'operation', at, sign, left: right === undefined ? null : left, right: right ?? left };
    }
    case 'identifier':
      return { kind: 'name', at, name: source.text.slice(node.start, node.end) };
    default:
      // A wrapper, with steps after what they lead into, or brackets around it.
      if (first !== undefined) return parted(node.children, source)[0] ?? { kind: 'null', at };
  }
  return { kind: 'null', at };
}

const SIGNS = new Set(['!', '-', '+', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||']);
const isSign = (type: string) => SIGNS.has(type);

const STEPS = new Set(['get_attr', 'index', 'splat']);

/** The expressions in a row of nodes, each with the steps that follow it. */
function parted(nodes: readonly Node[], source: Source): readonly Expression[] {
  const found: Expression[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Node;
    if (STEPS.has(node.type)) {
      const end = nodes.findIndex(({ type }, at) => at > index && !STEPS.has(type));
      const own = nodes.slice(index, end < 0 ? undefined : end);
      const before = found.pop();
      if (before !== undefined) found.push(accessOf(before, own, source));
      index += own.length - 1;
    } else if (node.type !== '(' && node.type !== ')') found.push(expressionOf(node, source));
  }
  return found;
}

/** Far more than lead anywhere. */
const MOST_STEPS = 200;

function accessOf(of: Expression, nodes: readonly Node[], source: Source): Expression {
  const { at } = of;
  const steps = stepsOf(nodes, source);
  const inside = steps.flatMap((step) => (step.kind === 'splat' ? step.steps : []));
  return steps.length + inside.length > MOST_STEPS
    ? { kind: 'unread', at, because: `it has more than ${MOST_STEPS} steps` }
    : { kind: 'access', at, of, steps: nested(steps) };
}

/** Steps after a splat are of each of its items. */
function nested(steps: readonly Step[]): readonly Step[] {
  const at = steps.findIndex(({ kind }) => kind === 'splat');
  const splat = steps[at];
  if (splat?.kind !== 'splat') return steps;
  const after = steps.slice(at + 1);
  // An index after `.*.id` is of the whole list.
  const isOfList = after[0]?.kind === 'index';
  return [
    ...steps.slice(0, at),
    isOfList ? splat : { ...splat, steps: nested([...splat.steps, ...after]) },
    ...(isOfList ? nested(after) : []),
  ];
}

function stepsOf(nodes: readonly Node[], source: Source): readonly Step[] {
  return nodes.flatMap((node): readonly Step[] => {
    switch (node.type) {
      case 'get_attr': {
        const name = one(node, 'identifier');
        return name === null ? [] : [{ kind: 'attribute', name: source.text.slice(name.start, name.end) }];
      }
      case 'new_index': {
        const index = one(node, 'expression');
        return index === null ? [] : [{ kind: 'index', index: expressionOf(index, source) }];
      }
      case 'legacy_index': {
        const text = source.text.slice(node.start + 1, node.end);
        return [{ kind: 'index', index: { kind: 'literal', at: source.placeOf(node.start), text } }];
      }
      case 'full_splat':
        return [{ kind: 'splat', steps: stepsOf(node.children, source) }];
      case 'attr_splat': {
        // An index after `.*.id` is of the whole list.
        const end = node.children.findIndex(({ type }) => type === 'index');
        const of = end < 0 ? node.children : node.children.slice(0, end);
        return [{ kind: 'splat', steps: stepsOf(of, source) }, ...stepsOf(node.children.slice(of.length), source)];
      }
      case 'index':
      case 'splat':
        return stepsOf(node.children, source);
      default:
        return [];
    }
  });
}

function elementOf(element: Node, source: Source): readonly ObjectEntry[] {
  const [key, value] = named(element, 'expression');
  if (key === undefined || value === undefined) return [];
  const written = expressionOf(key, source);
  // A bare word is a key of that name; in brackets it is a reference.
  const isBare = written.kind === 'name' && key.children[0]?.type !== '(';
  return [{ key: isBare ? { kind: 'literal', at: written.at, text: written.name } : written, value: expressionOf(value, source) }];
}

function forOf(node: Node, source: Source): Expression {
  const at = source.placeOf(node.start);
  const intro = one(node, 'for_intro');
  const over = intro === null ? null : one(intro, 'expression');
  const values = named(node, 'expression').map((child) => expressionOf(child, source));
  const value = values.at(-1);
  if (intro === null || over === null || value === undefined) return { kind: 'null', at };
  const condition = one(node, 'for_cond');
  const asked = condition === null ? null : one(condition, 'expression');
  return {
    kind: 'for',
    at,
    names: named(intro, 'identifier').map((name) => source.text.slice(name.start, name.end)),
    over: expressionOf(over, source),
    key: node.type === 'for_object_expr' ? (values[0] ?? null) : null,
    value,
    groups: one(node, 'ellipsis') !== null,
    condition: asked === null ? null : { asked: expressionOf(asked, source), words: wordsOf(asked, source) },
  };
}

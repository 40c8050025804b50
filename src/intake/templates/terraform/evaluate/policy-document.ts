import { section, text, unknown } from '../../build-value.ts';
import { textOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { argumentsOf } from './arguments.ts';
import { encoded, taken } from './marks.ts';
import type { Instance } from './world.ts';

/** The policy that `data.aws_iam_policy_document` writes, as policies are written. */
export function policyDocument(instance: Instance): Value {
  const stated = argumentsOf(instance);
  const at = instance.block.at;
  const others = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];
  const statements = [
    ...itemsOf(stated, 'statement').map(statementOf),
    ...others.flatMap((name) => itemsOf(stated, name).flatMap((document) => statementsOf(document))),
  ];
  return encoded(
    section(at, {
      Version: stated.entries.get('version') ?? text('2012-10-17', at),
      Statement: { key: at, value: { kind: 'list', at, items: statements } },
    }),
  );
}

/** Items of a list, or the one value in its place. */
function itemsOf({ entries }: Section, name: string): readonly Value[] {
  const value = entries.get(name)?.value;
  return value === undefined ? [] : value.kind === 'list' ? value.items.flatMap((item) => taken(item) ?? []) : [value];
}

function statementsOf(document: Value): readonly Value[] {
  if (document.kind !== 'section') return [unknown(document.at, 'a policy that it takes in is not known')];
  return itemsOf(document, 'Statement');
}

/** What the blocks of a statement are called in a policy. */
const LISTS = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const;

function statementOf(block: Value): Value {
  if (block.kind === 'either') return { ...block, branches: block.branches.map((branch) => branch && statementOf(branch)) };
  if (block.kind !== 'section') return block;
  const { at, entries } = block;
  const conditions = itemsOf(block, 'condition');
  return section(at, {
    Sid: entries.get('sid'),
    Effect: entries.get('effect') ?? text('Allow', at),
    ...Object.fromEntries(LISTS.map(([from, to]) => [to, entries.get(from)])),
    Principal: principalsOf(itemsOf(block, 'principals'), at),
    NotPrincipal: principalsOf(itemsOf(block, 'not_principals'), at),
    Condition: conditions.length === 0 ? null : conditionOf(conditions, entries.get('condition')?.key ?? at),
  });
}

function principalsOf(blocks: readonly Value[], at: Place): Entry | null {
  const [first] = blocks;
  if (first === undefined) return null;
  const unread = blocks.find((one) => one.kind !== 'section');
  if (unread !== undefined) return { key: first.at, value: unread };
  const named = blocks.flatMap((one) =>
    one.kind === 'section' ? [[textOf(one.entries.get('type')?.value) ?? '', one.entries.get('identifiers')] as const] : [],
  );
  if (named.some(([type]) => type === '*')) return { key: first.at, value: text('*', first.at) };
  return { key: first.at, value: section(at, Object.fromEntries(named)) };
}

/** Each operator with what it compares. */
function conditionOf(blocks: readonly Value[], at: Place): Value {
  const operators = new Map<string, Map<string, Entry>>();
  for (const block of blocks) {
    if (block.kind !== 'section') return block.kind === 'either' ? unknown(block.at, `it depends on ${block.condition}`) : block;
    const [test, variable, values] = ['test', 'variable', 'values'].map((name) => block.entries.get(name));
    const [operator, name] = [textOf(test?.value), textOf(variable?.value)];
    if (operator === null || name === null || values === undefined) return unknown(block.at, 'a condition of the policy is not known');
    const inside = operators.get(operator) ?? new Map<string, Entry>();
    inside.set(name, values);
    operators.set(operator, inside);
  }
  const entries = [...operators].map(
    ([operator, inside]) => [operator, { key: at, value: { kind: 'section' as const, at, entries: inside } }] as const,
  );
  return { kind: 'section', at, entries: new Map(entries) };
}

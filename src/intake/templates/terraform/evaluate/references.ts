import { unknown } from '../../build-value.ts';
import type { Place, Value } from '../../value.ts';
import type { Step } from '../hcl/syntax.ts';
import { childrenOf } from './children.ts';
import { localOf, variableOf } from './module.ts';
import { instancesOf } from './resources.ts';
import type { Made, Module, Referred, Scope } from './world.ts';

/** What a name means that is no variable of a loop, with the steps that belong to it. */
export function refer(name: string, steps: readonly Step[], scope: Scope, at: Place): Referred {
  const { module } = scope;
  const [first, second] = steps;
  const rest = steps.slice(1);
  const word = first?.kind === 'attribute' ? first.name : null;
  switch (name) {
    case 'var':
      return { value: variableOf(module, word ?? '', at), rest };
    case 'local':
      return { value: localOf(module, word ?? '', at), rest };
    case 'path':
      return { value: folderOf(module, word, at), rest };
    case 'terraform':
      return { value: unknown(at, `terraform.${word} is chosen when it is deployed`), rest };
    case 'module':
      return ofModule(word ?? '', steps.slice(1), scope, at);
    case 'data':
      return ofResource(`data.${word}.${second?.kind === 'attribute' ? second.name : ''}`, steps.slice(2), scope, at);
    case 'self':
    case 'each':
    case 'count':
      return { value: unknown(at, `${name} has no meaning here`), rest: [] };
    default:
      return ofResource(`${name}.${word}`, rest, scope, at);
  }
}

function folderOf({ declared, world }: Module, word: string | null, at: Place): Value {
  if (word === 'module') return { kind: 'text', at, text: declared.folder };
  // Terraform is run in the folder of the root module, unless it is told otherwise.
  return word === 'root' || word === 'cwd' ? { kind: 'text', at, text: world.folder } : unknown(at, `there is no path.${word}`);
}

function ofModule(name: string, steps: readonly Step[], { module }: Scope, at: Place): Referred {
  if (!module.declared.calls.has(name)) return { value: unknown(at, `module.${name} is not declared in what is read`), rest: [] };
  const children = childrenOf(module, name);
  if (children === null) return { value: unknown(at, `module.${name} is not read`), rest: [] };
  return manyOf(children, steps, at);
}

function ofResource(name: string, steps: readonly Step[], { module }: Scope, at: Place): Referred {
  if (!module.declared.resources.has(name)) return { value: unknown(at, `${name} is not declared in what is read`), rest: [] };
  return manyOf(instancesOf(module, name), steps, at);
}

interface One {
  readonly key: string;
  readonly made: Made;
}

/** What a block makes as a value: a link, or a list or map of links as `count` and `for_each` make them. */
function manyOf(all: readonly One[], steps: readonly Step[], at: Place): Referred {
  const [first] = all;
  const link = ({ key }: One): Value => ({ kind: 'link', at, target: key, attribute: null });
  if (first !== undefined && first.made.by === null) return { value: link(first), rest: steps };
  if (first !== undefined && first.made.unsure !== null)
    return { value: link(first), rest: steps[0]?.kind === 'attribute' ? steps : steps.slice(1) };
  const items = all.map((one): readonly [string, Value] => {
    const condition = one.made.conditions[0];
    const value = link(one);
    return [
      one.made.index?.kind === 'text' ? one.made.index.text : one.key,
      condition === undefined ? value : { kind: 'either', at, condition, branches: [value, null] },
    ];
  });
  if (first?.made.by === 'each') return { value: section(at, new Map(items)), rest: steps };
  return { value: { kind: 'list', at, items: items.map(([, value]) => value) }, rest: steps };
}

const section = (at: Place, items: ReadonlyMap<string, Value>): Value => ({
  kind: 'section',
  at,
  entries: new Map([...items].map(([name, value]) => [name, { key: at, value }])),
});

import type { Beside, Gap } from '../../template.ts';
import type { Section, Value } from '../../value.ts';
import type { Attribute, Block, Body } from '../hcl/syntax.ts';
import type { ParseTree } from '../hcl/tree.ts';
import { evaluate } from './expression.ts';
import { moduleOf, scopeOf } from './module.ts';
import { refer } from './references.ts';
import { attributeOf } from './resources.ts';
import type { Declared, Module, World } from './world.ts';

/** Far more than any root module needs, and a few seconds of work. */
const MOST_STEPS = 1_000_000;
const MOST_MODULES = 2_000;
const MOST_DEPTH = 250;

/** A root module, ready to be worked out. */
export function openRoot(
  declared: Declared,
  of: {
    readonly beside: Beside;
    readonly treeOf: ParseTree;
    readonly declared: World['declared'];
    readonly values: readonly (Body | Section)[];
  },
): Module {
  const given = new Map<string, Value | null>();
  const gaps: Gap[] = [];
  const { beside, treeOf } = of;
  const left = { steps: MOST_STEPS, modules: MOST_MODULES, depth: MOST_DEPTH };
  const world: World = {
    beside,
    treeOf,
    gaps,
    given,
    left,
    folder: declared.folder,
    targets: new Map(),
    declared: of.declared,
    evaluate,
    refer,
    attributeOf,
  };
  const root = moduleOf(world, declared, '', null, []);
  for (const values of of.values) {
    if ('attributes' in values) for (const [name, { value }] of values.attributes) given.set(name, evaluate(value, scopeOf(root)));
    else for (const [name, { value }] of values.entries) given.set(name, value);
  }
  return root;
}

/** What the files of a folder declare. A name that stands twice is refused by Terraform; the first counts here. */
export function declaredIn(folder: string, bodies: readonly Body[]): Declared {
  const [variables, outputs, calls, resources] = [
    new Map<string, Block>(),
    new Map<string, Block>(),
    new Map<string, Block>(),
    new Map<string, Block>(),
  ];
  const locals = new Map<string, Attribute>();
  const first = <V>(map: Map<string, V>, name: string, value: V) => {
    if (!map.has(name)) map.set(name, value);
  };
  for (const block of bodies.flatMap((body) => body.blocks)) {
    const [label = '', name = ''] = block.labels;
    if (block.type === 'variable') first(variables, label, block);
    else if (block.type === 'output') first(outputs, label, block);
    else if (block.type === 'module') first(calls, label, block);
    else if (block.type === 'resource') first(resources, `${label}.${name}`, block);
    else if (block.type === 'data') first(resources, `data.${label}.${name}`, block);
    else if (block.type === 'locals') for (const [word, attribute] of block.body.attributes) first(locals, word, attribute);
  }
  return { folder, variables, locals, outputs, calls, resources };
}

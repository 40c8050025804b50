import type { Beside, Gap } from '../../template.ts';
import type { Place, Unknown, Value } from '../../value.ts';
import type { Attribute, Block, Body, Expression, Step } from '../hcl/syntax.ts';
import type { ParseTree } from '../hcl/tree.ts';

/** All that one root module is worked out with. */
export interface World {
  readonly beside: Beside;
  readonly treeOf: ParseTree;
  readonly gaps: Gap[];
  /** All that a link may name, by its key. */
  readonly targets: Map<string, Instance | Module>;
  /** What a folder declares; null where it cannot be read. */
  declared(folder: string): Declared | null;
  /** Values of variables of the root module, given in files of their own. */
  readonly given: ReadonlyMap<string, Value | null>;
  readonly folder: string;
  /** How much work is left, so that what would never end does. */
  left: { steps: number; modules: number; depth: number };
  // What works out one needs the other, so they meet here.
  evaluate(expression: Expression, scope: Scope): Value | null;
  refer(name: string, steps: readonly Step[], scope: Scope, at: Place): Referred;
  attributeOf(target: Instance | Module, name: string, at: Place): Value | null;
}

/** What a name and the steps after it lead to, and the steps that are left. */
export interface Referred {
  readonly value: Value | null;
  readonly rest: readonly Step[];
}

/** Blocks of a folder, by what they are called. */
export interface Declared {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Block>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  readonly calls: ReadonlyMap<string, Block>;
  /** By `type.name`, and of data sources by `data.type.name`. */
  readonly resources: ReadonlyMap<string, Block>;
}

/** A folder as one module block calls it. */
export interface Module {
  readonly world: World;
  readonly declared: Declared;
  /** Such as `module.orders.`; empty of a root module. */
  readonly prefix: string;
  /** How it is called, null of a root module. */
  readonly call: { readonly body: Body; readonly scope: Scope } | null;
  /** Conditions under which it exists. */
  readonly conditions: readonly string[];
  /** What was worked out already; undefined is what is being worked out. */
  readonly known: Map<string, Value | null | undefined>;
  readonly made: Map<string, readonly Instance[]>;
  readonly children: Map<string, readonly Child[] | null>;
}

export interface Child {
  readonly key: string;
  readonly made: Made;
  readonly module: Module;
}

/** Where an expression stands: what its names mean. */
export interface Scope {
  readonly module: Module;
  /** `each`, `count`, iterators of dynamic blocks and of `for`. */
  readonly names: ReadonlyMap<string, Value | null>;
}

/** One of what a block makes: a block with `count = 2` makes two. */
export interface Instance {
  readonly key: string;
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
  readonly block: Block;
  readonly scope: Scope;
  readonly made: Made;
  readonly conditions: readonly string[];
}

/** One of those that a block makes. */
export interface Made {
  /** What makes it one of several. */
  readonly by: 'count' | 'each' | null;
  /** Of its address, such as `[0]` or `["orders"]`. */
  readonly suffix: string;
  readonly index: Value | null;
  readonly names: Scope['names'];
  readonly conditions: readonly string[];
  /** Why it is not known which there are, if this one stands for all of them. */
  readonly unsure: Unknown | null;
}

import type { Place } from '../../value.ts';

/** An expression as it is written, with its place. */
export type Expression = { readonly at: Place } & (
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'unread'; readonly because: string }
  | { readonly kind: 'template'; readonly parts: readonly Part[]; readonly begins?: number }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  | ForExpression
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[]; readonly isSpread: boolean }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly words: string;
    }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Expression | null; readonly right: Expression }
  | { readonly kind: 'access'; readonly of: Expression; readonly steps: readonly Step[] }
  | { readonly kind: 'name'; readonly name: string }
);

export interface ObjectEntry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface ForExpression extends ForIntro {
  readonly at: Place;
  readonly kind: 'for';
  /** Null of a list. */
  readonly key: Expression | null;
  readonly value: Expression;
  /** Whether values of equal keys are put in lists. */
  readonly groups: boolean;
  readonly condition: { readonly asked: Expression; readonly words: string } | null;
}

interface ForIntro {
  /** Of the value alone, or of key and value. */
  readonly names: readonly string[];
  readonly over: Expression;
}

export type Step =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  /** Every item; the steps after it are of each. */
  | { readonly kind: 'splat'; readonly steps: readonly Step[] };

/** A part of a text: as it stands, or worked out. */
export type Part =
  | string
  | { readonly kind: 'value'; readonly of: Expression }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly words: string;
      readonly yes: readonly Part[];
      readonly no: readonly Part[];
    }
  | ({ readonly kind: 'for'; readonly parts: readonly Part[] } & ForIntro);

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly at: Place;
  readonly value: Expression;
  /** The text of its value, to quote it. */
  readonly words: string;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly at: Place;
  readonly body: Body;
}

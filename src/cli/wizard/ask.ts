/** One prompt in words; whoever draws it knows nothing of workloads. */
export interface Ask {
  /** Which prompt it is, of how many as far as one can tell. */
  readonly progress: readonly [position: number, total: number];
  readonly text: string;
  /** Said faintly behind it: the fields that the reply goes to, or how many lines a list has. */
  readonly note?: string;
  readonly form: Choices | Checklist | Entry | Confirm;
  /** What `?` says, a paragraph each; of the choice under the cursor, where it has its own. */
  readonly explain: readonly string[];
  /** The shortlist and the cost so far. */
  readonly standing: readonly string[];
  readonly canGoBack: boolean;
  /** How many prompts after this one are left open by skipping; null where nothing can be skipped. */
  readonly skips: number | null;
}

/** One of a few. */
export interface Choices {
  readonly type: 'choices';
  readonly choices: readonly Choice[];
  /** The value that the cursor is on to begin with. */
  readonly initial: string;
}

/** Any of a few, none of them at first: what is not ticked stays open, unless the person says no to it. */
export interface Checklist {
  readonly type: 'checklist';
  readonly choices: readonly Choice[];
  readonly ticked: readonly string[];
  /** Whether a no to what is not ticked can be said. */
  readonly canDeny: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A key that takes it at once. */
  readonly key?: string;
  /** What `?` says of it, a paragraph each. */
  readonly explain?: readonly string[];
}

/** A line to type. */
export interface Entry {
  readonly type: 'entry';
  /** What Enter alone takes. */
  readonly suggestion: string;
  /** Whether that is an example, which nobody stated. */
  readonly isExample: boolean;
  /** Words that are taken besides values, such as `none`, and what each says. */
  readonly words: Readonly<Record<string, string>>;
  /** The values that there are, where they are few: typing narrows them down. */
  readonly among: readonly Choice[];
  /** What `-` says here; null where a value is needed. */
  readonly without: string | null;
  /** Why a text cannot be taken; null when it can. */
  refuse(text: string): string | null;
}

/** Yes or no, where no is what Enter takes. */
export interface Confirm {
  readonly type: 'confirm';
}

/** What was replied. */
export type Asked =
  | { readonly type: 'chosen'; readonly value: string }
  | { readonly type: 'ticked'; readonly values: readonly string[]; readonly others: 'open' | 'no' }
  | { readonly type: 'typed'; readonly text: string; readonly byEnter: boolean }
  | { readonly type: 'confirmed'; readonly yes: boolean }
  | { readonly type: 'unknown' }
  | { readonly type: 'skip' }
  | { readonly type: 'back' };

/** A reply that says something to what was asked. */
export type Told = Exclude<Asked, { readonly type: 'back' | 'confirmed' }>;

/** Whoever can put an Ask to a person. */
export interface Asker {
  /** @throws Left when the person leaves. */
  ask(ask: Ask): Promise<Asked>;
  say(text: string): void;
}

/** The wizard was cancelled: Ctrl-C, Ctrl-D, or the terminal went away. */
export class Left extends Error {
  override readonly name = 'Left';
}

/** Keys that reply at once wherever they can; in a line to type, as its first sign. */
export const KEYS = { explain: '?', back: '<', skip: '>', unknown: '-', deny: 'n' } as const;

/** One thing on the screen to reply to, in words; whoever draws it knows nothing of workloads. */
export interface Ask {
  readonly text: string;
  /** Said faintly behind it: the field that the reply goes to. */
  readonly note?: string;
  readonly form: Menu | Entry;
  /** What `?` says, a paragraph each. */
  readonly explain: readonly string[];
  /** The shortlist and the cost so far. */
  readonly standing: readonly string[];
  readonly canGoBack: boolean;
}

/** One of a few choices, or several of them. */
export interface Menu {
  readonly type: 'menu';
  readonly several: boolean;
  readonly choices: readonly Choice[];
  /** Values that are chosen to begin with. */
  readonly initial: readonly string[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Said of the choice that the cursor is on. */
  readonly detail?: string;
  /** A key that moves the cursor to it. */
  readonly key?: string;
  /** In a menu of several: not to be had with others. */
  readonly alone?: true;
}

/** A line to type. */
export interface Entry {
  readonly type: 'entry';
  /** What Enter alone takes. */
  readonly suggestion: string;
  /** Words that are taken besides values, such as `none`, and what each says. */
  readonly words: Readonly<Record<string, string>>;
  /** The values that there are, where they are few; typing narrows them down. */
  readonly among: readonly Choice[];
  /** Why a text cannot be taken; null when it can. */
  refuse(text: string): string | null;
}

/** What was replied: values of a menu, or the text of an entry; or a step back. */
export type Asked =
  | { readonly type: 'chosen'; readonly values: readonly string[] }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'back' };

/** Whoever can put an Ask to a person. */
export interface Asker {
  /** @throws Left when the person leaves. */
  ask(ask: Ask): Promise<Asked>;
  say(text: string): void;
}

/** The wizard was left before its end: Ctrl-C, Ctrl-D, or the terminal went away. */
export class Left extends Error {
  override readonly name = 'Left';
}

/** The reply "I don't know" as it is typed; where there is a menu, its key. */
export const UNKNOWN_KEY = '-';
export const EXPLAIN_KEY = '?';
export const BACK_KEY = '<';

/** Where something stands; the line is null where the format has none, as the JSON of a Terraform plan. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Where a value is said that is used elsewhere: the default of a parameter, a variable, Globals, a module's argument. */
export interface Said extends Place {
  /** What says it, such as `parameter Stage`, `Globals` or `var.stage`. */
  readonly by: string;
}

interface Stands {
  /** Where it is used. */
  readonly at: Place;
  /** Where it is said, if that is another place. */
  readonly said?: Said;
}

/**
 * What a template says at one place. A key that is not there has no value at all: it is absent, and a default applies.
 * Nothing here is ever made up: what cannot be worked out is `unknown`.
 */
export type Value = Text | List | Section | Link | Composed | Either | Unknown;

/** A scalar. It stays the text that was written until somebody asks for a type: `on`, `"True"`, `0.5`. */
export interface Text extends Stands {
  readonly kind: 'text';
  readonly text: string;
  /** The line in which its content begins, where that is another than that of `at`: of a block in YAML, of a heredoc. */
  readonly begins?: number;
}

export interface List extends Stands {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface Section extends Stands {
  readonly kind: 'section';
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  /** Where the key stands. */
  readonly key: Place;
  readonly value: Value;
}

/** Refers to a resource, or to an attribute of it. */
export interface Link extends Stands {
  readonly kind: 'link';
  /** The key of the resource. */
  readonly target: string;
  /** Such as `Arn` or `RootResourceId`, as the format names it; null for the reference itself. */
  readonly attribute: string | null;
}

/** Text with values inside, such as the URI of a function: compare it piece by piece. */
export interface Composed extends Stands {
  readonly kind: 'composed';
  readonly parts: readonly (string | Value)[];
  /** As that of a text. */
  readonly begins?: number;
}

/** One of several values, by a condition that the template does not decide. */
export interface Either extends Stands {
  readonly kind: 'either';
  /** Such as `IsProduction`. */
  readonly condition: string;
  /** Null where the branch says that there is no value. */
  readonly branches: readonly (Value | null)[];
}

/** What is said there is not known here. */
export interface Unknown extends Stands {
  readonly kind: 'unknown';
  /** Without a full stop, such as `parameter Stage has no default`. */
  readonly because: string;
  /** What would make it known; null where nothing that one could give. */
  readonly give: string | null;
}

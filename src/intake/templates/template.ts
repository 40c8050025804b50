import type { Problem } from '../../errors/errors.ts';
import type { Place, Section } from './value.ts';

/** Kinds of template, by what they are to people. */
export type Format = 'cloudformation' | 'sam' | 'cdk' | 'terraform' | 'terraform-plan' | 'serverless' | 'openapi';

/**
 * A resource, whatever wrote it: every reader says what it reads in the types and property names of CloudFormation, with
 * values that keep their places, so that all that follows knows one vocabulary.
 */
export interface Resource {
  /** One for each resource of a run; links name it. */
  readonly key: string;
  /** What the person who wrote the template calls it: a logical id, a Terraform address, the name of a function. */
  readonly id: string;
  /** The part of it that says this, such as `events.0`, where a resource is derived from one. */
  readonly part: string | null;
  /** Such as `AWS::ApiGateway::RestApi`. */
  readonly type: string;
  readonly properties: Section;
  /** Where its id stands. */
  readonly at: Place;
  /** Where its type stands, if that is another place: what a resource is there for is said there. */
  readonly typeAt?: Place;
  /** Conditions under which it exists. */
  readonly conditions: readonly string[];
  /** Path of the construct, of what CDK synthesised. */
  readonly construct: string | null;
  /** What made it, where nobody wrote it: `SAM`, `Serverless Framework`. */
  readonly madeBy: string | null;
}

/** Something that is elsewhere, or cannot be worked out, and may hold a part of an API. */
export interface Gap {
  readonly at: Place;
  /** Such as `module "api" is not read`. */
  readonly what: string;
  readonly because: string;
  /** What to give, so that it is read. */
  readonly give: string | null;
  /** Keys of the resources that it may change; null where it may hold an API of its own. */
  readonly concerns: readonly string[] | null;
}

/** What one template says: a stack, a root module, a service, an API definition. */
export interface Template {
  readonly file: string;
  readonly format: Format;
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  /** Things that are odd in the template itself, such as a key that stands twice. */
  readonly remarks: readonly Remark[];
}

export interface Remark {
  readonly at: Place;
  readonly what: string;
  readonly because: string;
}

/** A file of the run, as text. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/** What may be read beside the files that were named: only below the folders that were. */
export interface Beside {
  /** The text of a file, by its path; or why it is not read. */
  read(path: string): string | { readonly because: string };
  /** Names in a folder; none where it may not be read. */
  list(folder: string): readonly string[];
}

/** Reads one kind of template. */
export interface TemplateReader {
  readonly id: string;
  /** Such as `CloudFormation and SAM`. */
  readonly title: string;
  /** How the names of its files end. */
  readonly endings: RegExp;
  /** Words of which a file holds at least one where it says anything of an API. */
  readonly signs: RegExp;
  /** Whether a file is one of its own, by its content. */
  recognizes(file: TemplateFile): boolean;
  /** Reads all files of its own in a run at once: they may speak of one another. Never throws for what stands in them. */
  read(files: readonly TemplateFile[], beside: Beside): Promise<ReadTemplates>;
}

export interface ReadTemplates {
  readonly templates: readonly Template[];
  /** Files that could not be read, with line and reason. */
  readonly problems: readonly Problem[];
}

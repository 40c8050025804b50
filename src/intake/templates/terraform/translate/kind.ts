import type { Section } from '../../value.ts';

/** How a resource of Terraform is said as CloudFormation says it. */
export interface Kind {
  readonly type: string;
  /** Arguments, also inside blocks, whose name is not made by writing `rest_api_id` as RestApiId. */
  readonly names?: Readonly<Record<string, string>>;
  /** Blocks of which there may be several: lists. Of all others there is one. */
  readonly lists?: readonly string[];
  /** Arguments that are JSON or YAML, and are read as such. */
  readonly documents?: readonly string[];
  /** What an argument says that sets nothing. */
  readonly unset?: Readonly<Record<string, string>>;
  /** What the provider takes where an argument is absent, and CloudFormation does not, by property. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** The last step, where CloudFormation has another shape. */
  readonly shape?: (properties: Section) => Section;
}

import type { FeatureId } from '../../../workload/features.ts';
import type { ItemClass } from '../scanned.ts';

/** A kind of thing that an HTTP API lacks: what it is, how hard it is to do without, and by what. */
export interface ItemKind {
  /** Such as `Private endpoint`. */
  readonly title: string;
  readonly need: FeatureId;
  readonly class: ItemClass;
  readonly remedy: string;
  readonly source: string;
}

export const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';
/** AWS's own table of what REST APIs have and HTTP APIs lack. */
export const COMPARED = `${GUIDE}http-api-vs-rest.html`;

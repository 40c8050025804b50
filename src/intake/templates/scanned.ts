import type { FeatureId } from '../../workload/features.ts';
import type { Format, Gap } from './template.ts';
import type { Place, Said } from './value.ts';
import type { ItemId } from './verdict/item-kinds.ts';
import type { OddityId } from './verdict/oddity-kinds.ts';

/** What an API is, by what deploys it. */
export type ApiKind = 'rest' | 'http' | 'websocket' | 'function-url';

/** Whether a REST API can be an HTTP API, from the best answer to the worst; the verdict on an API is the worst of its items. */
export const VERDICTS = ['already-http', 'drop-in', 'workaround', 'rewrite', 'blocked', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type ItemClass = Extract<Verdict, 'workaround' | 'rewrite' | 'blocked'>;

/** An API that templates describe: all that one wants to know of it. */
export interface ScannedApi {
  /** What its template calls it: a logical id or a Terraform address. */
  readonly id: string;
  /** The name that it is given; null where none is, or where it is not known. */
  readonly name: string | null;
  readonly kind: ApiKind;
  readonly format: Format;
  readonly at: Place;
  /** What made it, where nobody wrote it: `SAM`, `Serverless Framework`. */
  readonly madeBy: string | null;
  /** Path of the construct, of what CDK synthesised. */
  readonly construct: string | null;
  /** Conditions under which it exists. */
  readonly conditions: readonly string[];
  readonly endpoint: Endpoint;
  readonly stages: readonly ScannedStage[];
  readonly routes: readonly ScannedRoute[];
  readonly facts: readonly Fact[];
  readonly verdict: Verdict;
  /** The verdict that what is known alone gives, where the whole is unknown: "at least rewrite". */
  readonly atLeast: Verdict;
  readonly items: readonly Item[];
  /** What the verdict lacks: each says what to give. */
  readonly gaps: readonly Gap[];
  /** What is done on the way to an HTTP API, of a REST API. */
  readonly steps: readonly Step[];
  /** What a move changes without an error, of a REST API. */
  readonly breaks: readonly Step[];
  /** What is odd in what exists, that only a template shows. */
  readonly oddities: readonly Oddity[];
}

export interface Endpoint {
  /** Null where it is not known. */
  readonly value: 'edge' | 'regional' | 'private' | null;
  /** Otherwise AWS chooses it. */
  readonly isStated: boolean;
  readonly at: Place;
}

export interface ScannedStage {
  /** Null where it is not known. */
  readonly name: string | null;
  readonly at: Place;
  /** Facts are those of this one. */
  readonly isSpokenOf: boolean;
}

export interface ScannedRoute {
  /** Such as `GET`, `ANY`, or `$connect` of a WebSocket API; null where it is not known. */
  readonly method: string | null;
  /** Such as `/orders/{id}`; null where it is not known. */
  readonly path: string | null;
  readonly at: Place;
  /** What asks who calls it; null where it is not known. */
  readonly authorizer: 'none' | 'jwt' | 'iam' | 'lambda' | 'cognito' | null;
  /** What the route alone would be. */
  readonly verdict: Verdict;
}

/** Something that a field of a workload file could say, and where the template says it. */
export interface Fact {
  /** Path of the field, such as `needs.auth-iam`, `cache.ttl` or `throttling.clients[].rate`. */
  readonly what: string;
  /** As the field takes it: `yes`, `300 s`, `0.5 GB`. */
  readonly value: string;
  readonly at: Place;
  readonly said: Said | null;
  /** What says it: id of a resource. */
  readonly resource: string;
  /** Routes that it holds for, as `GET /orders`; null where it holds for the API. */
  readonly routes: readonly string[] | null;
  /** Conditions under which it holds. */
  readonly conditions: readonly string[];
}

/** Something in effect that an HTTP API lacks. */
export interface Item {
  readonly id: ItemId;
  readonly class: ItemClass;
  readonly need: FeatureId;
  readonly resource: string;
  readonly at: Place;
  readonly said: Said | null;
  readonly routes: readonly string[] | null;
  readonly conditions: readonly string[];
  /** In the template's own words, without a full stop. */
  readonly because: string;
  readonly remedy: string;
  readonly source: string;
}

export interface Step {
  readonly id: string;
  readonly what: string;
  readonly at: Place | null;
  readonly source: string;
}

export interface Oddity {
  readonly id: OddityId;
  /** In the template's own words, without a full stop. */
  readonly what: string;
  readonly resource: string;
  readonly at: Place;
}

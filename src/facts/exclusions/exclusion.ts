import type { Composition } from '../../workload/composition.ts';
import type { FeatureId } from '../../workload/features.ts';
import type { FrontDoor } from '../../workload/front-doors.ts';
import { requirementsOf } from '../../workload/requirements.ts';
import type { Workload } from '../../workload/schema.ts';
import { servedBehind } from '../../workload/servers.ts';
import { responsesStream } from '../../workload/streaming.ts';
import { factsOf } from '../regions.ts';
import type { Support, Via } from '../support.ts';

/** When the pages of AWS behind the exclusions were last read. */
export const EXCLUSIONS_AS_OF = '2026-11-30';

/** Part of what a front door is composed into. */
export const WHERE = {
  private: { says: 'private', holds: ({ endpoint }) => endpoint === 'private' },
  public: {
    says: 'public, without your own distribution',
    holds: ({ endpoint, distribution }) => endpoint === 'public' && distribution === null,
  },
  itself: { says: 'without your own distribution', holds: ({ distribution }) => distribution === null },
  behind: { says: 'behind your own distribution', holds: ({ distribution }) => distribution !== null },
} as const satisfies Record<string, { readonly says: string; readonly holds: (composition: Composition) => boolean }>;

/** What a workload states, besides needs. */
export const GIVEN = {
  streams: { says: 'traffic.streaming is yes', holds: (workload) => responsesStream(workload) === 'stated' },
  buffers: { says: 'no response streams', holds: (workload) => responsesStream(workload) === 'no' },
  both: { says: 'traffic and realtime are stated', holds: ({ traffic, realtime }) => traffic !== undefined && realtime !== undefined },
  connections: { says: 'realtime is stated alone', holds: ({ traffic, realtime }) => traffic === undefined && realtime !== undefined },
  function: {
    says: 'a Lambda function answers',
    holds: (workload) => workload.backend?.lambda !== undefined || requirementsOf(workload).has('int-lambda-proxy'),
  },
  // AWS GovCloud has no enhanced policies, and needs none for FIPS.
  enhancedTls: { says: 'the Region has enhanced TLS policies', holds: ({ region }) => factsOf(region).enhancedTls !== 'no' },
} as const satisfies Record<string, { readonly says: string; readonly holds: (workload: Workload) => boolean }>;

/** Needs that exclude each other on a front door, or that something else excludes there, as AWS states it. */
export interface Exclusion {
  /** Subject first, in kebab case; never renamed. */
  readonly id: string;
  readonly on: readonly FrontDoor[];
  /** Of which of its compositions it holds; of all, where it is absent. */
  readonly where?: keyof typeof WHERE;
  /** What is not had, or not so. */
  readonly lost: readonly FeatureId[];
  /** Where one of these is needed too; where the composition or what is given excludes by itself, none. */
  readonly beside: readonly FeatureId[];
  readonly given?: keyof typeof GIVEN;
  /** A clause that follows on "because". */
  readonly says: string;
  /** What is had instead: nothing, nobody knows, or another way. */
  readonly becomes: 'no' | 'unknown' | Via;
  readonly page: string;
}

/** Whether it stands between a need and a composition, or another need, of a workload. */
export function excludes({ where, beside, given }: Exclusion, composition: Composition, workload: Workload): boolean {
  return (
    (where === undefined || WHERE[where].holds(composition)) &&
    (beside.length === 0 || beside.some(requirementsOf(workload).has)) &&
    (given === undefined || GIVEN[given].holds(servedBehind(composition.frontDoor, workload)))
  );
}

/** What becomes of a feature that is lost. */
export function becomes({ becomes: instead, says }: Exclusion): Support {
  return typeof instead === 'string' ? { type: instead, because: says } : instead;
}

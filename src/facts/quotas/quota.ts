import type { FrontDoor } from '../../workload/front-doors.ts';

/** The table of API Gateway in the General Reference, read 2026-08-10. */
export const GENERAL_REFERENCE = 'https://docs.aws.amazon.com/general/latest/gr/apigateway.html';
export const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';

/** What a value counts. KB, MB and GB are written as AWS writes them. */
export type QuotaUnit =
  | 'requests per second'
  | 'requests'
  | 'calls per second'
  | `calls per ${number} seconds`
  | 'connections per second'
  | 'messages per second'
  | 'events per second'
  | `environments per ${number} seconds`
  | 'connections'
  | 'executions'
  | 'milliseconds'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'bytes'
  | 'KB'
  | 'MB'
  | 'GB'
  | 'TB'
  | 'TiB'
  | 'MB per second'
  | 'characters'
  | 'APIs'
  | 'vCPUs'
  | 'endpoints'
  | 'revisions'
  | 'resources'
  | 'routes'
  | 'integrations'
  | 'stages'
  | 'variables'
  | 'authorizers'
  | 'audiences'
  | 'scopes'
  | 'keys'
  | 'plans'
  | 'settings'
  | 'iterations'
  | 'domains'
  | 'associations'
  | 'mappings'
  | 'rules'
  | 'WCU'
  | 'links'
  | 'subnets'
  | 'certificates'
  | 'parts'
  | 'portals'
  | 'products'
  | 'pages'
  | 'locations';

/** The figure of a workload that is compared with a limit of one front door. */
export type Measured =
  | 'body'
  | 'body, unless streamed'
  | 'body at a function'
  | 'wait'
  | 'wait at a Regional endpoint'
  | 'wait at a private endpoint'
  | 'wait at an edge-optimized endpoint'
  | 'wait, or a later push'
  | 'stream'
  | 'silence of a stream'
  | 'silence of a stream at an edge-optimized endpoint'
  | 'silence of a connection'
  | 'resources'
  | 'routes'
  | 'headers'
  | 'headers in KB'
  | 'headers of a public API'
  | 'headers of a private API'
  | 'cached answer'
  | 'session'
  | 'message';

/** A limit that AWS imposes: what AWS calls a service quota, or a fixed property of the service. */
export interface Quota {
  readonly id: string;
  /** What is limited, in a few words. */
  readonly name: string;
  /** The default as a plain decimal; null where AWS sets no limit, which the note then says. */
  readonly value: string | null;
  readonly unit: QuotaUnit;
  readonly appliesTo: readonly (FrontDoor | 'backend')[];
  /** Absent where no figure of a workload says how much of it is used. */
  readonly measured?: Measured;
  /** `by support`: no quota code, a support case may raise it. `setting`: a value that you choose, as the note says. */
  readonly adjustable: 'yes' | 'no' | 'by support' | 'setting';
  /** Code in AWS Service Quotas. */
  readonly code?: string;
  readonly note?: string;
  /** Where the default depends on the Region. */
  readonly regional?: RegionalDefaults;
  readonly sources: readonly string[];
}

export interface RegionalDefaults {
  readonly defaults: readonly { readonly value: string; readonly regions: readonly string[] }[];
  /** Why nobody knows it in a Region that is not listed. */
  readonly elsewhere: string;
}

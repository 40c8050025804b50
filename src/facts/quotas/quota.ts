import type { FrontDoor } from '../front-door.ts';

export const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide';

/** A limit that AWS imposes: what AWS calls a service quota, or a fixed property of the service. */
export interface Quota {
  readonly id: string;
  readonly name: string;
  /** The default as a plain decimal, or words where it is not one number; null where AWS enforces none. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly appliesTo: readonly (FrontDoor | 'backend')[];
  /** `by support`: no quota code, a support case may raise it. `setting`: a value that you choose within bounds. */
  readonly adjustable: 'yes' | 'no' | 'by support' | 'setting';
  /** Code in AWS Service Quotas. */
  readonly code?: string;
  readonly note?: string;
  readonly sources: readonly string[];
}

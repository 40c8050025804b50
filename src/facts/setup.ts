import type { FeatureId } from '../workload/features.ts';

/** What is set up where a workload needs a feature, and why. */
export type SetupRule = readonly [needed: FeatureId, choice: string, because: string];

/** What one sets up with a front door: the first rule whose feature is needed decides. */
export interface Setup {
  readonly endpoint: { readonly usual: string; readonly rules: readonly SetupRule[] };
  readonly authorizers: readonly SetupRule[];
  /** What stands between it and its backend; null where that follows from the backend. */
  readonly integration: readonly [choice: string, because: string] | null;
}

/** The usual endpoint of API Gateway, and its integrations. */
export const OF_GATEWAY = { endpoint: { usual: 'Regional', rules: [] }, integration: null } as const;

export const IAM: SetupRule = ['auth-iam', 'IAM', 'callers sign with AWS credentials; it costs nothing and starts no function'];

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html warns against keys alone. */
export const KEYS: SetupRule = [
  'api-keys',
  'not stated',
  'API keys tell clients apart; AWS advises against them for authentication: anybody who reads one can use it',
];

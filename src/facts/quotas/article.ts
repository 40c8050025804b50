import { quotaOf, type QuotaId } from './index.ts';
import type { Quota } from './quota.ts';

type Said = Partial<Pick<Quota, 'value' | 'unit' | 'adjustable' | 'note'>>;

interface Statement {
  /** Heading of the article. */
  readonly section: string;
  /** What it says otherwise; absent where it says what is so today. */
  readonly otherwise?: Said;
}

/** What the article says of a quota, and whether it is so today. */
export interface ArticleQuota {
  readonly quota: Quota;
  readonly said: 'differs' | 'agrees' | 'silent';
  readonly section?: string;
}

const HARD_29: Said = { value: '29', adjustable: 'no', note: 'for every type, and not to be raised' };

/** Quotas that the article speaks of; of all others it is silent. */
const ARTICLE: Readonly<Partial<Record<QuotaId, Statement>>> = {
  'account-rate': { section: 'Account-Level Limits' },
  'account-burst': { section: 'Account-Level Limits', otherwise: { adjustable: 'yes', note: 'by a quota increase, as the rate' } },
  'rest-payload': { section: 'Payload Size Limits' },
  'http-payload': { section: 'Payload Size Limits' },
  'rest-timeout-regional': { section: 'The 29-Second Timeout Limit', otherwise: HARD_29 },
  'rest-timeout-private': { section: 'The 29-Second Timeout Limit', otherwise: HARD_29 },
  'rest-timeout-edge': { section: 'The 29-Second Timeout Limit' },
  'http-timeout': { section: 'The 29-Second Timeout Limit', otherwise: HARD_29 },
  'ws-timeout': { section: 'The 29-Second Timeout Limit' },
  'rest-stream-duration': {
    section: 'The 29-Second Timeout Limit',
    otherwise: { value: '20', note: 'of an HTTP API, not of a REST API' },
  },
  'rest-authorizer-ttl': { section: 'Lambda Authorizers' },
  'http-authorizer-ttl': { section: 'Lambda Authorizers' },
  'rest-cache-sizes': { section: 'Cache Configuration' },
  'rest-cache-ttl-default': { section: 'Cache Configuration' },
  'rest-cache-ttl-max': { section: 'Cache Configuration' },
  'ws-new-connections': { section: 'Scaling Characteristics' },
  'ws-concurrent': {
    section: 'Scaling Characteristics',
    otherwise: { value: '500', adjustable: 'yes', note: 'to hundreds of thousands' },
  },
  'ws-duration': { section: 'Scaling Characteristics' },
  'ws-idle': {
    section: 'Scaling Characteristics',
    otherwise: { adjustable: 'setting', note: 'up to 2 hours; the table of types says 2 hours at once' },
  },
  'ws-frame': { section: 'Payload Size Limits', otherwise: { value: '128', note: '32 KB unless raised, under Scaling Characteristics' } },
  'ws-message': { section: 'Payload Size Limits', otherwise: { note: 'of one frame; a longer message takes several frames' } },
  'ws-callback-per-connection': { section: 'Scaling Characteristics', otherwise: { value: '500' } },
  'lambda-timeout': { section: 'The 29-Second Timeout Limit' },
  'express-workflow-duration': { section: 'Step Functions' },
  's3-object': { section: 'Payload Size Limits', otherwise: { value: '5', unit: 'TB' } },
  'cf-edge-locations': { section: 'CloudFront', otherwise: { value: '600', note: 'or more' } },
};

/** A quota as the article sees it; where it is silent, as it is today. */
export function articleQuota(id: QuotaId): ArticleQuota {
  const quota = quotaOf(id);
  const statement = ARTICLE[id];
  if (!statement) return { quota, said: 'silent' };
  const { section, otherwise } = statement;
  if (!otherwise) return { quota, said: 'agrees', section };
  // A note, a code and the Regions are AWS's; they do not explain what somebody else says.
  const { note: _note, code: _code, regional: _regional, ...rest } = quota;
  return { quota: { ...rest, ...otherwise }, said: 'differs', section };
}

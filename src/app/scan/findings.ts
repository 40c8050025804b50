import { candidateNamed } from '../../candidates/index.ts';
import { inspect } from '../../decide/inspect.ts';
import type { Severity } from '../../decide/rule.ts';
import type { Fact, ScannedApi } from '../../intake/templates/scanned.ts';
import type { Place } from '../../intake/templates/value.ts';
import { ODDITY_KINDS } from '../../intake/templates/verdict/oddity-kinds.ts';
import { monthOf } from '../../journey/month.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Said } from '../../workload/draft.ts';
import type { FeatureId } from '../../workload/features.ts';
import { dotted } from '../../workload/mistakes.ts';
import { requirementsOf } from '../../workload/requirements.ts';
import { stated } from '../../workload/stated.ts';
import { lackedBy } from '../../workload/lacked.ts';
import { settled, withTraffic, type Statement } from './statement.ts';

/** What the rule book, or the template by itself, says about what exists. */
export interface ScanFinding {
  /** Id of a rule, or of an oddity that only a template shows. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Without a full stop. */
  readonly because: string;
  readonly remedy: string;
  readonly at: Place;
  readonly sources: readonly string[];
}

/**
 * Rules that a template answers: what they ask does not depend on traffic, and what they say quotes none. A rule that is not here
 * would speak of the traffic that stands in.
 */
export const RULES_OF_TEMPLATES: readonly string[] = [
  'default-endpoint-open',
  'edge-optimized-behind-cloudfront',
  'private-without-policy',
  'rest-without-waf',
  'private-integration-plain-http',
  'vpc-link-v1',
  'backend-certificate-off',
  'validation-off',
  'open-writes',
  'open-writes-unthrottled',
  'throttling-account-only',
  'api-key-only',
  'authorizer-cache-without-identity',
  'authorizer-ttl-too-long',
  'token-in-query-string',
  'jwt-without-scopes',
  'mtls-default-endpoint-open',
  'cache-invalidation-open',
  'cache-unencrypted',
  'cache-other-methods',
  'cache-ttl-zero',
  'access-logs-off',
  'access-logs-without-request-id',
  'access-logs-unstructured',
  'data-trace-production',
  'execution-logs-full',
  'xray-off',
  'auto-deploy-production',
  'cors-any-origin-credentials',
  'alarm-without-metric',
  'ping-path',
  'stage-variables-backend',
];

/** What belongs to the API or its stage itself: where all of that was read and it is not there, it is off. */
const OF_THE_STAGE: readonly FeatureId[] = ['access-logs-cw', 'access-logs-firehose', 'xray'];
const OF_THE_API: readonly FeatureId[] = ['validate-body', 'validate-params', 'resource-policy', 'backend-client-certificate'];

/** Findings about an API as its template has it, the worst first, then what is odd. */
export function findingsOn(
  api: ScannedApi,
  { origins, workload: { inUse, region }, said }: Statement,
  book: PriceBook,
): readonly ScanFinding[] {
  const candidate = inUse === undefined ? undefined : candidateNamed(inUse);
  const odd = api.oddities.map(({ id, what, at }): ScanFinding => {
    const { title, severity, remedy, source } = ODDITY_KINDS[id];
    return { id, severity, title, because: what, remedy, at, sources: [source] };
  });
  if (candidate === undefined || !book.regions.includes(region)) return odd;
  const { whole, stoodIn } = standIn(withTraffic(api.kind, said));
  const { workload } = settled(withWhatIsOff(api, whole));
  const found = inspect(monthOf(workload, book), [candidate]).filter(
    ({ rule, because }) =>
      RULES_OF_TEMPLATES.includes(rule.id) &&
      ![...stoodIn].some(([field, value]) => rule.fields.includes(field) || because.includes(value)),
  );
  return [
    ...found.map(({ rule, severity, because, remedy, path, sources }): ScanFinding => {
      return { id: rule.id, severity, title: rule.title, because, remedy, at: placeOf(dotted(path), origins) ?? placeWithin(api), sources };
    }),
    ...odd,
  ];
}

/** What is absent is off, where nothing of the API is elsewhere: only a finding says so, never the draft. */
function withWhatIsOff({ gaps, stages }: ScannedApi, said: Said): Said {
  if (gaps.length > 0) return said;
  const { has } = requirementsOf(settled(said).workload);
  const off = [...OF_THE_API, ...(stages.length > 0 ? OF_THE_STAGE : [])].filter((feature) => !has(feature));
  return off.reduce<Said>((whole, feature) => stated(whole, { path: ['needs', feature], value: 'no' }), said);
}

/** Sections that lack something get an example of it: rules ask for the rest of them, and no finding may quote it. */
function standIn(said: Said): { readonly whole: Said; readonly stoodIn: ReadonlyMap<string, string> } {
  const lacked = lackedBy(said).filter(({ path }) => path.every((step) => typeof step === 'string'));
  const whole = lacked.reduce<Said>((all, { path, example }) => stated(all, { path: path.map(String), value: example }), said);
  return { whole, stoodIn: new Map(lacked.map(({ path, example }) => [dotted(path), example])) };
}

/** Where the field stands, or the first of what is inside it. */
function placeOf(path: string, origins: ReadonlyMap<string, readonly Fact[]>): Place | null {
  const inside = [...origins].find(([name]) => name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}[`));
  return inside?.[1][0]?.at ?? null;
}

/** What is off is told of the stage, or of the API. */
function placeWithin({ stages, at }: ScannedApi): Place {
  return stages.find((one) => one.isSpokenOf)?.at ?? at;
}

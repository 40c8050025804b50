// What a table says of a Region, an algorithm or a number is evaluated: by a proviso, the record of a Region, a quota, or by
// what a candidate breaks. What is left is listed here, each with the reason why nothing could evaluate it.
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { exampleWorkload } from '../../src/decide/example.ts';
import { FEATURE_TABLES } from '../../src/facts/features/index.ts';
import { featurePages } from '../../src/facts/features/pages-of.ts';
import { QUOTAS } from '../../src/facts/quotas/index.ts';
import { supportFor, type Proviso, type Support } from '../../src/facts/support.ts';
import { FEATURE_IDS, type FeatureId } from '../../src/workload/features.ts';
import { FRONT_DOOR_IDS, type FrontDoor } from '../../src/workload/front-doors.ts';

interface Text {
  readonly of: string;
  readonly feature: FeatureId;
  readonly door: FrontDoor;
  readonly text: string;
}

const provisosOf = (support: Support): readonly Proviso[] => ('provisos' in support ? (support.provisos ?? []) : []);

/** Conditions and caveats that stand whatever is stated; a reason why not holds anyway. */
function standing(support: Support): readonly string[] {
  if (support.type === 'native') return [support.conditions ?? []].flat();
  return support.type === 'via' ? [support.caveat] : [];
}

const cells: readonly Text[] = FRONT_DOOR_IDS.flatMap((door) =>
  FEATURE_IDS.flatMap((feature) =>
    standing(FEATURE_TABLES[door][feature]).map((text) => ({ of: `${feature} of ${door}`, feature, door, text })),
  ),
);
const notes: readonly Text[] = CANDIDATES.flatMap((one) =>
  [one.supplies, one.conditions].flatMap((all) =>
    Object.entries(all).map(([feature, text]) => ({
      of: `${feature} of ${one.id}`,
      feature: feature as FeatureId,
      door: one.frontDoor,
      text,
    })),
  ),
);

const REGION = /GovCloud|\bChina\b|\b(?:us|eu|ap|ca|sa|me|af|il|mx|cn)-(?:gov-)?[a-z]+-\d\b|commercial Regions/;
const ALGORITHM = /\b(?:[RPEH]S(?:256|384|512)|RSA|ECDSA|EdDSA|elliptic)\b/;
/** Names of versions, protocols, statuses and things, which are no amounts. */
const NAMES =
  /Route 53|TLS[ _]1[._]\d|HTTP\/\d(?:\.\d)?|IPv\d|S3|base64|V[12]\b|EC2|X-\w+|4XX\w*|5XX\w*|4xx|5xx|Url\dxx\w+|_[45]XX_\w+|SigV4A?|OAuth 2\.0|format 2\.0|1\.0 (?:and|or) 2\.0|draft 4|413|429|May 2026|2\.0 and most of 3\.0|3\.0 only|20\d\d-\d\d-\d\d/g;
const AMOUNT = /\d[\d,.]*\d|\d/g;

/** Amounts in words that nothing evaluates, by the words around them; the reason. */
const INFORMATIVE: Readonly<Record<string, string>> = {
  'from the first 100 KB of a JSON body': 'http-body-mapping',
  'a fixed response of at most 1,024 characters': 'a workload does not state how long a fixed answer is',
  'at most 10 keys and 150 KB of key set': 'a workload does not state the keys of an issuer',
  '10 claims, 10 values each': 'a workload does not state claims of tokens',
  'keys cached up to 2 hours, and read within 1.5 seconds': 'http-jwks-cache, http-jwks-timeout',
  'a result of at most 8 KB': 'a workload does not state what an authorizer answers',
};

const CHECKED = new Set<string>(QUOTAS.map(({ id }) => id));

describe('no caveat names what nothing evaluates', () => {
  test('a Region', () => {
    expect([...cells, ...notes].filter(({ text }) => REGION.test(text))).toEqual([]);
  });

  test('an algorithm', () => {
    expect([...cells, ...notes].filter(({ text }) => ALGORITHM.test(text))).toEqual([]);
  });

  test('a number, but that of a quota or one that no workload states', () => {
    const amounts = [...cells, ...notes].flatMap((one) => {
      const rest = Object.keys(INFORMATIVE)
        .reduce((text, known) => text.replace(known, ''), one.text)
        .replace(NAMES, '');
      return amountsIn(rest)
        .filter((amount) => !isQuota(amount, one))
        .map(({ digits, unit }) => `${digits} ${unit} in ${one.of}: ${one.text}`);
    });
    expect(amounts).toEqual([]);
  });

  test('in the unit of that quota', () => {
    const rest = (text: string, feature: FeatureId): Text => ({ of: '', feature, door: 'rest', text });
    const known = (text: string, feature: FeatureId) => amountsIn(text).map((one) => isQuota(one, rest(text, feature)));
    expect(known('up to 15 minutes, or silence of 5 minutes', 'response-streaming')).toEqual([true, true]);
    expect(known('up to 15 hours, or 5 KB', 'response-streaming')).toEqual([false, false]);
    expect(known('at most 200 a domain', 'multi-level-api-mapping')).toEqual([true]);
    expect(known('at most 200 a domain', 'response-streaming')).toEqual([false]);
    expect(known('of 0.5 to 237 GB', 'response-cache')).toEqual([true, true]);
    expect(known('of 0.5 to 237 MB', 'response-cache')).toEqual([false, false]);
  });

  test('and what is listed as known stands in a table, with a quota if it names one', () => {
    const texts = [...cells, ...notes].map(({ text }) => text);
    expect(Object.keys(INFORMATIVE).filter((known) => !texts.some((text) => text.includes(known)))).toEqual([]);
    const ids = Object.values(INFORMATIVE).flatMap(
      (reason) => reason.match(/^[a-z]+(?:-[a-z]+)+(?:, [a-z]+(?:-[a-z]+)+)*$/)?.[0].split(', ') ?? [],
    );
    expect(ids.filter((id) => !CHECKED.has(id))).toEqual([]);
  });
});

interface Amount {
  readonly digits: string;
  /** The word that follows, or the unit of the amount that it stands beside: `0.5 to 237 GB`, `30 seconds unless set, and 120 at most`. */
  readonly unit: string;
}

/** Units of time and of size in the least of each, which no amount has in common. */
const UNITS: Readonly<Record<string, readonly [kind: 'time' | 'size', least: number]>> = {
  milliseconds: ['time', 1],
  seconds: ['time', 1000],
  minutes: ['time', 60_000],
  hours: ['time', 3_600_000],
  days: ['time', 86_400_000],
  bytes: ['size', 1],
  KB: ['size', 1024],
  MB: ['size', 1024 ** 2],
  MiB: ['size', 1024 ** 2],
  GB: ['size', 1024 ** 3],
  TB: ['size', 1024 ** 4],
};

function amountsIn(text: string): readonly Amount[] {
  const found = [...text.matchAll(AMOUNT)].map((match) => ({
    digits: match[0],
    word: text.slice(match.index + match[0].length).match(/^ ?([A-Za-z]+)/)?.[1] ?? '',
  }));
  return found.map(({ digits, word }, index) => {
    const beside = word === 'to' ? found[index + 1]?.word : word === '' || word === 'at' ? found[index - 1]?.word : undefined;
    return { digits, unit: beside ?? word };
  });
}

/** Whether a quota of the front door, or of what stands behind it, has this value: of time and of size in any unit, else of what it counts. */
function isQuota({ digits, unit }: Amount, { door, feature }: Text): boolean {
  const value = Number(digits.replaceAll(',', ''));
  const stated = UNITS[unit];
  return QUOTAS.some(({ appliesTo, value: limit, unit: counted, note }) => {
    if (!(appliesTo as readonly string[]).some((one) => one === door || one === 'backend')) return false;
    if (new RegExp(`\\b${digits}(?:[\\d., ]|to|and)* ${unit}\\b`).test(note ?? '')) return true;
    const [name = ''] = counted.split(' ');
    const known = UNITS[name];
    if (stated || known) return stated?.[0] === known?.[0] && value * (stated?.[1] ?? 0) === Number(limit) * (known?.[1] ?? 0);
    return value === Number(limit) && `${unit} ${feature}`.includes(name.replace(/s$/, ''));
  });
}

describe('provisos', () => {
  const all = FRONT_DOOR_IDS.flatMap((door) =>
    FEATURE_IDS.flatMap((feature) => provisosOf(FEATURE_TABLES[door][feature]).map((proviso) => ({ door, feature, proviso }))),
  );

  test('each depends on a page of AWS that the feature cites', () => {
    expect(
      all
        .filter(({ feature, proviso }) => !featurePages(feature).includes(proviso.page))
        .map(({ door, feature }) => `${feature} of ${door}`),
    ).toEqual([]);
  });

  type Fields = Parameters<typeof exampleWorkload>[0];
  const jwt = (algorithm: string): Fields => ({ auth: { jwt: { algorithm, scopes: 'yes' } } });
  const authorizer = (more: object): Fields => ({ auth: { lambdaAuthorizer: { memory: '128 MB', duration: '20 ms', ...more } } });
  const needs = (...features: FeatureId[]): Fields => ({ needs: Object.fromEntries(features.map((one) => [one, 'yes'])) });

  const cases: readonly [FrontDoor, FeatureId, Fields, Support['type'], string][] = [
    ['http', 'auth-jwt', jwt('RS512'), 'native', '50 audiences; keys cached up to 2 hours, and read within 1.5 seconds'],
    ['http', 'auth-jwt', jwt('ES256'), 'via', 'your code verifies ES256, which the JWT authorizer does not'],
    ['http', 'auth-jwt', jwt('PS256'), 'unknown', 'AWS says that RSA-based algorithms are verified, and not whether PS256 is one of them'],
    ['http', 'auth-scopes-per-route', jwt('EdDSA'), 'via', 'your code verifies EdDSA, which the JWT authorizer does not'],
    ['alb', 'auth-jwt', jwt('RS256'), 'native', 'at most 10 keys and 150 KB of key set'],
    ['alb', 'auth-jwt', jwt('RS512'), 'via', 'the load balancer does not verify RS512, and the backend pays for refused requests'],
    ['rest', 'auth-scopes-per-route', jwt('RS256'), 'via', 'your code compares the scopes of the token'],
    ['rest', 'auth-scopes-per-route', needs('auth-cognito-native', 'auth-scopes-per-route'), 'native', ''],
    [
      'rest',
      'tls-enhanced-pq-fips',
      { region: 'us-gov-west-1' },
      'native',
      'every API in us-gov-west-1 is FIPS-compliant by default; policies with post-quantum key exchange are not there',
    ],
    ['rest', 'tls-enhanced-pq-fips', {}, 'native', ''],
    ['http', 'auth-lambda-request', authorizer({ duration: '9 s' }), 'native', ''],
    ['http', 'auth-lambda-request', authorizer({ duration: '11 s' }), 'no', 'auth.lambdaAuthorizer.duration is 11 s, over 10 s'],
    ['http', 'authorizer-cache', authorizer({ cacheTtl: '2 hours' }), 'no', 'auth.lambdaAuthorizer.cacheTtl is 2 h, over 1 h'],
    [
      'rest',
      'authorizer-cache',
      authorizer({ identity: 'none' }),
      'no',
      'auth.lambdaAuthorizer.identity is none, and a kept result is found by its identity source',
    ],
    ['rest', 'authorizer-cache', authorizer({ cacheTtl: '1 hour', identity: 'header' }), 'native', '5 minutes unless set'],
  ];

  test.each(cases)('%s, %s, %j: %s', (door, feature, fields, type, text) => {
    const support = supportFor(FEATURE_TABLES[door][feature], exampleWorkload(fields, door));
    expect(support.type).toBe(type);
    expect(support.type === 'native' ? (support.conditions ?? '') : support.type === 'via' ? support.caveat : support.because).toBe(text);
  });

  test('each is broken by one of these workloads: one that nothing could break would be prose', () => {
    const workloads = cases.map(([door, , fields]) => exampleWorkload(fields, door));
    const never = all.filter(({ proviso }) => !workloads.some((workload) => proviso.met(workload) === 'no'));
    expect(never.map(({ door, feature, proviso }) => `${feature} of ${door}: ${proviso.says}`)).toEqual([]);
  });
});

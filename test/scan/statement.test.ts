import { describe, expect, test } from 'vitest';
import { laidOut } from '../../src/app/scan/laid-out.ts';
import { RULES_OF_TEMPLATES } from '../../src/app/scan/findings.ts';
import { scan } from '../../src/app/scan/scan.ts';
import { RULES } from '../../src/decide/rules.ts';
import type { Fact, ScannedApi } from '../../src/intake/templates/scanned.ts';
import { parseSaid } from '../../src/workload/read.ts';
import { priceData } from '../price-book.ts';
import { api, fact, found, item } from './scanned-apis.ts';

const answer = (apis: readonly ScannedApi[], options: object = {}) => scan(found(apis), { edition: 'aws', ...options }, priceData);
const only = (one: ScannedApi, options: object = {}) => {
  const [first] = answer([one], options).apis;
  if (first === undefined) throw new Error('no API');
  return first;
};

describe('facts as fields of a workload', () => {
  test.each<readonly [string, readonly Fact[], object]>([
    ['a need', [fact('needs.xray', 'yes', 1)], { needs: { xray: 'yes' } }],
    ['a section', [fact('cache.size', '0.5 GB', 1), fact('cache.ttl', '300 s', 2)], { cache: { size: '0.5 GB', ttl: '300 s' } }],
    [
      'the same twice',
      [fact('backend.lambda.memory', '128 MB', 1), fact('backend.lambda.memory', '128 MB', 2)],
      { backend: { lambda: { memory: '128 MB' } } },
    ],
    [
      'words of a list',
      [fact('observability.accessLogs.holds[]', 'requestId', 1), fact('observability.accessLogs.holds[]', 'ip', 1)],
      { observability: { accessLogs: { holds: ['requestId', 'ip'] } } },
    ],
    [
      'entries of two resources',
      [
        fact('operations.alarms[].metric', 'Latency', 1, { resource: 'A' }),
        fact('operations.alarms[].metric', 'Count', 5, { resource: 'B' }),
      ],
      { operations: { alarms: [{ metric: 'Latency' }, { metric: 'Count' }] } },
    ],
    [
      'two entries of one resource',
      [
        fact('throttling.methods[].name', 'GET /a', 1),
        fact('throttling.methods[].rate', '5', 2),
        fact('throttling.methods[].name', 'GET /b', 3),
      ],
      { throttling: { methods: [{ name: 'GET /a', rate: '5' }, { name: 'GET /b' }] } },
    ],
    ['no such field', [fact('needs.teleport', 'yes', 1), fact('routes', '3', 2)], { routes: '3' }],
    ['no such value', [fact('cache.size', 'a lot', 1)], {}],
  ])('%s', (_, facts, said) => expect(laidOut(facts).said).toEqual(said));

  test('of several values none is stated, and all are told', () => {
    const { said, apart } = laidOut([fact('backend.lambda.memory', '128 MB', 1), fact('backend.lambda.memory', '1 GB', 9)]);
    expect(said).toEqual({});
    expect(apart.map((facts) => facts.map(({ value, at }) => `${value} in ${at.line}`))).toEqual([['128 MB in 1', '1 GB in 9']]);
  });

  test('each field knows where it came from', () => {
    const { origins } = laidOut([fact('needs.xray', 'yes', 7), fact('operations.alarms[].metric', 'Count', 9)]);
    expect([...origins].map(([field, facts]) => `${field} ${facts[0]?.at.line}`)).toEqual([
      'needs.xray 7',
      'operations.alarms[0].metric 9',
    ]);
  });
});

describe('what it is worth', () => {
  test('a million requests, by the list price of the Region', () => {
    // REST $3.50 and HTTP $1.00 in us-east-1; $4.25 and $1.20 in sa-east-1 would differ: the Region counts.
    const prices = (options: object) => only(api(), options).perMillion;
    expect(prices({})).toMatchObject({ rest: expect.objectContaining({}), http: expect.objectContaining({}) });
    expect(String((prices({}) as { saving: unknown }).saving)).toBe('2.5');
    expect(only(api()).region).toEqual({ id: 'us-east-1', by: 'nobody' });
    expect(only(api(), { region: 'eu-west-1' }).region).toEqual({ id: 'eu-west-1', by: 'option' });
    expect(only(api({ facts: [fact('region', 'eu-central-1', 2)] })).region).toEqual({ id: 'eu-central-1', by: 'template' });
  });

  test('a month is priced only with traffic, and the HTTP API has what the remedies put in front', () => {
    expect(only(api()).moved).toEqual({ because: 'its traffic is not stated' });
    const moved = (one: ScannedApi) => {
      const { moved: worth } = only(one, { requests: '50M/month' });
      return 'because' in worth
        ? worth.because
        : [worth.today.candidate, worth.instead?.candidate ?? null, worth.saving && String(worth.saving)];
    };
    // 50M × $3.50/M − 50M × $1.00/M.
    expect(moved(api())).toEqual(['rest', 'http', '125']);
    expect(moved(api({ verdict: 'workaround', items: [item('edge-optimized', 5)] }))).toEqual([
      'rest',
      'http+cloudfront',
      expect.any(String),
    ]);
    const guarded = { facts: [fact('inUse', 'rest', 4), fact('needs.waf-native', 'yes', 9)], items: [item('web-acl', 9)] };
    expect(moved(api({ verdict: 'workaround', ...guarded }))).toEqual(['rest', 'http+cloudfront+waf', expect.any(String)]);
    expect(moved(api({ verdict: 'blocked', items: [item('client-quota', 9)] }))).toEqual(['rest', null, null]);
  });

  test('what is laid over comes before the template; requests of the command line before both', () => {
    const file = (text: string) => ({ file: 'over.yaml', text });
    const requests = (options: object) => only(api(), options).statement.said['traffic'];
    expect(requests({ with: [file('traffic: { requests: 1M, response: 5 KB }')] })).toEqual({ requests: '1M', response: '5 KB' });
    expect(requests({ with: [file('traffic: { requests: 1M, response: 5 KB }')], requests: '2M/month' })).toEqual({
      requests: '2M/month',
      response: '5 KB',
    });
    expect(requests({ with: [file('name: orders\ntraffic: { requests: 3M }')] })).toEqual({ requests: '3M' });
    expect(() => only(api(), { with: [file('name: order\ntraffic: { requests: 3M }')] })).toThrow('no template has it');
    expect(() => only(api(), { with: [file('trafic: {}')] })).toThrow('trafic is not a field');
    expect(() => only(api(), { requests: 'many' })).toThrow('--requests');
  });
});

describe('what keeps it', () => {
  test.each<readonly [string, Partial<ScannedApi>, object | null]>([
    ['nothing', {}, null],
    [
      'one thing',
      { verdict: 'blocked', items: [item('client-quota', 9), item('client-quota', 12)] },
      { item: 'client-quota', otherwise: 'drop-in' },
    ],
    [
      'one thing of the worst class',
      { verdict: 'blocked', items: [item('client-quota', 9), item('api-key', 3), item('traces', 4)] },
      { item: 'client-quota', otherwise: 'rewrite' },
    ],
    ['two things', { verdict: 'blocked', items: [item('client-quota', 9), item('client-rate', 9)] }, null],
    ['what is not known', { verdict: 'unknown', atLeast: 'rewrite', items: [item('api-key', 3)] }, null],
  ])('%s', (_, more, kept) => expect(only(api(more)).keptFor).toEqual(kept));

  test('routes that are better off than the API could leave by themselves', () => {
    const routes = (['drop-in', 'workaround', 'rewrite', 'blocked'] as const).map((verdict, line) => ({
      ...api().routes[0]!,
      at: { file: 'a', line, column: 1 },
      verdict,
    }));
    const leaving = (verdict: ScannedApi['verdict']) => only(api({ verdict, routes })).leaving.map((one) => one.verdict);
    expect(leaving('blocked')).toEqual(['drop-in', 'workaround']);
    expect(leaving('workaround')).toEqual(['drop-in']);
    expect(leaving('drop-in')).toEqual([]);
  });
});

describe('findings on what exists', () => {
  const ids = (one: ScannedApi) => only(one).findings.map(({ id, at }) => `${id} ${at.line}`);

  test('every rule that a template answers is in the rule book', () => {
    expect(RULES_OF_TEMPLATES.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });

  test('what a template says is found at its line, and what is off at the stage', () => {
    expect(ids(api())).toEqual(['access-logs-off 7', 'open-writes 25', 'validation-off 7', 'xray-off 7']);
    const facts = [
      ...api().facts,
      fact('needs.xray', 'yes', 9),
      fact('needs.access-logs-cw', 'yes', 10),
      fact('needs.validate-body', 'yes', 11),
    ];
    expect(ids(api({ facts }))).toEqual(['open-writes 25']);
  });

  test('nothing is off where a part of the API is elsewhere', () => {
    const gaps = [{ at: api().at, what: 'the body', because: 'it is in a bucket', give: null, concerns: [] }];
    expect(ids(api({ gaps, verdict: 'unknown' }))).toEqual(['open-writes 25']);
  });

  test('sections that lack something are judged too, but no finding quotes what stands in', () => {
    const cached = [
      fact('inUse', 'rest+cache', 4),
      fact('needs.response-cache', 'yes', 8),
      fact('cache.otherMethods', 'yes', 12),
      fact('cache.ttl', '0 s', 13),
    ];
    expect(ids(api({ facts: cached })).filter((one) => one.startsWith('cache'))).toEqual(['cache-other-methods 12']);
    expect(ids(api({ facts: [...cached, fact('cache.size', '0.5 GB', 9)] })).filter((one) => one.startsWith('cache'))).toEqual([
      'cache-other-methods 12',
      'cache-ttl-zero 13',
    ]);
  });

  test('what is odd in the template is a note', () => {
    const odd = {
      id: 'usage-plan-inert',
      what: 'the usage plan limits nobody',
      resource: 'Plan',
      at: api().at,
    } as const;
    expect(only(api({ oddities: [odd] })).findings.at(-1)).toMatchObject({ id: 'usage-plan-inert', severity: 'caution' });
  });
});

test('--fail-on names verdicts and severities', () => {
  const blocked = api({ verdict: 'blocked', items: [item('client-quota', 9)] });
  expect(answer([blocked], { failOn: 'blocked' })).toMatchObject({
    failed: true,
    remarks: ['failed --fail-on blocked: orders: line 9 states it.'],
  });
  expect(answer([api()], { failOn: 'blocked,rewrite' }).failed).toBe(false);
  expect(answer([api()], { failOn: 'caution' }).failed).toBe(true);
  expect(() => answer([], { failOn: 'already-http' })).toThrow('--fail-on names "already-http"');
});

test('fields that exclude others are left out of what is weighed, and told', () => {
  const facts = [fact('inUse', 'rest', 4), fact('needs.waf-native', 'yes', 3), fact('throttling.newConnections', '5', 9)];
  const { statement } = only(api({ facts }));
  expect(statement.excluded.map(({ path }) => path.join('.'))).toEqual(['throttling.newConnections']);
  expect(statement.workload.throttling).toBeUndefined();
});

test('a draft that only begins its sections is read by choose', () => {
  expect(parseSaid('cache: { ttl: 60 s }', {})).toEqual({ cache: { ttl: '60 s' } });
});

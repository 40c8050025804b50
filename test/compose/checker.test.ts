/**
 * Checks what `optimize` proves, knowing nothing of how it searches: the compositions are enumerated here once more from the
 * words of the workload, and what some of them cost is asked of `cost`.
 */
import { parse, stringify } from 'yaml';
import { expect, test } from 'vitest';
import type { OptimizeDocument } from '../../src/documents/optimize/schema.ts';
import { run } from '../run.ts';

type Data = Record<string, any>;
type Setting = Record<string, string>;

const PLANS = ['free', 'pro', 'business', 'premium', 'premium-75tb', 'premium-125tb', 'premium-200tb', 'premium-350tb', 'premium-600tb'];
const SIZES = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'];

/** Every composition of the requests or the connections of a workload, by hand. */
function* compositions(data: Data, carries: 'requests' | 'realtime'): Generator<Setting> {
  const { edge, waf, cache, backend = {}, needs = {} } = data;
  const web = waf !== undefined || needs['waf-native'] === true;
  const doors =
    carries === 'requests' ? ['rest', 'http', 'alb', 'function-url', 'web-function'] : ['websocket', 'alb-websocket', 'nlb-websocket'];
  const links = backend.vpc ? [backend.vpc.balancer === 'none' ? 'cloud-map' : backend.vpc.balancer] : ['none'];
  const sets = backend.lambda ? (backend.lambda.architecture ? [backend.lambda.architecture] : ['x86', 'arm64']) : ['none'];
  const kept = backend.lambda?.provisioned ? ['kept'] : ['none'];
  const allowed = edge ? (edge.plan ? [edge.plan] : ['pay-as-you-go', ...PLANS]) : ['none', 'pay-as-you-go', ...PLANS];
  for (const door of doors)
    for (const endpoint of door === 'rest' ? ['public', 'private'] : ['public'])
      for (const distribution of carries === 'realtime' || endpoint === 'private' ? ['none'] : allowed) {
        const hosts = [
          ...(['rest', 'alb', 'alb-websocket'].includes(door) ? ['front-door'] : []),
          ...(distribution === 'none' ? [] : ['distribution']),
        ];
        for (const host of web && hosts.length > 0 ? hosts : ['none'])
          for (const size of door === 'rest'
            ? ['none', ...SIZES.filter((one) => cache?.size === `${one} GB` || cache?.otherSizes?.[one])]
            : ['none'])
            for (const link of links)
              for (const architecture of sets)
                for (const provisioned of kept)
                  yield {
                    'front-door': door,
                    endpoint,
                    distribution,
                    'web-acl': host,
                    'stage-cache': size,
                    'private-link': link,
                    architecture,
                    provisioned,
                  };
      }
}

/** The candidate and the workload in which `cost` prices a composition. */
function askable(setting: Setting, data: Data): { readonly id: string; readonly data: Data } {
  const { 'front-door': door = '', distribution, 'web-acl': host, 'stage-cache': size = 'none', architecture } = setting;
  const behind = distribution !== 'none';
  const id = [
    setting['endpoint'] === 'private' ? `${door}-private` : door,
    ...(size === 'none' ? [] : ['cache']),
    ...(behind && host === 'front-door' ? ['waf'] : []),
    ...(behind ? ['cloudfront'] : []),
    ...(door === 'http' && host === 'distribution' ? ['waf'] : []),
  ].join('+');
  const { plan: _plan, ...edge } = data['edge'] ?? {};
  const lambda = data['backend']?.lambda;
  const hitRatio = data['cache']?.otherSizes?.[size] ?? data['cache']?.hitRatio;
  return {
    id,
    data: {
      ...data,
      ...(behind ? { edge: distribution === 'pay-as-you-go' ? edge : { ...edge, plan: distribution } } : {}),
      ...(size === 'none' ? {} : { cache: { ...data['cache'], size: `${size} GB`, hitRatio } }),
      ...(lambda ? { backend: { ...data['backend'], lambda: { ...lambda, architecture } } } : {}),
    },
  };
}

const TRAFFIC = 'traffic: { requests: 60M/month, request: 2 KB, response: 6 KB, fates: { blocked: 2% } }';
const WORKLOADS = {
  'a function behind a web ACL': `${TRAFFIC}\nwaf: { rules: 3 }\nbackend: { lambda: { memory: 512 MB, duration: 90 ms, provisioned: { concurrency: 4 } } }`,
  'a cache of several sizes': `${TRAFFIC.replace(', fates: { blocked: 2% }', '')}
inUse: rest
cache: { size: 0.5 GB, hitRatio: 40%, otherSizes: { '1.6': 70%, '6.1': 85% } }
backend: { lambda: { memory: 1024 MB, duration: 400 ms } }`,
  'a distribution that is stated': `${TRAFFIC}\nedge: { hitRatio: 60% }\nwaf: { rules: 1 }\nbackend: { lambda: { memory: 256 MB, duration: 50 ms, architecture: arm64 } }`,
  'servers in a VPC': `${TRAFFIC.replace(', fates: { blocked: 2% }', '')}\nbackend: { vpc: { balancer: nlb }, monthly: $200 }`,
  'requests and connections': `${TRAFFIC.replace(', fates: { blocked: 2% }', '')}
realtime: { connections: 20K, inbound: { rate: 1/min, size: 1 KB }, outbound: { rate: 2/min, size: 1 KB } }
backend: { lambda: { memory: 256 MB, duration: 30 ms } }`,
} as const;

const words = (setting: Readonly<Record<string, string>>) =>
  Object.entries(setting)
    .map(([lever, value]) => `${lever}=${value}`)
    .join(' ');

test.each(Object.entries(WORKLOADS))(
  '%s: the certificate holds every composition once, and what it says of costs is what cost says',
  async (_, body) => {
    const data = parse(`name: checked\nregion: eu-west-1\n${body}`) as Data;
    const { stdout, stderr } = await run(['optimize', '-', '--json', '--as-of', '2026-11-22'], { stdin: stringify(data) });
    expect(stderr).toBe('');
    const [result] = (JSON.parse(stdout) as OptimizeDocument).results;
    if (result === undefined) throw expect.fail(stdout);
    const parts = [...(data['traffic'] ? (['requests'] as const) : []), ...(data['realtime'] ? (['realtime'] as const) : [])];
    const expected = parts.flatMap((carries) => [...compositions(data, carries)].map((setting) => `${carries}: ${words(setting)}`));
    expect(result.certificate.map(({ carries, setting }) => `${carries}: ${words(setting)}`).toSorted()).toEqual(expected.toSorted());

    const { proof, certificate, best, frontier, summary } = result;
    expect(proof.compositions).toBe(certificate.length);
    expect(proof.priced + proof.dearer + proof.ruledOut.reduce((all, one) => all + one.compositions, 0)).toBe(certificate.length);
    if (best === null) throw expect.fail('nothing serves it');
    for (const { monthly, atLeast } of certificate) {
      if (parts.length === 1 && monthly !== null) expect(Number(monthly)).toBeGreaterThanOrEqual(Number(best.monthly));
      if (parts.length === 1 && atLeast !== null) expect(Number(atLeast)).toBeGreaterThan(Number(best.monthly));
    }
    const rows = best.lineItems.reduce((all, { listCost }) => all + Number(listCost), 0);
    expect(rows).toBeCloseTo(Number(best.monthly), 6);
    const saved = frontier.reduce((all, { saving }) => all + Number(saving), 0);
    expect(saved).toBeCloseTo(Number(summary.saving), 6);

    // Every twentieth that was priced, and the cheapest; the seed is where it begins.
    const priced = certificate.filter(({ monthly }) => monthly !== null);
    const sample = priced.filter(
      (one, index) =>
        index % 20 === 7 % Math.min(20, priced.length) || best.parts.some(({ setting }) => words(setting) === words(one.setting)),
    );
    expect(sample.length).toBeGreaterThan(0);
    for (const { setting, monthly, candidate } of sample) {
      const question = askable(setting, data);
      expect(candidate).toBe(question.id);
      const answer = await run(['cost', '-', '--json', '--candidate', question.id], { stdin: stringify(question.data) });
      const [priceOf] = (JSON.parse(answer.stdout) as { results: { candidates: { id: string; listCost: string; bound: string }[] }[] })
        .results;
      const found = priceOf?.candidates.find(({ id }) => id === question.id);
      expect(`${words(setting)} ${found?.listCost} ${found?.bound}`).toBe(`${words(setting)} ${monthly} exact`);
    }
  },
);

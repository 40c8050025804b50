// What the verdict claims is worked out a second time, from candidates and from other workloads: what would be cheaper, what is
// the cheapest, what another answer leads to, what nothing asks for, and from where on help would turn the pick.
// VERDICT_RUNS=2000 draws as many workloads by hand; the gate draws fewer.
import { assert, boolean, constantFrom, dictionary, property, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { advise, type Pick, type Recommendation } from '../../src/advise/advise.ts';
import { usable, wholePrice, type Advised } from '../../src/advise/advised.ts';
import { behindCloudfront } from '../../src/candidates/by-cloudfront.ts';
import { ofFrontDoor } from '../../src/candidates/fit.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { costOf } from '../../src/estimate/cost-in-question.ts';
import { sum } from '../../src/money/decimal.ts';
import { recommendSections } from '../../src/render/recommend/sections.ts';
import { FEATURE_IDS } from '../../src/workload/features.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { askedFor, requirementsOf } from '../../src/workload/requirements.ts';
import { awsBook } from '../price-book.ts';

const RUNS = Number(process.env['VERDICT_RUNS'] ?? 200);

const OF_CONNECTIONS = /^(?:server-push|ws-.*|auth-per-message|metric-(?:connect-message|disconnect))$/;
const needs = dictionary(constantFrom(...FEATURE_IDS.filter((one) => !OF_CONNECTIONS.test(one))), boolean(), { maxKeys: 5 });
const sections = subarray([
  'edge: { hitRatio: 40% }',
  'waf: { rules: 2 }',
  'backend: { lambda: { memory: 256 MB, duration: 60 ms } }',
  'auth: { apiKeys: { onlyCheck: no } }',
  'auth: { jwt: { algorithm: ES256 } }',
  'auth: { lambdaAuthorizer: { memory: 128 MB, duration: 10 ms } }',
  'observability: { executionLogs: { level: error, errors: 1% } }',
]);
const load = constantFrom('1M', '30M', '3B').map((requests) => `traffic: { requests: ${requests}, request: 1 KB, response: 3 KB }`);
const unsized = constantFrom('traffic: { requests: 20M, response: 1 KB }');
const region = constantFrom('us-east-1', 'us-gov-west-1', 'us-gov-east-1', 'ap-southeast-3');

/** The workload's text, its sections by their names; none where one contradicts another. */
function textOf(said: Readonly<Record<string, boolean>>, parts: readonly string[], traffic: string, where: string): string {
  const named = new Map(parts.map((part) => [part.split(':')[0], part]));
  const wanted = Object.entries(said).map(([feature, yes]) => `${feature}: ${yes ? 'yes' : 'no'}`);
  return `name: a\nregion: ${where}\n${[traffic, ...named.values()].join('\n')}\nneeds: { ${['server-push: no', ...wanted].join(', ')} }\n`;
}

test.each(['native-first', 'cheapest'] as const)('what the verdict claims is so: %s', { timeout: 3_600_000 }, (policy) => {
  const claims = new Map<string, number>();
  const claim = (kind: string) => claims.set(kind, (claims.get(kind) ?? 0) + 1);
  const traffic = constantFrom('sized', 'sized', 'unsized').chain((kind) => (kind === 'sized' ? load : unsized));
  assert(
    property(needs, sections, traffic, region, (said, parts, sent, where) => {
      const text = textOf(said, parts, sent, where);
      const workload = readOrNull(text);
      if (workload === null) return;
      const advice = advise(workload, awsBook, { policy });
      const printed = recommendSections(advice).flatMap(({ lead, words = [], list = [] }) => [lead ?? '', ...words, ...list]);
      for (const pick of advice.picks) {
        checkMoney(pick, advice, policy, claim);
        checkReason(pick, claim);
        checkTurns(pick, workload, text, policy, claim);
        // What no answer turns is no question.
        if (advice.outcome === 'pick')
          expect(pick.changes.turns.filter(({ given, leaf }) => given === 'unknown' && leaf !== 'websocket')).toEqual([]);
        expect(printed.filter((line) => /undefined|\(\)|cannot serve this \(\)/.test(line))).toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
  // Each kind was met at all.
  for (const kind of policy === 'cheapest'
    ? ['cheapest of all']
    : ['cheaper by', 'contested', 'yes leads to', 'no leads to', 'asks for', 'nothing asks', 'cannot'])
    expect([kind, (claims.get(kind) ?? 0) > 0]).toEqual([kind, true]);
});

function readOrNull(text: string) {
  try {
    return parseWorkload(text, {});
  } catch {
    // Needs that contradict one another are mistakes, and no workload.
    return null;
  }
}

/** Candidates that could be built in place of a pick. */
function able({ candidates }: Recommendation, pick: Pick): readonly Advised[] {
  return candidates.filter((one) => one.candidate.carries === pick.carries && one !== pick.advised && usable(one));
}

function checkMoney(pick: Pick, advice: Recommendation, policy: Policy, claim: (kind: string) => void): void {
  const { advised, cheaper, contested, unless, reason } = pick;
  const cost = costOf(advised.estimate);
  for (const { advised: other, saving } of [...cheaper, ...(contested ? [contested] : [])]) {
    claim('cheaper by');
    expect(usable(other) && wholePrice(other)).toBe(true);
    expect(costOf(other.estimate).plus(saving).eq(cost)).toBe(true);
  }
  if (contested) {
    claim('contested');
    expect(contested.advised.verdict).toBe('native');
    expect(costOf(contested.advised.estimate).times('2').lt(cost)).toBe(true);
  }
  if (unless) {
    claim('unless');
    const help = advised.help.flatMap(({ hops }) => hops);
    const helpCost = sum(advised.estimate.lineItems.filter(({ hop }) => help.includes(hop)).flatMap((one) => one.listCost ?? []));
    // At that much of help it costs what another does that needs none.
    const turning = cost.minus(helpCost).plus(unless);
    const others = able(advice, pick).filter((one) => wholePrice(one) && one.help.every(({ priced }) => priced !== 'assumed'));
    expect(others.some((one) => costOf(one.estimate).eq(turning))).toBe(true);
  }
  if (reason.type === 'cheapest') {
    claim(`cheapest of ${reason.least.of}`);
    const stated = able(advice, pick).filter((one) => !reason.least.behindEdge || behindCloudfront(one.candidate));
    const compared = reason.least.of === 'all' ? stated : stated.filter(wholePrice);
    if (reason.least.of !== 'bound') expect(wholePrice(advised)).toBe(true);
    if (reason.least.of !== 'bound') expect(compared.filter((one) => costOf(one.estimate).lt(cost))).toEqual([]);
    expect(policy).toBe('cheapest');
  }
}

function checkReason({ reason, advised }: Pick, claim: (kind: string) => void): void {
  if (reason.type === 'required') {
    claim('asks for');
    expect(advised.candidate.frontDoor).toBe(reason.leaf);
    for (const { requirement, otherwise } of reason.decided) {
      expect(advised.fits.find((one) => one.feature === requirement.feature)?.support.type).toBe('native');
      expect(otherwise.type).not.toBe('native');
    }
  }
  if (reason.type === 'nothing-asks') {
    claim('nothing asks');
    // All of it is had by an HTTP API, by itself or with what stands beside it.
    expect(advised.candidate.frontDoor).toBe('http');
    expect(advised.fits.filter(({ support }) => support.type !== 'native' && support.type !== 'via')).toEqual([]);
  }
  if (reason.type === 'led-elsewhere') {
    expect(advised.candidate.frontDoor).not.toBe(reason.leaf);
    if (reason.instead.type === 'lacks') {
      claim('cannot');
      expect(usable(reason.instead.leading)).toBe(false);
      expect(reason.instead.leading.verdict === 'no' || reason.instead.leading.lacks.length > 0).toBe(true);
    }
    if (reason.instead.type === 'by-distribution') {
      claim('by distribution');
      expect([advised, reason.instead.leading].map((one) => [behindCloudfront(one.candidate), usable(one)])).toEqual([
        [true, true],
        [true, true],
      ]);
    }
    if (reason.instead.type === 'costs-more' || reason.instead.type === 'by-distribution')
      expect(costOf(reason.instead.leading.estimate).gt(costOf(advised.estimate))).toBe(true);
  }
}

/** States each answer in the file itself, and asks again. */
function checkTurns({ changes, advised }: Pick, workload: Workload, text: string, policy: Policy, claim: (kind: string) => void): void {
  for (const { question, answer, leaf, difference, most, candidate } of changes.turns) {
    // A WebSocket API is no candidate of a workload that states no connections.
    if (leaf === 'websocket') continue;
    // What a section asks for is not taken back by a no in needs.
    if (answer === 'no' && askedFor(workload).some(({ feature }) => question.features.includes(feature))) continue;
    const stated = (features: readonly string[], yes: boolean) =>
      features
        .reduce((file, one) => file.replace(new RegExp(`, ${one}: (?:yes|no)`), ''), text)
        .replace('server-push: no', ['server-push: no', ...features.map((one) => `${one}: ${yes ? 'yes' : 'no'}`)].join(', '));
    const files = answer === 'yes' ? question.features.map((one) => stated([one], true)) : [stated(question.features, false)];
    const found = files.flatMap((file) => {
      const changed = readOrNull(file);
      if (changed === null) return [null];
      const then = advise(changed, awsBook, { policy });
      const picked = then.picks.find((one) => one.carries === 'requests')?.advised;
      // Of several features of a question one may be private, which a distribution that is stated is not: the yes is to another.
      if (files.length > 1 && picked !== undefined && picked.lacks.length > 0) return [];
      claim(`${answer} leads to`);
      expect([question.id, picked?.candidate.frontDoor, picked && usable(picked)]).toEqual([question.id, leaf, true]);
      return picked === undefined ? [null] : [picked];
    });
    if (difference === null || most === null || found.includes(null)) continue;
    const costs = found.flatMap((one) => (one ? [costOf(one.estimate).minus(costOf(advised.estimate))] : [])).toSorted((a, b) => a.cmp(b));
    expect([costs[0]?.toFixed(), costs.at(-1)?.toFixed()]).toEqual([difference.toFixed(), most.toFixed()]);
    expect(found.map((one) => one?.candidate.id)).toContain(candidate);
  }
}

test('what is asked for is named with the field that asks, and with how the other type has it', () => {
  const workload = parseWorkload(
    'name: a\nregion: us-east-1\ntraffic: { requests: 12M }\nauth: { apiKeys: { onlyCheck: yes } }\nneeds: { server-push: no }\n',
    {},
  );
  const { picks } = advise(workload, awsBook);
  const reason = picks[0]?.reason;
  expect(reason).toEqual({
    type: 'required',
    leaf: 'rest',
    other: 'http',
    decided: [{ requirement: requirementsOf(workload).of('api-keys'), otherwise: ofFrontDoor('http', 'api-keys', workload, 'aws') }],
  });
});

test('a no to what a required field asks for turns nothing: a function runs as long as it runs', () => {
  const workload = parseWorkload(
    'name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nbackend: { lambda: { memory: 128 MB, duration: 40 s } }\nneeds: { server-push: no }\n',
    {},
  );
  const [pick] = advise(workload, awsBook).picks;
  expect(pick?.advised.candidate.frontDoor).toBe('rest');
  expect(pick?.changes.turns.map(({ question }) => question.id)).toEqual(['server-push']);
});

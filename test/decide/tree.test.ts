// Every path of the tree, each with the smallest workload that takes it, agrees with the feature tables: where a
// path ends, the needs that led there are native. Where the article's tree disagrees with AWS is pinned by name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FEATURE_TABLES } from '../../src/facts/features/index.ts';
import { decide } from '../../src/decide/decide.ts';
import type { Question } from '../../src/decide/question.ts';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { ARTICLE_TREE, TREE, type Leaf, type Node } from '../../src/decide/tree.ts';
import { walk } from '../../src/decide/walk.ts';
import type { FeatureId } from '../../src/workload/features.ts';
import { WITH } from '../../src/workload/requires.ts';
import type { Workload } from '../../src/workload/schema.ts';
import { parseWorkload } from '../../src/workload/read.ts';

interface Path {
  readonly said: readonly (readonly [Question, FeatureId | null])[];
  readonly leaf: Leaf;
}

/** Every way to an end; a yes once for each feature that its question stands for, but one that a no before it excludes. */
function paths(node: Node, said: Path['said'] = []): readonly Path[] {
  if (typeof node === 'string') return [{ said, leaf: node }];
  const { question, yes, no } = node;
  const denied = said.flatMap(([earlier, feature]) => (feature === null ? earlier.features : []));
  const possible = question.features.filter((feature) => !denied.some((one) => one === WITH[feature]));
  return [...possible.flatMap((feature) => paths(yes, [...said, [question, feature]])), ...paths(no, [...said, [question, null]])];
}

function workloadOf(said: Path['said']): Workload {
  const answered = new Map<FeatureId, string>();
  for (const [question, feature] of said) {
    if (feature !== null) answered.set(feature, 'yes');
    else for (const one of question.features) if (!answered.has(one)) answered.set(one, 'no');
  }
  const text = [...answered].map(([feature, answer]) => `  ${feature}: ${answer}`).join('\n');
  return parseWorkload(`name: path\nregion: us-east-1\ntraffic: { requests: 1M }\n${text === '' ? '' : `needs:\n${text}\n`}`, {});
}

const NAMES = (path: Path) => path.said.map(([question, feature]) => (feature === null ? `not ${question.id}` : feature)).join(', ');

describe('the tree', () => {
  test.each(paths(TREE).map((path) => [NAMES(path), path] as const))('%s', (_, path) => {
    const decision = decide(workloadOf(path.said), 'aws');
    expect(decision.leaves).toEqual([path.leaf]);
    expect(decision.open).toEqual([]);
    expect(decision.steps).toHaveLength(path.said.length);
    const last = path.said.at(-1)?.[1];
    if (last) expect(FEATURE_TABLES[path.leaf][last]?.type).toBe('native');
  });

  test('a yes to a REST question is something an HTTP API does not have by itself', () => {
    const rest = paths(TREE).filter((path) => path.leaf === 'rest');
    const had = rest.flatMap(({ said }) => said.at(-1)?.[1] ?? []).filter((feature) => FEATURE_TABLES.http[feature].type === 'native');
    expect(had).toEqual([]);
  });

  test('nothing said: both types of request API stay, and every REST question is open', () => {
    const decision = decide(parseWorkload('name: a\nregion: us-east-1\ntraffic: { requests: 1M }', {}), 'aws');
    expect(decision.leaves).toEqual(expect.arrayContaining(['rest', 'http']));
    expect(decision.otherwise).toBe('http');
    expect(decision.open).toHaveLength(decision.steps.length);
  });

  test.each(['custom-domain-private', 'vpc-endpoint-policy'] as const)('%s is of private APIs, so it asks for one', (feature) => {
    const decision = decide(parseWorkload(`name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nneeds: { ${feature}: yes }`, {}), 'aws');
    const step = decision.steps.find(({ question }) => question.id === 'vpc-only');
    expect(step?.reply).toEqual({ answer: 'yes', origin: 'derived', from: `needs.${feature}` });
  });

  test('a feature of open connections asks for them; push cannot be denied then', () => {
    const says = (needs: string) =>
      decide(parseWorkload(`name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nneeds: ${needs}`, {}), 'aws');
    expect(says('{ ws-broadcast: yes }').leaves).toEqual(['websocket']);
    expect(() => says('{ ws-broadcast: yes, server-push: no }')).toThrow('needs.server-push is no, and needs.ws-broadcast asks for it');
  });

  test('saying less only widens the shortlist', () => {
    for (const path of paths(TREE)) {
      const less = decide(workloadOf(path.said.slice(1)), 'aws');
      expect(less.leaves).toContain(path.leaf);
    }
  });
});

/** The least that makes a field answer a question, for each that one is said to follow from. */
const FOLLOWS: Readonly<Record<string, string>> = {
  realtime: 'realtime: { connections: 1K }',
  'throttling.clients': 'throttling: { clients: [{ name: free, clients: 5, share: 100%, rate: 10/s, burst: 20 }] }',
  waf: 'waf: { rules: 1 }',
  cache: 'cache: { size: 0.5 GB, hitRatio: 50% }',
  'traffic.streaming': 'traffic: { requests: 1M, streaming: yes }',
  'backend.p99': 'traffic: { requests: 1M }\nbackend: { p99: 31 s }',
  'backend.lambda.duration': 'traffic: { requests: 1M }\nbackend: { lambda: { memory: 1 GB, duration: 31 s } }',
  'auth.apiKeys': 'auth: { apiKeys: { onlyCheck: yes } }',
  'domains.routingRules': 'domains: { routingRules: 3 }',
  'auth.jwt': 'auth: { jwt: { algorithm: RS256 } }',
  'observability.xray': 'observability: { xray: { sampling: 5% } }',
  'slow by backend.p99: no': 'traffic: { requests: 1M }\nbackend: { p99: 30 s }',
  'observability.executionLogs': 'observability: { executionLogs: { level: error } }',
  'backend.service': 'backend: { service: { name: dynamodb } }',
  portal: 'portal: {}',
  routes: 'routes: [{ method: ANY, path: "/{proxy+}", authorizer: jwt }]',
  privateEndpoint: 'privateEndpoint: { zones: 2 }',
  'web-acl by edge': 'waf: { rules: 1 }\nedge: { hitRatio: 50% }',
  'gateway-cache by edge': 'cache: { size: 0.5 GB, hitRatio: 50% }\nedge: { hitRatio: 50% }',
  'edge-managed by edge': 'needs: { endpoint-edge-optimized: yes }\nedge: { hitRatio: 50% }',
};

const QUESTIONS_WITH_FIELDS = QUESTIONS.flatMap((question) => question.derivedFrom.map(([field, says]) => ({ question, field, says })));

describe('answers that follow from other fields', () => {
  test.each(QUESTIONS_WITH_FIELDS)('$question.id by $field: $says', ({ question, field, says }) => {
    const feature = /^needs\.(.+)$/.exec(field)?.[1];
    const text = feature
      ? `needs: { ${feature}: yes }`
      : (FOLLOWS[`${question.id} by ${field}: ${/^\w+/.exec(says)?.[0]}`] ?? FOLLOWS[`${question.id} by ${field}`] ?? FOLLOWS[field] ?? '');
    const traffic = /^(traffic|realtime):/m.test(text) ? '' : 'traffic: { requests: 1M }\n';
    const { answer, origin, from } = question.answer(parseWorkload(`name: a\nregion: us-east-1\n${traffic}${text}`, {}));
    expect({ answer, origin, from: from.split(',')[0] }).toEqual({ answer: /^\w+/.exec(says)?.[0], origin: 'derived', from: field });
  });

  test('every story takes its answers from fields that are named', () => {
    const golden = fileURLToPath(new URL('../golden', import.meta.url));
    const files = readdirSync(golden).filter((name) => !name.startsWith('bad-') && existsSync(`${golden}/${name}/workload.yaml`));
    const workloads = files.flatMap((name) => {
      try {
        return [parseWorkload(readFileSync(`${golden}/${name}/workload.yaml`, 'utf8'), {})];
      } catch {
        return [];
      }
    });
    expect(workloads.length).toBeGreaterThan(100);
    const unnamed = workloads.flatMap((workload) =>
      QUESTIONS.flatMap(({ id, answer, derivedFrom }) => {
        const { origin, from } = answer(workload);
        // What another need or fact excludes is no from the need itself, with that other as the reason.
        const isExcluded = /^needs\.[\w-]+, but ./.test(from);
        return origin !== 'derived' || isExcluded || derivedFrom.some(([field]) => field === from.split(',')[0]) ? [] : [`${id}: ${from}`];
      }),
    );
    expect(unnamed).toEqual([]);
  });
});

describe("the article's tree", () => {
  test.each(paths(ARTICLE_TREE).map((path) => [NAMES(path), path] as const))('%s', (_, path) => {
    expect(walk(ARTICLE_TREE, workloadOf(path.said)).leaves).toEqual([path.leaf]);
  });

  test.each([
    ['private endpoints', 'endpoint-private'],
    ['direct calls of DynamoDB', 'int-aws-dynamodb'],
    ['response streaming', 'response-streaming'],
    ['mock integrations', 'int-mock'],
  ] as const)('leaves %s to an HTTP API, which has none', (_, feature) => {
    const workload = parseWorkload(
      `name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nneeds: { ${feature}: yes, server-push: no, response-cache: no, transform-body-vtl: no, waf-native: no, usage-plans: no, validate-body: no }`,
      {},
    );
    expect(decide(workload, 'article').leaves).toEqual(['http']);
    expect(decide(workload, 'aws').leaves).toContain('rest');
    expect(FEATURE_TABLES.http[feature].type).not.toBe('native');
  });
});

// What a setting becomes: the candidate by its name, and the fields of the workload that it changes.
import { describe, expect, test } from 'vitest';
import { built } from '../../src/compose/built.ts';
import type { Setting } from '../../src/compose/lever.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { settingWith } from './settings.ts';

const workload = (text: string) => parseWorkload(`name: w\nregion: us-east-1\ntraffic: { requests: 5M/month }\n${text}`, {});
const stated = (text: string, setting: Partial<Setting>) => built(settingWith(setting), workload(text)).workload;

describe('the candidate', () => {
  const PLAIN = workload('');
  const WAF = workload('waf: { rules: 1 }');
  test.each([
    [PLAIN, { 'front-door': 'rest' }, 'rest'],
    [PLAIN, { 'front-door': 'rest', endpoint: 'private' }, 'rest-private'],
    [PLAIN, { 'front-door': 'rest', 'stage-cache': '6.1' }, 'rest+cache'],
    [PLAIN, { distribution: 'pay-as-you-go' }, 'http+cloudfront'],
    [PLAIN, { distribution: 'pro' }, 'http+cloudfront'],
    [WAF, { distribution: 'pro', 'web-acl': 'distribution' }, 'http+cloudfront+waf'],
    [WAF, { 'front-door': 'alb', distribution: 'pro', 'web-acl': 'distribution' }, 'alb+cloudfront'],
    [WAF, { 'front-door': 'alb', distribution: 'pro', 'web-acl': 'front-door' }, 'alb+waf+cloudfront'],
  ] as const)('of %#: %j is %s %s', (of, setting, id) => {
    const { candidate } = built(settingWith(setting), of);
    expect(candidate.id).toBe(id);
    // What is worked out of a candidate once is kept by the candidate itself.
    expect(built(settingWith(setting), of).candidate).toBe(candidate);
  });

  test('has a web ACL where the setting has one, if one may be wanted', () => {
    const hostOf = (host: string) => built(settingWith({ 'front-door': 'rest', 'web-acl': host }), WAF).candidate.composition.webAcl;
    expect([hostOf('none'), hostOf('front-door')]).toEqual([null, 'front door']);
  });

  test('is the one that is compared where no web ACL is wanted: a REST API that could host one', () => {
    expect(built(settingWith({ 'front-door': 'rest' }), PLAIN).candidate.composition.webAcl).toBe('front door');
  });
});

describe('the workload', () => {
  test.each([
    ['', { distribution: 'pay-as-you-go' }],
    ['edge: { hitRatio: 5%, plan: pro }', { distribution: 'pro' }],
    ['edge: { hitRatio: 5%, plan: pro }', { distribution: 'none' }],
    ['cache: { size: 1.6 GB, hitRatio: 40% }', { 'stage-cache': '1.6' }],
    ["cache: { size: 1.6 GB, hitRatio: 40%, otherSizes: { '6.1': 60% } }", { 'stage-cache': 'none' }],
    ['needs: { response-cache: yes }', { 'stage-cache': '0.5' }],
    ['backend: { vpc: { balancer: none } }', { 'private-link': 'cloud-map' }],
    ['backend: { vpc: { balancer: nlb } }', { 'private-link': 'nlb' }],
    ['backend: { lambda: { memory: 128 MB, duration: 9 ms } }', { architecture: 'x86' }],
    ['backend: { lambda: { memory: 128 MB, duration: 9 ms, architecture: arm64 } }', { architecture: 'arm64' }],
    ['backend: { lambda: { memory: 128 MB, duration: 9 ms, architecture: arm64 } }', { architecture: 'none' }],
    [
      'backend: { lambda: { memory: 128 MB, duration: 9 ms, provisioned: { concurrency: 2 } } }',
      { architecture: 'x86', provisioned: 'kept' },
    ],
  ] as const)('that says so already is the same, with what was worked out of it: %s %j', (text, setting) => {
    const of = workload(text);
    expect(built(settingWith(setting), of).workload).toBe(of);
  });

  test('pays for its distribution by the plan, and keeps what it states of it', () => {
    const hitRatio = workload('edge: { hitRatio: 5% }').edge?.hitRatio;
    expect(stated('', { distribution: 'pro' }).edge).toEqual({ plan: 'pro' });
    expect(stated('edge: { hitRatio: 5% }', { distribution: 'pro' }).edge).toEqual({ hitRatio, plan: 'pro' });
    expect(stated('edge: { hitRatio: 5%, plan: free }', { distribution: 'pro' }).edge).toEqual({ hitRatio, plan: 'pro' });
    expect(stated('edge: { hitRatio: 5%, plan: free }', { distribution: 'pay-as-you-go' }).edge).toEqual({ hitRatio });
  });

  test('has the cache of a size, and what that answers', () => {
    const { cache } = stated("cache: { size: 1.6 GB, hitRatio: 40%, ttl: 60 s, otherSizes: { '6.1': 60% } }", { 'stage-cache': '6.1' });
    expect([cache?.size, cache?.hitRatio?.toFixed(), cache?.ttl?.toFixed()]).toEqual(['6.1', '0.6', '60000']);
  });

  test('ends its VPC link at what the setting says', () => {
    const balancer = (link: string) => stated('backend: { vpc: { balancer: alb } }', { 'private-link': link }).backend?.vpc?.balancer;
    expect([balancer('alb'), balancer('nlb'), balancer('cloud-map')]).toEqual(['alb', 'nlb', 'none']);
    expect(stated('backend: { vpc: { balancer: alb }, monthly: $9 }', { 'private-link': 'nlb' }).backend).toEqual({
      ...workload('backend: { monthly: $9 }').backend,
      vpc: { balancer: 'nlb' },
    });
  });

  test('runs its function as the setting says, and keeps what else it states of it', () => {
    const text = 'backend: { lambda: { memory: 128 MB, duration: 9 ms, provisioned: { concurrency: 2 } } }';
    const { provisioned, ...onDemand } = workload(text).backend?.lambda ?? {};
    const then = (architecture: string, kept: string) => stated(text, { architecture, provisioned: kept }).backend;
    expect(then('arm64', 'kept')).toEqual({ lambda: { ...onDemand, provisioned, architecture: 'arm64' } });
    expect(then('arm64', 'none')).toEqual({ lambda: { ...onDemand, architecture: 'arm64' } });
    expect(then('x86', 'none')?.lambda).toEqual(onDemand);
    expect(then('x86', 'none')?.lambda).not.toHaveProperty('provisioned');
  });

  test('changes in the sections that the setting changes, and in no other', () => {
    const of = workload('edge: { hitRatio: 5% }\nbackend: { lambda: { memory: 128 MB, duration: 9 ms } }\nneeds: { api-keys: yes }');
    const then = built(settingWith({ distribution: 'pro', architecture: 'x86' }), of).workload;
    expect(then).toEqual({ ...of, edge: { ...of.edge, plan: 'pro' } });
    expect(then.backend).toBe(of.backend);
    expect(then).not.toHaveProperty('cache');
  });
});

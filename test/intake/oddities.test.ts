// What is odd in what exists, that only a template shows.
import { expect, test } from 'vitest';
import { ODDITY_KINDS, type OddityId } from '../../src/intake/templates/verdict/oddity-kinds.ts';
import { scanRest, type Rest } from './scanned.ts';

const api = { Ref: 'Api' };
const options = (properties: object) => ({
  Options: {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      RestApiId: api,
      ResourceId: { Ref: 'Orders' },
      HttpMethod: 'OPTIONS',
      Integration: {
        Type: 'MOCK',
        IntegrationResponses: [{ StatusCode: 204, ResponseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" } }],
      },
      ...properties,
    },
  },
});
const logging = { MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO' }] };

/** Pairs that differ in one thing: on the first it is found, on the second it is not. */
const PAIRS: Readonly<Record<Exclude<OddityId, 'cors-twice'>, readonly [Rest, Rest]>> = {
  'authorizer-on-preflight': [{ more: options({ AuthorizationType: 'AWS_IAM' }) }, { more: options({ AuthorizationType: 'NONE' }) }],
  'cache-unused': [
    { stage: { CacheClusterEnabled: true } },
    { stage: { CacheClusterEnabled: true, MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', CachingEnabled: true }] } },
  ],
  'function-outlives-integration': [{ function: { Timeout: 30 } }, { function: { Timeout: 29 } }],
  'log-role-not-in-sight': [
    { stage: logging },
    { stage: logging, more: { Account: { Type: 'AWS::ApiGateway::Account', Properties: { CloudWatchRoleArn: 'arn:role' } } } },
  ],
  'usage-plan-inert': [
    { more: { Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ApiStages: [{ ApiId: api, Stage: { Ref: 'Stage' } }] } } } },
    {
      method: { ApiKeyRequired: true },
      more: { Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ApiStages: [{ ApiId: api, Stage: { Ref: 'Stage' } }] } } },
    },
  ],
  'validator-unused': [
    { more: { Check: { Type: 'AWS::ApiGateway::RequestValidator', Properties: { RestApiId: api } } } },
    {
      method: { RequestValidatorId: { Ref: 'Check' } },
      more: { Check: { Type: 'AWS::ApiGateway::RequestValidator', Properties: { RestApiId: api } } },
    },
  ],
};

test.each(Object.entries(PAIRS))('%s', async (id, [odd, right]) => {
  expect((await scanRest(odd)).oddities.map((one) => one.id)).toEqual([id]);
  expect((await scanRest(right)).oddities.map((one) => one.id)).toEqual([]);
});

test('every kind is tried, but what only an HTTP API has', () => {
  expect(Object.keys(ODDITY_KINDS).filter((id) => !(id in PAIRS))).toEqual(['cors-twice']);
});

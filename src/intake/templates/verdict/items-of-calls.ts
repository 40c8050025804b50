import { COMPARED, GUIDE, type ItemKind } from './item-kind.ts';

const SERVICES = `${GUIDE}http-api-develop-integrations-aws-services-reference.html`;
const MAPPING = `${GUIDE}http-api-parameter-mapping.html`;
const LAMBDA = `${GUIDE}http-api-develop-integrations-lambda.html`;

/** What an HTTP API lacks of what a route does with a request and its answer. */
export const CALLS = {
  'response-streaming': {
    title: 'Streamed answers',
    need: 'response-streaming',
    class: 'blocked',
    remedy: 'keep REST, or a function URL that streams',
    source: COMPARED,
  },
  'long-timeout': {
    title: 'Integration timeout of more than 30 seconds',
    need: 'timeout-over-29s',
    class: 'blocked',
    remedy: 'answer at once and work asynchronously, or keep REST for this route',
    source: `${GUIDE}http-api-quotas.html`,
  },
  'service-without-subtype': {
    title: 'Action of an AWS service that HTTP APIs do not call',
    need: 'int-aws-any',
    class: 'blocked',
    remedy: 'a function between, or these routes on REST',
    source: SERVICES,
  },
  'several-in-one': {
    title: 'Several entries in one call of a service',
    need: 'transform-body-vtl',
    class: 'blocked',
    remedy: 'clients send one entry a request, or a function sends them',
    source: SERVICES,
  },
  'service-by-template': {
    title: 'Call of a service by a template',
    need: 'transform-body-vtl',
    class: 'rewrite',
    remedy: 'a first-class integration with parameter mapping',
    source: SERVICES,
  },
  'response-template': {
    title: 'Response body made by a template',
    need: 'transform-body-vtl',
    class: 'rewrite',
    remedy: 'clients take the answer as it comes, or a function makes it: HTTP APIs overwrite headers and the status only',
    source: MAPPING,
  },
  'lambda-without-proxy': {
    title: 'Lambda without the proxy',
    need: 'int-lambda-custom',
    class: 'rewrite',
    remedy: 'a function that takes the proxy event and makes its own answer; event format 1.0 is what REST proxies send',
    source: LAMBDA,
  },
  'http-without-proxy': {
    title: 'HTTP backend without the proxy',
    need: 'int-http-custom',
    class: 'rewrite',
    remedy: 'HTTP proxy with parameter mapping; what the templates do moves into the backend',
    source: MAPPING,
  },
  'lambda-asynchronous': {
    title: 'Lambda started asynchronously',
    need: 'int-lambda-async',
    class: 'rewrite',
    remedy: 'SQS, EventBridge or Step Functions in front of the function',
    source: COMPARED,
  },
  mock: {
    title: 'Mock integration',
    need: 'int-mock',
    class: 'rewrite',
    remedy: 'a small function; for routes that do not exist an HTTP API answers 404 by itself',
    source: COMPARED,
  },
  'body-validated': {
    title: 'Body validated',
    need: 'validate-body',
    class: 'rewrite',
    remedy: 'validate in the function',
    source: COMPARED,
  },
  'parameters-validated': {
    title: 'Parameters validated',
    need: 'validate-params',
    class: 'rewrite',
    remedy: 'validate in the function',
    source: COMPARED,
  },
  'body-validated-for-service': {
    title: 'Body validated in front of a service',
    need: 'validate-body',
    class: 'blocked',
    remedy: 'a function between: the service has no code to validate in',
    source: COMPARED,
  },
  'parameters-validated-for-service': {
    title: 'Parameters validated in front of a service',
    need: 'validate-params',
    class: 'blocked',
    remedy: 'a function between: the service has no code to validate in',
    source: COMPARED,
  },
} as const satisfies Readonly<Record<string, ItemKind>>;

import { COMPARED, type ItemKind } from './item-kind.ts';

/** What an HTTP API lacks of how an API is run and described. */
export const OPERATION = {
  'backend-certificate': {
    title: 'Client certificate towards the backend',
    need: 'backend-client-certificate',
    class: 'blocked',
    remedy: 'TLS and a secret header; where the backend is Lambda, which never sees the certificate, remove it',
    source: COMPARED,
  },
  'stage-cache': {
    title: 'Cache of the stage',
    need: 'response-cache',
    class: 'workaround',
    remedy: 'a CloudFront cache in front of the HTTP API, for answers that are the same for all; a cache for each caller belongs in code',
    source: COMPARED,
  },
  traces: {
    title: 'X-Ray traces of the gateway',
    need: 'xray',
    class: 'workaround',
    remedy: 'traces of the function; the segment of the gateway is lost',
    source: COMPARED,
  },
  'execution-logs': {
    title: 'Execution logs',
    need: 'execution-logs',
    class: 'workaround',
    remedy: 'access logs with $context.error.message and $context.integrationErrorMessage',
    source: COMPARED,
  },
  'access-logs-to-firehose': {
    title: 'Access logs to Firehose',
    need: 'access-logs-firehose',
    class: 'workaround',
    remedy: 'access logs to CloudWatch Logs, and a subscription of the log group',
    source: COMPARED,
  },
  'gateway-responses': {
    title: 'Gateway responses',
    need: 'gateway-responses',
    class: 'workaround',
    remedy: 'CORS headers on errors come from the CORS settings; other bodies are fixed',
    source: COMPARED,
  },
  compression: {
    title: 'Compression',
    need: 'compression',
    class: 'workaround',
    remedy: 'compression by CloudFront or the backend',
    source: COMPARED,
  },
  canary: {
    title: 'Canary release',
    need: 'canary',
    class: 'workaround',
    remedy: 'a weighted alias of the function, or weighted DNS records',
    source: COMPARED,
  },
  'documentation-parts': {
    title: 'Documentation parts',
    need: 'api-docs-parts',
    class: 'workaround',
    remedy: 'the OpenAPI definition and a static portal',
    source: COMPARED,
  },
  'mcp-target': {
    title: 'Target of an MCP gateway',
    need: 'mcp-target',
    class: 'blocked',
    remedy: 'keep REST, or give the gateway the OpenAPI definition or the functions as targets',
    source: COMPARED,
  },
  'developer-portal': {
    title: 'Developer portal',
    need: 'dev-portal',
    class: 'workaround',
    remedy: 'the OpenAPI definition and a static portal',
    source: COMPARED,
  },
} as const satisfies Readonly<Record<string, ItemKind>>;

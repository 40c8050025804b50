/**
 * What API Gateway does to headers by their names.
 * REST: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html (read 2026-11-30)
 * HTTP: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html (read 2026-11-30)
 */

/** Of requests through a REST API, what the backend never gets: whatever integrates it, or an HTTP or a Lambda backend only. */
export const DROPPED_REQUEST: Readonly<Record<string, 'any' | 'http' | 'lambda'>> = {
  connection: 'lambda',
  'content-encoding': 'http',
  'content-md5': 'any',
  expect: 'any',
  'max-forwards': 'any',
  'proxy-authenticate': 'any',
  server: 'any',
  te: 'any',
  'transfer-encoding': 'any',
  trailer: 'any',
  upgrade: 'any',
  via: 'http',
  'www-authenticate': 'any',
};

/** Of responses through a REST API, what clients get under the name `x-amzn-remapped-…`. */
export const RENAMED_RESPONSE: readonly string[] = [
  'authorization',
  'connection',
  'content-md5',
  'date',
  'max-forwards',
  'server',
  'user-agent',
  'www-authenticate',
];

/** Of responses through a REST API, what clients never get. */
export const DROPPED_RESPONSE: readonly string[] = [
  'expect',
  'host',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What no mapping of an HTTP API may name; a star stands for the rest of a name. */
export const RESERVED_MAPPING: readonly string[] = [
  'access-control-*',
  'apigw-*',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-location',
  'forwarded',
  'keep-alive',
  'origin',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailers',
  'transfer-encoding',
  'upgrade',
  'x-amz-*',
  'x-amzn-*',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'via',
];

/** Whether a name is among some, in whatever case it is written. */
export function isAmong(names: readonly string[], header: string): boolean {
  const name = header.toLowerCase();
  return names.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
}

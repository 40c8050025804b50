import { alb } from './alb.ts';
import type { Candidate } from './candidate.ts';
import { functionUrl, functionUrlBehindCloudfront } from './function-url.ts';
import { httpApi, httpBehindCloudfront, httpBehindCloudfrontWithWaf } from './http.ts';
import { restPrivate, restPrivateWithCache } from './private.ts';
import { restApi, restBehindCloudfront, restWithCache } from './rest.ts';
import { websocketApi } from './websocket.ts';

/** Every candidate, in the order in which data lists them. */
export const CANDIDATES: readonly Candidate[] = [
  restApi,
  httpApi,
  websocketApi,
  alb,
  restWithCache,
  restBehindCloudfront,
  restPrivate,
  restPrivateWithCache,
  httpBehindCloudfront,
  httpBehindCloudfrontWithWaf,
  functionUrl,
  functionUrlBehindCloudfront,
];

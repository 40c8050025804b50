import type { Rule } from './rule.ts';
import { defaultEndpointOpen } from './rules/default-endpoint-open.ts';
import { edgeOptimizedSameRegion } from './rules/edge-optimized-same-region.ts';
import { lambdaPayload } from './rules/lambda-payload.ts';
import { timeoutHttp } from './rules/timeout-http.ts';

/** The rule book: every judgement, in alphabetical order, one line each. */
export const RULES: readonly Rule[] = [defaultEndpointOpen, edgeOptimizedSameRegion, lambdaPayload, timeoutHttp];

import { text } from '../build-value.ts';
import { truthOf } from '../lookup.ts';
import { derive, lacks, type Expansion } from './expansion.ts';
import { integrationOf } from './integration.ts';
import type { Operation } from './operations.ts';
import { accessOf, type Schemes } from './security.ts';

/** An operation as a route of an HTTP API. */
export function deriveRoute(expansion: Expansion, schemes: Schemes, operation: Operation): void {
  const { path, method, at, conditions, stated } = operation;
  const key = isDefaultRoute(operation) ? '$default' : `${method.text} ${path.text}`;
  const integration = integrationOf(expansion.document, stated, 'http');
  if (integration === null)
    lacks(expansion, at, `${key} has no integration in the definition`, 'a route needs one', 'what adds the integration');
  derive(expansion, {
    type: 'AWS::ApiGatewayV2::Route',
    part: key,
    at,
    conditions,
    properties: {
      RouteKey: text(key, at),
      ...accessOf(expansion, schemes, stated, at, key),
      Integration: integration,
    },
  });
}

function isDefaultRoute({ path, stated }: Pick<Operation, 'path' | 'stated'>): boolean {
  return path.text.replace(/^\//, '') === '$default' || truthOf(stated.entries.get('isDefaultRoute')?.value) === true;
}

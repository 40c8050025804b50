/** APIs as a scan of small templates finds them, made by hand. */
import type { Scan } from '../../src/intake/templates/scan.ts';
import type { Fact, Item, ScannedApi } from '../../src/intake/templates/scanned.ts';
import type { Place } from '../../src/intake/templates/value.ts';
import { ITEM_KINDS, type ItemId } from '../../src/intake/templates/verdict/item-kinds.ts';

export const at = (line: number, file = 'template.yaml'): Place => ({ file, line, column: 7 });

export const fact = (what: string, value: string, line: number, more: Partial<Fact> = {}): Fact => ({
  what,
  value,
  at: at(line),
  said: null,
  resource: 'OrdersApi',
  routes: null,
  conditions: [],
  ...more,
});

export function item(id: ItemId, line: number, more: Partial<Item> = {}): Item {
  const { class: of, need, remedy, source } = ITEM_KINDS[id];
  return {
    id,
    class: of,
    need,
    remedy,
    source,
    resource: 'OrdersApi',
    at: at(line),
    said: null,
    routes: null,
    conditions: [],
    because: `line ${line} states it`,
    ...more,
  };
}

/** A REST API with a function behind two routes, and whatever else is given. */
export function api(more: Partial<ScannedApi> = {}): ScannedApi {
  return {
    id: 'OrdersApi',
    name: 'orders',
    kind: 'rest',
    format: 'sam',
    at: at(4),
    madeBy: null,
    construct: null,
    conditions: [],
    endpoint: { value: 'edge', isStated: false, at: at(4) },
    stages: [{ name: 'prod', at: at(7), isSpokenOf: true }],
    routes: [
      { method: 'GET', path: '/orders', at: at(20), authorizer: 'none', verdict: 'drop-in' },
      { method: 'POST', path: '/orders', at: at(25), authorizer: 'none', verdict: 'drop-in' },
    ],
    facts: [
      fact('inUse', 'rest', 4),
      fact('needs.int-lambda-proxy', 'yes', 20),
      fact('routes', '2', 20),
      fact('backend.lambda.memory', '128 MB', 14),
      fact('auth.open', 'writes', 25, { routes: ['GET /orders', 'POST /orders'] }),
    ],
    verdict: 'drop-in',
    atLeast: 'drop-in',
    items: [],
    gaps: [],
    steps: [
      {
        id: 'proxy-payload',
        what: 'keep event format 1.0, which REST proxies send',
        at: at(20),
        source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html',
      },
    ],
    breaks: [
      {
        id: 'edge-network',
        what: 'clients no longer connect at an edge location of AWS',
        at: at(4),
        source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html',
      },
    ],
    oddities: [],
    ...more,
  };
}

export const found = (apis: readonly ScannedApi[], more: Partial<Scan> = {}): Scan => ({
  apis,
  problems: [],
  remarks: [],
  unread: [],
  templates: 1,
  ...more,
});

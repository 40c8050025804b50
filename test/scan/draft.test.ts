// A draft is a workload file: as it is written it can be read on, and filled in it can be priced.
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../src/app/scan/draft.ts';
import { scan } from '../../src/app/scan/scan.ts';
import { draftPaths } from '../../src/cli/files/draft-files.ts';
import type { ScannedApi } from '../../src/intake/templates/scanned.ts';
import { OPEN_MARK } from '../../src/workload/document.ts';
import { parseSaid, parseWorkload } from '../../src/workload/read.ts';
import { DANGEROUS_TEXTS } from '../report/dangerous-texts.ts';
import { priceData } from '../price-book.ts';
import { api, at, fact, found } from './scanned-apis.ts';

function draft(one: ScannedApi, options: object = {}): string {
  const [answer] = scan(found([one]), { edition: 'aws', ...options }, priceData).apis;
  if (answer === undefined) throw new Error('no API');
  return draftOf(answer);
}

/** As a person fills it in who takes every example. */
const filledIn = (text: string) => text.replaceAll(OPEN_MARK, '');

const FULL = api({
  facts: [
    ...api().facts,
    fact('throttling.clients[].name', 'gold', 30),
    fact('throttling.clients[].rate', '10', 31),
    fact('throttling.stage.rate', '100', 33),
    fact('throttling.stage.burst', '200', 33),
    fact('needs.execution-logs', 'yes', 40),
    fact('observability.executionLogs.level', 'info', 40),
    fact('observability.accessLogs.format', 'json', 41),
    fact('observability.accessLogs.holds[]', 'requestId', 41),
    fact('auth.lambdaAuthorizer.cacheTtl', '300 s', 44, { said: { ...at(3), by: 'parameter Ttl' } }),
    fact('operations.alarms[].metric', '5XXError', 50),
  ],
});

test('each line has its place, what is to be stated stands where it belongs, and nothing is made up', () => {
  expect(draft(FULL)).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=https://unpkg.com/apigw-advisor/schema/workload.schema.json
    # What template.yaml says of OrdersApi; no template has all that a workload file states.
    name: orders  # line 4
    inUse: rest  # line 4
    routes: 2  # line 20

    throttling:
      # open: clients:
        # open: - name: gold  # line 30
          # open: rate: 10  # line 31
          # open: clients: 25  # to be stated: Clients (API keys) in the plan.
          # open: share: 40%  # to be stated: Share of the requests that these clients send, together.
      stage:
        rate: 100  # line 33
        burst: 200  # line 33

    needs:
      int-lambda-proxy: yes  # line 20
      execution-logs: yes  # line 40

    auth:
      open: writes  # line 25
      lambdaAuthorizer:
        cacheTtl: 300 s  # line 44, parameter Ttl in line 3
        # open: memory: 512 MB  # to be stated: Memory of the function.
        # open: duration: 120 ms  # to be stated: Average billed duration of one invocation.

    operations:
      alarms:
        - metric: 5XXError  # line 50

    backend:
      lambda:
        memory: 128 MB  # line 14
        # open: duration: 120 ms  # to be stated: Average billed duration of one invocation.

    observability:
      executionLogs:
        level: info  # line 40
      accessLogs:
        format: json  # line 41
        holds: [requestId]  # line 41
        # open: bytes: 400 B  # to be stated: Size of one log entry.

    # open: region: us-east-1  # to be stated: AWS Region of the API.
    # open: traffic:
      # open: requests: 100M/month
      # open: request: 2 KB
      # open: response: 5 KB
    "
  `);
});

describe('whatever the template says', () => {
  test.each<readonly [string, ScannedApi]>([
    ['little', api({ facts: [] })],
    ['much', FULL],
    ['several values', api({ facts: [fact('backend.lambda.memory', '128 MB', 1), fact('backend.lambda.memory', '1 GB', 9)] })],
    [
      'of a WebSocket API',
      api({ kind: 'websocket', verdict: 'already-http', facts: [fact('inUse', 'websocket', 4), fact('throttling.stage.rate', '100', 33)] }),
    ],
    [
      'with a gap',
      api({ verdict: 'unknown', gaps: [{ at: at(5), what: 'the body', because: 'it is in a bucket', give: 'the file', concerns: [] }] }),
    ],
  ])('%s, the draft is read on, and filled in it is a workload', (_, one) => {
    const text = draft(one);
    expect(parseSaid(text, {})).toMatchObject({ name: 'orders' });
    expect(parseWorkload(filledIn(text))).toMatchObject({ name: 'orders', region: 'us-east-1' });
  });

  test.each(Object.values(DANGEROUS_TEXTS).flat())('%j is no more than a name', (text) => {
    const written = draft(
      api({
        name: text,
        id: text,
        facts: [fact('throttling.clients[].name', text, 30), fact('needs.xray', 'yes', 9, { at: { ...at(9), file: text } })],
      }),
    );
    expect(Object.keys(parseSaid(written, {}))).toEqual(['name', 'needs']);
    expect(written).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/);
  });
});

test('files are called like their APIs, and none leads elsewhere', () => {
  expect(draftPaths('out', ['orders', 'orders', 'Orders', '../../etc/passwd', '', 'a/b\\c', 'CON', '.hidden', 'Bücher', '\u202e'])).toEqual(
    [
      'out/orders.yaml',
      'out/orders-2.yaml',
      'out/Orders-3.yaml',
      'out/etc-passwd.yaml',
      'out/api.yaml',
      'out/a-b-c.yaml',
      'out/api-CON.yaml',
      'out/hidden.yaml',
      'out/Bu-cher.yaml',
      'out/api-2.yaml',
    ],
  );
});

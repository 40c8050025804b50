// Every limit is held, or says why no workload can state it: at the limit nothing speaks, one above it something does.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../src/candidates/index.ts';
import { inspect } from '../../src/decide/inspect.ts';
import { pressure, quotasUsed } from '../../src/decide/quota-use.ts';
import { RULES } from '../../src/decide/rules.ts';
import { USES } from '../../src/decide/uses.ts';
import { WorkloadError } from '../../src/errors/errors.ts';
import { quotaOf, QUOTAS, type QuotaId } from '../../src/facts/quotas/index.ts';
import { monthOf } from '../../src/journey/month.ts';
import { throttlingOf } from '../../src/throttling/throttling.ts';
import { decimalOf, isNone, NONE } from '../../src/money/fraction.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';
import { ROOT } from '../run.ts';
import { AT_LIMITS, type Row } from './at-limits.ts';

const ids = QUOTAS.map(({ id }) => id);
const held = ids.flatMap((id) => {
  const one = quotaOf(id).held;
  return 'unheld' in one ? [] : [{ id, ...one }];
});

describe('the list', () => {
  test('says in a few words why what nobody holds is not held', () => {
    const why = ids.flatMap((id) => {
      const one = quotaOf(id).held;
      return 'unheld' in one ? [one.unheld] : [];
    });
    expect(why.filter((text) => text.length < 12 || text.length > 160 || /\.$|^[A-Z](?!WS|ppSync)/.test(text))).toEqual([]);
  });

  test('names a row of the quotas used where there is one, and only there', () => {
    const rows = new Set(USES.map(({ quota }) => quota));
    expect(held.filter(({ id, by }) => by.includes('use') !== rows.has(id)).map(({ id }) => id)).toEqual([]);
    expect([...rows].filter((id) => 'unheld' in quotaOf(id).held)).toEqual([]);
  });

  test.each(
    held.flatMap(({ id, by, fields }) =>
      by.flatMap((holder) => (holder.startsWith('rule ') ? [[id, holder.slice(5), fields] as const] : [])),
    ),
  )('%s is read by the rule %s, from a field that is named', (id, rule, fields) => {
    const found = RULES.find((one) => one.id === rule) ?? expect.fail(`there is no rule ${rule}`);
    expect(reads(`decide/rules/${rule}.ts`, id)).toBe(true);
    expect(found.fields.some((field) => fields.some((one) => within(one, field) || within(field, one)))).toBe(true);
  });

  test.each(held.filter(({ by }) => by.includes('throttle')))('$id is read by what throttles', ({ id }) => {
    expect(['limits', 'connects'].some((file) => reads(`throttling/${file}.ts`, id))).toBe(true);
  });

  test('every rule that reads a limit is named as one that holds it', () => {
    const named = new Set(held.flatMap(({ id, by }) => by.map((holder) => `${holder} ${id}`)));
    const unnamed = RULES.flatMap(({ id: rule }) =>
      ids.filter((id) => compares(`decide/rules/${rule}.ts`, id) && !named.has(`rule ${rule} ${id}`)).map((id) => `${rule}: ${id}`),
    );
    expect(unnamed.filter((one) => !READ_FOR_A_REMEDY.has(one))).toEqual([]);
  });
});

/** What a rule looks at to say what would help, or what is met first. */
const READ_FOR_A_REMEDY = new Set<string>([
  'appsync-events: appsync-events-outbound',
  'iot-core: iot-connections',
  'alb-lambda-payload: lambda-sync-payload',
  'header-too-large-alb: alb-request-headers',
  'jwt-keys-fetched-again: http-jwks-cache',
  'lambda-async-payload: lambda-sync-payload',
  'payload-over-limit: rest-stream-duration',
  'stream-duration: ws-duration',
  'timeout-edge-optimized: cf-origin-timeout',
  'timeout-http: rest-stream-duration',
  'timeout-rest: rest-stream-duration',
  'websocket-binary-frames: ws-message',
]);

test('every limit that is held has a workload at it', () => {
  expect(held.map(({ id }) => id).filter((id) => !AT_LIMITS.some((row) => row.quota === id))).toEqual([]);
  expect(AT_LIMITS.filter(({ quota }) => 'unheld' in quotaOf(quota).held)).toEqual([]);
});

describe.each(AT_LIMITS)('$quota, $candidate, $by', (row) => {
  test('at the limit nothing speaks', () => expect(speaks(row, row.most)).toBe(false));
  test('above it something does', () => expect(speaks(row, row.above ?? row.most + 1)).toBe(true));
});

function speaks({ quota, candidate: id, by, at }: Row, value: number): boolean {
  const text = `name: a\nregion: us-east-1\n${at(value)}`;
  if (by === 'reader') return !isReadable(text);
  const candidate = CANDIDATES.find((one) => one.id === id) ?? expect.fail(id);
  const month = monthOf(parseWorkload(text, {}), awsBook);
  if (by === 'throttle') return throttled(month, candidate);
  const findings = inspect(month, [candidate]);
  if (by !== 'use') return findings.some(({ rule }) => rule.id === by);
  const use = quotasUsed(candidate, month).find((one) => one.quota === quota) ?? expect.fail(`${id} has no row for ${quota}`);
  const over = pressure(use) === 'over';
  const { by: holders } = held.find((one) => one.id === quota) ?? expect.fail(quota);
  const said = findings.filter(
    ({ rule }) => ['quota-refuses', 'quota-to-raise'].includes(rule.id) || (holders as readonly string[]).includes(`rule ${rule.id}`),
  );
  // What is over a limit is said wherever findings are printed, and not in the row alone.
  if (over) expect(said.map(({ rule }) => rule.id)).not.toEqual([]);
  return over;
}

function isReadable(text: string): boolean {
  try {
    parseWorkload(text, {});
    return true;
  } catch (error) {
    if (error instanceof WorkloadError) return false;
    throw error;
  }
}

/** Whether some of the peak is refused, or more connect than the account lets in. */
function throttled(month: ReturnType<typeof monthOf>, candidate: (typeof CANDIDATES)[number]): boolean {
  const { weighed, connects } = throttlingOf(month.journey(candidate), NONE);
  if (candidate.carries === 'realtime') return connects !== null && decimalOf(connects.perSecond).gt(connects.limit);
  return !isNone(weighed?.overBurst?.refused ?? weighed?.lasting ?? NONE);
}

function source(path: string): string {
  return readFileSync(`${ROOT}src/${path}`, 'utf8');
}

/** Whether a file, or one of the room that it imports, names a limit. */
function reads(path: string, id: QuotaId): boolean {
  if (FOUND_OTHERWISE[/([^/]+)\.ts$/.exec(path)?.[1] ?? '']?.includes(id)) return true;
  const text = source(path);
  if (text.includes(`'${id}'`)) return true;
  const imported = [...text.matchAll(/from '\.\.\/((?:stream-time|timeout-quota|lambda-growth|account-rate)\.ts)'/g)].map(
    ([, file]) => `decide/${file}`,
  );
  return imported.some((file) => source(file).includes(`'${id}'`));
}

/** What finds its limit by the unit, or in the table of plans, whose figures test/house/facts.test.ts compares with the quotas. */
const FOUND_OTHERWISE: Readonly<Record<string, readonly QuotaId[]>> = {
  'routes-over-quota': ['rest-resources', 'http-routes', 'ws-routes'],
  'edge-plan-exceeded': ['cf-plan-requests', 'cf-plan-data'],
};

/** Whether a rule compares something with a limit. */
function compares(path: string, id: QuotaId): boolean {
  return new RegExp(`(timeLimit|sizeLimit|quotaOf|headersOver)\\('${id}'`).test(source(path));
}

function within(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

// A number that is a limit of AWS stands in the table of quotas only: questions and rules take it from there, for their candidate.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { limitInWords, timeLimit } from '../../src/decide/limit.ts';
import { slow } from '../../src/decide/questions/slow.ts';
import { requirementsOf } from '../../src/workload/requirements.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { ROOT } from '../run.ts';

const NUMBER = /(?<![\w$])\d[\d,.]* ?(?:milliseconds|seconds|minutes|hours|days|bytes|KB|MB|GB|TiB|(?:\w+ )?(?:a|per) second)\b/g;

/** Numbers in sentences that are no quota of an API: what is set until somebody sets it, what a size is billed by, a judgement. */
const NO_QUOTA: Readonly<Record<string, readonly string[]>> = {
  'rules/cache-ttl-zero.ts': ['0 seconds'],
  'rules/iot-core.ts': ['5 KB'],
  'rules/kinesis-record-size.ts': ['10 MB', '1 MB'],
  'rules/lambda-fifteen-minutes.ts': ['90 minutes'],
  'rules/one-message-a-request.ts': ['64 KB', '25 KB', '5 KB'],
  'rules/service-payload-size.ts': ['10 MB'],
  'rules/sns-message-size.ts': ['1 MB'],
  'rules/timeout-alb.ts': ['60 seconds'],
  'rules/timeout-cloudfront.ts': ['30 seconds'],
  'rules/timeout-near.ts': ['25 seconds'],
  'rules/waf-body-unseen.ts': ['16 KB'],
  'rules/websocket-frame-too-large.ts': ['32 KB'],
  'rules/websocket-one-way.ts': ['10 MB'],
};

const folder = `${ROOT}src/decide`;
const files = ['questions', 'rules'].flatMap((room) => readdirSync(`${folder}/${room}`).map((file) => `${room}/${file}`));

/** Numbers with a unit in sentences; workloads of examples have numbers of their own. */
function numbersIn(file: string): readonly string[] {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const sentences = text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, quoted, template]) => (quoted ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '')),
    )
    .filter((one) => one.split(' ').length > 3);
  return [...new Set(sentences.flatMap((one) => one.match(NUMBER) ?? []))];
}

test.each(files)('%s states no limit by itself', (file) => {
  expect(numbersIn(file)).toEqual(NO_QUOTA[file] ?? []);
});

describe('the wait of the tree', () => {
  const waiting = (ms: number) => parseWorkload(`name: a\nregion: us-east-1\ntraffic: { requests: 1M }\nbackend: { p99: ${ms} ms }`, {});
  const most = Number(timeLimit('http-timeout').toFixed());

  test('is that of an HTTP API: only beyond it must the type be another', () => {
    expect([most - 1, most, most + 1].map((ms) => slow.answer(waiting(ms)).answer)).toEqual(['no', 'no', 'yes']);
    expect([most, most + 1].map((ms) => requirementsOf(waiting(ms)).has('timeout-over-29s'))).toEqual([false, true]);
  });
  test('is what the question says, and what the fields say', () => {
    const said = [slow.ask, slow.because, ...slow.derivedFrom.map(([, says]) => says)].filter((one) => /\d/.test(one));
    expect(said.filter((one) => !one.includes(limitInWords('http-timeout')))).toEqual([]);
  });
});

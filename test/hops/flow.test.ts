// What clients send in a month, before any hop: requests by kind and size, connections and messages. By hand.
import { describe, expect, test } from 'vitest';
import { realtimeFlow, requestParcels } from '../../src/hops/flow.ts';
import { decimal } from '../../src/money/decimal.ts';
import { parseWorkload } from '../../src/workload/read.ts';

const UNITS = { hoursPerMonth: decimal('720'), bytesPerKB: decimal('1024') };
const read = (yaml: string) => parseWorkload(`name: a\nregion: us-east-1\n${yaml}`, {});

describe('requests', () => {
  const parcels = (traffic: string) =>
    requestParcels(read(`traffic: ${traffic}`).traffic ?? expect.fail('no traffic'), UNITS).map(
      (one) => `${one.kind} ${one.requests.toFixed()} ${one.requestBytes?.toFixed() ?? '?'} ${one.responseBytes?.toFixed() ?? '?'}`,
    );

  test('are good unless something else is said; of a size that nobody states, nobody knows it', () => {
    expect(parcels('{ requests: 1/hour }')).toEqual(['good 720 ? ?']);
    expect(parcels('{ requests: 10, request: 1 KB, response: 2 kB }')).toEqual(['good 10 1024 2000']);
  });

  test('of each kind have their share; what is left is good; a preflight has no body', () => {
    expect(
      parcels(
        '{ requests: 1000, request: 1 B, response: 2 B, fates: { blocked: 1%, preflight: 2%, unauthorized: 3%, throttled: 4%, invalid: 5% } }',
      ),
    ).toEqual(['attack 10 1 2', 'preflight 20 0 2', 'unauthorized 30 1 2', 'excess 40 1 2', 'invalid 50 1 2', 'good 850 1 2']);
    expect(parcels('{ requests: 10, fates: { throttled: 100% } }')).toEqual(['excess 10 ? ?']);
    expect(parcels('{ requests: 10, fates: {} }')).toEqual(['good 10 ? ?']);
  });

  test('of each size class have the kinds of all; of a class of 0% there are none', () => {
    const sizes = '[{ share: 75%, request: 1 B }, { share: 25%, response: 3 B }, { share: 0%, request: 9 B }]';
    expect(parcels(`{ requests: 1000, sizes: ${sizes}, fates: { preflight: 20% } }`)).toEqual([
      'preflight 150 0 ?',
      'good 600 1 ?',
      'preflight 50 0 3',
      'good 200 ? 3',
    ]);
  });
});

describe('connections', () => {
  const flow = (realtime: string) => {
    const { minutes, connects, messages, assumed } = realtimeFlow(
      read(`realtime: ${realtime}`).realtime ?? expect.fail('no realtime'),
      UNITS,
    );
    return [
      `${minutes.toFixed()} minutes, ${connects.toFixed()} connects`,
      ...messages.map((one) => `${one.direction} ${one.count.toFixed()} of ${one.bytes?.toFixed() ?? '?'}`),
      ...Object.entries(assumed).flatMap(([what, is]) => (is ? [what] : [])),
    ];
  };

  test('are open all the time, in sessions of two hours, unless it is said', () => {
    // 720 hours of 60 minutes.
    expect(flow('{ connections: 10 }')).toEqual(['432000 minutes, 3600 connects', 'sessionLength', 'hoursPerDay']);
    expect(flow('{ connections: 10, hoursPerDay: 6, sessionLength: 1 h }')).toEqual(['108000 minutes, 1800 connects']);
    expect(flow('{ connections: 10, hoursPerDay: 24, sessionLength: 2 h }')).toEqual(['432000 minutes, 3600 connects']);
  });

  test('are billed by the started minute of a session', () => {
    // 432,000 minutes open are 259,200 sessions of 100 s: two minutes each.
    expect(flow('{ connections: 10, hoursPerDay: 24, sessionLength: 100 s }')).toEqual(['518400 minutes, 259200 connects']);
    expect(flow('{ connections: 10, hoursPerDay: 24, sessionLength: 120 s }')).toEqual(['432000 minutes, 216000 connects']);
    expect(flow('{ connections: 10, hoursPerDay: 24, sessionLength: 60 s }')).toEqual(['432000 minutes, 432000 connects']);
    // Sessions of 59 s do not divide the month, and are rounded to a trillionth.
    expect(flow('{ connectRate: 1/s, sessionLength: 59 s }')).toEqual(['2592000 minutes, 2592000 connects']);
    expect(flow('{ connectRate: 1/s, sessionLength: 61 s }')).toEqual(['5184000 minutes, 2592000 connects']);
    expect(flow('{ connectRate: 1/s, sessionLength: 120 s }')).toEqual(['5184000 minutes, 2592000 connects']);
  });

  test('send while they are open by the second, minute or hour, and by the calendar else', () => {
    const each = (rate: string, hours = 'hoursPerDay: 6, ') =>
      flow(`{ connections: 10, ${hours}sessionLength: 2 h, inbound: { rate: ${rate} } }`)[1];
    expect(each('1/s')).toBe('inbound 6480000 of ?');
    expect(each('1/min')).toBe('inbound 108000 of ?');
    expect(each('1/hour')).toBe('inbound 1800 of ?');
    expect(each('1/day')).toBe('inbound 300 of ?');
    expect(each('7/week')).toBe('inbound 300 of ?');
    expect(each('1/month')).toBe('inbound 10 of ?');
    expect(each('365/year')).toBe('inbound 300 of ?');
    expect(each('1/s', '')).toBe('inbound 25920000 of ?');
  });

  test('of so many new ones a second, as many are open as stay', () => {
    // 2 a second for 50 s are 100 at once.
    expect(flow('{ connectRate: 2/s, sessionLength: 50 s, outbound: { rate: 10/month, size: 1 KB } }')).toEqual([
      '5184000 minutes, 5184000 connects',
      'outbound 1000 of 1024',
    ]);
  });

  test('fan out what comes in, at its size; without a message in, nothing', () => {
    const message = (name: string, size: string) => `${name}: { rate: 1/month, size: ${size} }`;
    expect(
      flow(
        `{ connections: 10, hoursPerDay: 24, sessionLength: 2 h, ${message('inbound', '1 KB')}, ${message('outbound', '2 KB')}, fanOut: 4 }`,
      ),
    ).toEqual(['432000 minutes, 3600 connects', 'inbound 10 of 1024', 'outbound 10 of 2048', 'fan-out 40 of 1024']);
    expect(flow('{ connections: 10, hoursPerDay: 24, sessionLength: 2 h, inbound: { rate: 0/month } }')).toEqual([
      '432000 minutes, 3600 connects',
    ]);
  });
});

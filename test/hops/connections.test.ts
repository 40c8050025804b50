// What load balancers before servers count of connections that stay open, and what a heartbeat is: by hand.
import { describe, expect, test } from 'vitest';
import { billed, journey, metered } from './metered.ts';

/** 730 hours of 6,000 connections, each of an hour: 4,380,000 connects, and as many connection hours. */
const OPEN = 'connections: 6000, sessionLength: 1 h, hoursPerDay: 24';

describe('an Application Load Balancer for connections', () => {
  test('bills the dimension that binds: 3,000 connections for an hour, 90,000 new ones, a decimal GB both ways', () => {
    // 4,380,000 h ÷ 3,000 = 1,460; 4,380,000 ÷ 90,000 = 48.67; no messages.
    expect(metered('alb-websocket', 'alb-websocket', `realtime: { ${OPEN} }`)).toEqual([
      'alb/hours 730 hours',
      'alb/lcu 1460 LCU-hours (active connections bind (new connections 48.67, active connections 1460, processed bytes 0, rule evaluations 0))',
      'vpc/public-ipv4 1460 hours (one address in each zone)',
      'assumed alb-two-zones',
      'assumed alb-internet-facing',
      'assumed alb-mean',
      'assumed alb-free-rules',
      'assumed balancer-passes-messages',
    ]);
  });

  test('half as many with client certificates, and a trust store', () => {
    expect(billed('alb-websocket', 'alb-websocket', `realtime: { ${OPEN} }\nneeds: { mtls: yes }`)).toEqual([
      'alb/hours 730 hours',
      'alb/lcu 2920 LCU-hours',
      'vpc/public-ipv4 1460 hours',
      'alb/trust-store 730 hours',
    ]);
  });

  test('both directions and each fan-out pass it: 6,000 × 43,800 × (1 + 1 + 2) messages of 1,000 B are 1,051.2 GB', () => {
    const chat = `realtime: { ${OPEN}, inbound: { rate: 1/min, size: 1000 B }, outbound: { rate: 1/min, size: 1000 B }, fanOut: 2, heartbeat: 1 min }`;
    expect(metered('alb-websocket', 'alb-websocket', chat)[1]).toContain('processed bytes 1051.2,');
  });

  test('of messages without a size it is a lower bound', () => {
    expect(metered('alb-websocket', 'alb-websocket', `realtime: { ${OPEN}, outbound: { rate: 1/min } }`)).toContain(
      'incomplete alb/lcu not-stated: processed bytes may be the largest dimension, and realtime.inbound.size or realtime.outbound.size is not stated',
    );
  });

  test('a web ACL there sees handshakes; nothing goes out to the internet from an internal one', () => {
    const acl = `realtime: { ${OPEN}, outbound: { rate: 1/min, size: 1 KB } }\nwaf: { rules: 1, managedGroups: 0, webAcls: 1 }`;
    expect(billed('alb-websocket', 'waf', acl)).toContain('waf/requests 4380000 requests');
    expect(billed('alb-websocket', 'egress', acl)).not.toEqual([]);
    const hops = journey('alb-websocket', `realtime: { ${OPEN} }\nneeds: { endpoint-private: yes }`).hops.map(({ id }) => id);
    expect(hops).toEqual(['alb-websocket']);
    expect(billed('alb-websocket', 'alb-websocket', `realtime: { ${OPEN} }\nneeds: { endpoint-private: yes }`)).toEqual([
      'alb/hours 730 hours',
      'alb/lcu 1460 LCU-hours',
    ]);
  });

  test('no function answers behind it, and the servers that do have no price', () => {
    const lambda = `realtime: { ${OPEN}, inbound: { rate: 1/h, size: 1 KB } }\nbackend: { lambda: { memory: 128 MB, duration: 10 ms } }`;
    const { hops, metered: facts } = journey('alb-websocket', lambda);
    expect(hops.map(({ side }) => side)).not.toContain('backend');
    expect(facts.flatMap(({ fact }) => (fact.type === 'not-priced' ? [fact.what, fact.ofTotal] : []))).toEqual([
      'servers that hold the connections',
      true,
    ]);
  });
});

test('a Network Load Balancer holds 100,000 connections of TCP for an NLCU, and makes 2,880,000 new ones an hour', () => {
  // 4,380,000 h ÷ 100,000 = 43.8; 4,380,000 ÷ 2,880,000 = 1.52.
  expect(metered('nlb-websocket', 'nlb-websocket', `realtime: { ${OPEN} }`)).toEqual([
    'nlb/hours 730 hours',
    'nlb/nlcu 43.8 NLCU-hours (active connections bind (new connections 1.52, active connections 43.8, processed bytes 0))',
    'vpc/public-ipv4 1460 hours (one address in each zone)',
    'assumed alb-two-zones',
    'assumed alb-internet-facing',
    'assumed alb-mean',
    'assumed nlb-passes-tls',
    'assumed balancer-passes-messages',
  ]);
});

describe('a heartbeat', () => {
  test('is a message of a WebSocket API: 6,000 × 730 × 60 a minute apart, besides what is said anyway', () => {
    const lines = metered('websocket', 'websocket', `realtime: { ${OPEN}, inbound: { rate: 1/h, size: 40 KB }, heartbeat: 1 min }`);
    // 6,000 × 730 of 40 KB count two each.
    expect(lines).toContain(
      'apigateway/websocket-messages 267180000 messages as 271560000 (heartbeats are 262,800,000 of all; larger messages count one for each started 32 KB)',
    );
    expect(lines).toContain('assumed heartbeats-billed');
    expect(lines).not.toContain('assumed message-fits');
  });

  test('comes while connections are open only, starts no function, and sends nothing out', () => {
    const half =
      'realtime: { connections: 6000, sessionLength: 1 h, hoursPerDay: 12, heartbeat: 1 min }\nbackend: { lambda: { memory: 128 MB, duration: 10 ms } }';
    expect(billed('websocket', 'websocket', half)[0]).toBe('apigateway/websocket-messages 131400000 messages');
    // Connects and disconnects only: 6,000 × 365 × 2.
    expect(billed('websocket', 'lambda', half)[0]).toBe('lambda/requests 4380000 requests');
    expect(metered('websocket', 'egress', half)).toEqual([]);
  });
});

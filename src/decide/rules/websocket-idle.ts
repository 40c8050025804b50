import { defineRule } from '../rule.ts';
import { limitInWords, timeLimit } from '../limit.ts';
import { decimal } from '../../money/decimal.ts';
import { durationInWords } from '../../workload/in-words.ts';

/** From four fifths of the limit on, a client that is a little late is closed too. */
const NEAR = '0.8';

/** Each with its quota and, where one sets it, what it is until then: the pages below. */
const IDLE = {
  websocket: { quota: 'ws-idle', what: 'a connection', unlessSet: null },
  'alb-websocket': { quota: 'alb-websocket-idle', what: 'a connection of a load balancer', unlessSet: decimal('60000') },
  'nlb-websocket': { quota: 'nlb-websocket-idle', what: 'a connection of a load balancer', unlessSet: decimal('350000') },
} as const;
const MOST = {
  websocket: timeLimit('ws-idle'),
  'alb-websocket': timeLimit('alb-websocket-idle'),
  'nlb-websocket': timeLimit('nlb-websocket-idle'),
};
const HEARTBEAT = 'Let each client send a small message more often than that, such as every five minutes';

export const websocketIdle = defineRule({
  id: 'websocket-idle',
  severity: 'caution',
  topic: 'websocket',
  page: () => ({
    title: 'Silent connections are closed',
    rationale: `API Gateway closes a connection on which nothing was sent for ${limitInWords('ws-idle')}, with code 1001. This cannot be raised, and AWS sends no warning to either side. A load balancer closes it sooner unless its idle timeout is raised. Silence of four fifths of the limit is so close that a slightly late message comes too late.`,
    remedy: `${HEARTBEAT}; API Gateway bills each as a message.`,
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html',
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', longestSilence: '25 min' } },
        silent: { realtime: { connections: '1K', longestSilence: '4 min' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '1K', longestSilence: '25 min', heartbeat: '15 min' } },
        silent: { realtime: { connections: '1K', longestSilence: '25 min', heartbeat: '5 min' } },
      },
      {
        candidate: 'alb-websocket',
        reports: { realtime: { connections: '1K', longestSilence: '25 min' } },
        silent: { realtime: { connections: '1K', longestSilence: '40 s' } },
      },
    ],
  }),
  fields: ['realtime.longestSilence', 'realtime.heartbeat'],
  frontDoors: ['websocket', 'alb-websocket', 'nlb-websocket'],
  inspect({ workload: { realtime }, candidate: { frontDoor } }) {
    if (!realtime?.longestSilence || !(frontDoor in IDLE)) return [];
    const door = frontDoor as keyof typeof IDLE;
    const { quota, what, unlessSet } = IDLE[door];
    const { longestSilence, heartbeat } = realtime;
    const silence = heartbeat?.lt(longestSilence) ? heartbeat : longestSilence;
    if (silence.lt((unlessSet ?? MOST[door]).times(NEAR))) return [];
    const beats = silence === heartbeat;
    const quiet = beats
      ? `a client sends something every ${durationInWords(silence)} only`
      : `nothing may be sent for ${durationInWords(silence)}`;
    const after =
      unlessSet === null ? limitInWords(quota) : `${durationInWords(unlessSet)} of silence unless set, at most ${limitInWords(quota)}`;
    const settable = unlessSet !== null && silence.lt(MOST[door].times(NEAR));
    return [
      {
        because: `${quiet}, and ${what} is closed after ${after}${unlessSet === null ? ' of silence' : ''}`,
        path: ['realtime', beats ? 'heartbeat' : 'longestSilence'],
        ...(settable ? { remedy: `Raise the idle timeout of the load balancer above ${durationInWords(silence)}. Or: ${HEARTBEAT}.` } : {}),
      },
    ];
  },
});

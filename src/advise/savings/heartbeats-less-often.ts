import { limitInWords, timeLimit } from '../../decide/limit.ts';
import { formatMoney } from '../../money/format.ts';
import type { Workload } from '../../workload/schema.ts';
import { durationInWords } from '../../workload/in-words.ts';
import { costIf, costToday, stating } from './instead.ts';
import { defineSaving } from './saving.ts';

/** Half of the silence after which API Gateway closes a connection, so that one heartbeat may be lost. */
const ENOUGH = timeLimit('ws-idle').div('2');

export const heartbeatsLessOften = defineSaving({
  id: 'heartbeats-less-often',
  name: 'Heartbeats every 5 minutes',
  title: 'Heartbeats come more often than keeps a connection open',
  effort: 'code',
  risk: 'a client that is gone is noticed later, and something between it and AWS may close silent connections sooner',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html',
    'https://aws.amazon.com/api-gateway/pricing/',
  ],
  weigh(situation) {
    const { workload, today } = situation;
    const { realtime } = workload;
    const heartbeat = realtime?.heartbeat;
    if (today.candidate.frontDoor !== 'websocket' || !heartbeat?.lt(ENOUGH)) return null;
    const cost = costToday(situation);
    const lessOften = (before: Workload): Workload => ({ ...before, realtime: { ...before.realtime, heartbeat: ENOUGH } });
    const instead = costIf(situation, lessOften(workload));
    if (!cost || !instead || instead.gte(cost)) return null;
    return {
      because: `a heartbeat every ${durationInWords(heartbeat)} is a message that is billed, and ${limitInWords('ws-idle')} of silence close a connection; one every 5 minutes costs ${formatMoney(cost.minus(instead))} a month less`,
      today: cost,
      instead,
      change: 'a heartbeat every 5 minutes',
      becomes: stating(lessOften),
      blockers: [],
    };
  },
});

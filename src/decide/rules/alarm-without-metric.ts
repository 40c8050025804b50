import { FRONT_DOORS, GATEWAYS } from '../../workload/front-doors.ts';
import { defineRule } from '../rule.ts';

/** Of the types that carry these, whatever a workload takes. */
const metricsOf = (carries: 'requests' | 'realtime'): readonly string[] =>
  Object.values(FRONT_DOORS).flatMap((one) => (one.carries === carries ? (one.metrics ?? []) : []));

export const alarmWithoutMetric = defineRule({
  id: 'alarm-without-metric',
  severity: 'caution',
  topic: 'observability',
  page: () => ({
    title: 'An alarm watches a metric that does not exist',
    rationale:
      'The types of API name their metrics differently: 4XXError of a REST API is 4xx on an HTTP API and ClientError on a WebSocket API. CloudWatch accepts an alarm on any name, finds no data, and the alarm never goes off.',
    remedy: 'Use the names of this type of API, choose how the alarm treats missing data, and test each alarm once.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { operations: { alarms: [{ metric: '4XXError' }] } },
        silent: { operations: { alarms: [{ metric: '4xx' }] } },
      },
      {
        candidate: 'rest',
        reports: { operations: { alarms: [{ metric: '5xx' }] } },
        silent: { operations: { alarms: [{ metric: '5XXError' }] } },
      },
      {
        candidate: 'websocket',
        reports: { operations: { alarms: [{ metric: 'DisconnectCount' }] } },
        silent: { operations: { alarms: [{ metric: 'ConnectCount' }] } },
      },
      {
        candidate: 'http',
        reports: { traffic: { requests: '1M/month' }, operations: { alarms: [{ metric: 'ClientError' }] } },
        silent: { traffic: { requests: '1M/month' }, realtime: { connections: '1K' }, operations: { alarms: [{ metric: 'ClientError' }] } },
      },
    ],
  }),
  fields: ['operations.alarms', 'traffic', 'realtime'],
  frontDoors: GATEWAYS,
  inspect({ workload: { operations, traffic, realtime }, candidate }) {
    const known = FRONT_DOORS[candidate.frontDoor].metrics ?? [];
    // With requests beside connections there are two APIs, and an alarm may be of the other.
    const beside = traffic && realtime ? metricsOf(candidate.carries === 'realtime' ? 'requests' : 'realtime') : [];
    return (operations?.alarms ?? []).flatMap(({ metric }, index) => {
      if (known.includes(metric) || beside.includes(metric)) return [];
      const because = `an alarm watches ${metric}, and this type of API has ${known.join(', ')}`;
      return [{ because, path: ['operations', 'alarms', index, 'metric'] }];
    });
  },
});

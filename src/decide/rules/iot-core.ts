import { quotaOf } from '../../facts/quotas/index.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const GUIDE = 'https://docs.aws.amazon.com/iot/latest/developerguide';

export const iotCore = defineRule({
  id: 'iot-core',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'IoT Core carries messages both ways by MQTT over WebSocket',
    rationale: `AWS IoT Core is a broker of MQTT, also over WebSocket: clients publish to topics and subscribe to them, and rules pass messages on to AWS services. Clients must speak MQTT; over WebSocket they prove themselves by IAM, Cognito or a custom authorizer, not by a certificate. An account has ${limitInWords('iot-connections')}, ${limitInWords('iot-connect')} and ${limitInWords('iot-publish')}, which can be raised; a connection publishes ${limitInWords('iot-publish-connection')}, and a message has ${limitInWords('iot-message')}, which cannot. It is not compared here: AWS bills connection minutes, messages in steps of 5 KB and rules, at rates that were found for few Regions.`,
    remedy: `Price AWS IoT Core beside this if the clients can speak MQTT: it has topics and rules, and holds ${limitInWords('iot-connections')} unless raised. A WebSocket API takes any client, and has routes.`,
    sources: [
      `${GUIDE}/protocols.html`,
      'https://aws.amazon.com/iot-core/pricing/additional-details/',
      ...quotaOf('iot-connections').sources,
    ],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '10K', inbound: { rate: '1/min' }, outbound: { rate: '1/min' } } },
        silent: { realtime: { connections: '10K', outbound: { rate: '1/min' } } },
      },
    ],
  }),
  fields: ['realtime.inbound', 'realtime.outbound', 'realtime.fanOut'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    // Of clients that only send, device-ingest speaks.
    if (!realtime?.inbound || realtime.inbound.rate.amount.isZero() || (!realtime.outbound && !realtime.fanOut)) return [];
    return [{ because: 'messages go both ways', path: ['realtime', 'inbound'] }];
  },
});

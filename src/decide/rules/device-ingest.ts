import { CARRYING_REQUESTS } from '../../workload/front-doors.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

/** Where what devices send is put, to be read later. */
const INTO: readonly FeatureId[] = [
  'int-aws-kinesis-put-record',
  'int-aws-kinesis-put-records',
  'int-aws-firehose',
  'int-aws-sqs-send',
  'int-aws-sqs-send-batch',
];

export const deviceIngest = defineRule({
  id: 'device-ingest',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'AWS has a separate service for devices that only send',
    rationale:
      'AWS IoT Core keeps connections of devices by MQTT, also over WebSocket, proves each by its certificate, and its rules put messages into Kinesis, SQS, Lambda and other services without your own front door. It bills connections, messages and rules by its own rates, which are not compared here.',
    remedy:
      'If the clients are your devices, price AWS IoT Core beside this; or let each device collect several readings into one request or message, because AWS bills their number.',
    sources: [
      'https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html',
      'https://docs.aws.amazon.com/iot/latest/developerguide/iot-rules.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { needs: { mtls: 'yes', 'int-aws-kinesis-put-record': 'yes' } },
        silent: { needs: { mtls: 'no', 'int-aws-kinesis-put-record': 'yes' } },
      },
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '10K', inbound: { rate: '1/min' } }, needs: { 'server-push': 'no' } },
        silent: { realtime: { connections: '10K', inbound: { rate: '1/min' } }, needs: { 'server-push': 'yes' } },
      },
    ],
  }),
  fields: ['realtime.inbound', 'realtime.outbound', 'realtime.fanOut', 'auth.mutualTls', 'backend.service', 'needs'],
  frontDoors: [...CARRYING_REQUESTS, 'websocket'],
  inspect({ workload: { realtime }, candidate, needs }) {
    if (candidate.carries === 'realtime') {
      if (!realtime?.inbound || realtime.inbound.rate.amount.isZero() || needs('server-push')) return [];
      return [{ because: 'clients send, and nothing is pushed to them', path: ['realtime', 'inbound'] }];
    }
    const into = needs('mtls') ? INTO.find(needs) : undefined;
    if (into === undefined) return [];
    return [
      {
        because: `clients prove themselves with certificates, and what they send goes on by ${FEATURES[into].name}`,
        path: ['needs', into],
      },
    ];
  },
});

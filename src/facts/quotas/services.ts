import { type Quota } from './quota.ts';

const IOT = { appliesTo: ['backend'], sources: ['https://docs.aws.amazon.com/general/latest/gr/iot-core.html'] } as const;

/** AWS services that an API calls by itself, and one that keeps connections in its place. */
export const SERVICE_QUOTAS = [
  {
    id: 'sns-message',
    name: 'Message of SNS',
    value: '256',
    unit: 'KB',
    appliesTo: ['backend'],
    adjustable: 'setting',
    note: 'up to 1 MB by MaximumMessageSize of the topic, attributes included',
    sources: ['https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html'],
  },
  {
    id: 'dynamodb-item',
    name: 'Item of DynamoDB',
    value: '400',
    unit: 'KB',
    appliesTo: ['backend'],
    adjustable: 'no',
    note: 'names of attributes included',
    sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html'],
  },
  {
    id: 'firehose-record',
    name: 'Record of Data Firehose',
    value: '1000',
    unit: 'KB',
    appliesTo: ['backend'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/firehose/latest/APIReference/API_Record.html'],
  },
  { ...IOT, id: 'iot-connections', name: 'Connections to IoT Core at a time', value: '500000', unit: 'connections', adjustable: 'yes' },
  { ...IOT, id: 'iot-connect', name: 'New connections to IoT Core', value: '500', unit: 'connections per second', adjustable: 'yes' },
  { ...IOT, id: 'iot-publish', name: 'Messages published to IoT Core', value: '20000', unit: 'messages per second', adjustable: 'yes' },
  {
    ...IOT,
    id: 'iot-publish-connection',
    name: 'Messages published on one connection to IoT Core',
    value: '100',
    unit: 'messages per second',
    adjustable: 'no',
  },
  { ...IOT, id: 'iot-message', name: 'Message of IoT Core', value: '128', unit: 'KB', adjustable: 'no' },
] as const satisfies readonly Quota[];

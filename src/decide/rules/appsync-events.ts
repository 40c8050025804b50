import { quotaOf } from '../../facts/quotas/index.ts';
import { limitInWords } from '../limit.ts';
import { defineRule } from '../rule.ts';

const EVENTS = 'https://docs.aws.amazon.com/appsync/latest/eventapi';

export const appsyncEvents = defineRule({
  id: 'appsync-events',
  severity: 'note',
  topic: 'choosing',
  page: () => ({
    title: 'AppSync Events pushes without a table of connections',
    rationale: `An Event API of AppSync keeps WebSocket connections and their subscriptions itself: one event that is published to a channel, by HTTP or on a connection, goes to every subscriber. Callers prove themselves by an API key, IAM, Cognito, OIDC or a Lambda function, and handlers of a channel may filter and change events, or call data sources. An API takes ${limitInWords('appsync-events-connect')} and ${limitInWords('appsync-events-inbound')}, and delivers ${limitInWords('appsync-events-outbound')} of 5 kB, all of which can be raised. It is not compared here: its rates were found for one Region only, and how AWS counts its operations was not.`,
    remedy: `Price AppSync Events beside this where the same messages go to many clients: one event reaches all subscribers of a channel, up to ${limitInWords('appsync-events-outbound')} unless raised. Keep the WebSocket API where each message is for one.`,
    sources: [`${EVENTS}/event-api-welcome.html`, `${EVENTS}/configure-event-api-auth.html`, ...quotaOf('appsync-events-outbound').sources],
    examples: [
      {
        candidate: 'websocket',
        reports: { realtime: { connections: '10K', inbound: { rate: '1/min' }, fanOut: '20' } },
        silent: { realtime: { connections: '10K', inbound: { rate: '1/min' } } },
      },
    ],
  }),
  fields: ['realtime.outbound', 'realtime.fanOut'],
  frontDoors: ['websocket'],
  inspect({ workload: { realtime } }) {
    if (realtime?.fanOut)
      return [{ because: 'each message is forwarded to several clients, which takes a call for each', path: ['realtime', 'fanOut'] }];
    if (realtime?.outbound)
      return [{ because: 'the backend pushes to clients, which takes a call for each', path: ['realtime', 'outbound'] }];
    return [];
  },
});

import { letsNothingThrough } from '../../workload/lets-nothing-through.ts';
import { GATEWAYS } from '../../workload/front-doors.ts';
import { isThere } from '../../workload/share.ts';
import { defineRule, type Observation } from '../rule.ts';

export const limitLetsNothingThrough = defineRule({
  id: 'limit-lets-nothing-through',
  severity: 'blocker',
  topic: 'throttling',
  page: () => ({
    title: 'A limit lets nothing through',
    rationale:
      'A token bucket whose burst is 0 never holds a token, and one whose rate is 0 is never filled again: every request that meets it gets 429, however few there are, and clients that retry get it again. Templates that state only a rate set such a burst without a word.',
    remedy: 'Set both: a rate a little above the busiest second, and a burst of at least as many requests as may come at once.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { throttling: { stage: { rate: '10 rps', burst: '0' } } },
        silent: { throttling: { stage: { rate: '10 rps', burst: '1' } } },
      },
      {
        candidate: 'rest',
        reports: { throttling: { clients: [{ name: 'gold', clients: '5', share: '10%', rate: '0 rps', burst: '10' }] } },
        silent: { throttling: { clients: [{ name: 'gold', clients: '5', share: '10%', rate: '1 rps', burst: '10' }] } },
      },
    ],
  }),
  fields: ['throttling'],
  frontDoors: GATEWAYS,
  ofSetting: true,
  inspect({ workload: { throttling = {} }, candidate }) {
    const { account, stage, methods = [], clients = [], newConnections } = throttling;
    const realtime = candidate.carries === 'realtime';
    const own = methods.map((one, index) => ({ ...one, path: ['throttling', 'methods', index] })).filter(isThere);
    const plans = clients.map((one, index) => ({ ...one, path: ['throttling', 'clients', index] })).filter(isThere);
    // A stage stands behind what has no limit of its own; where all of it has one, the stage limits nothing.
    const met = [
      ...(account ? [{ ...account, name: 'the account', path: ['throttling', 'account'] }] : []),
      ...(stage && !realtime ? [{ ...stage, name: 'the stage', path: ['throttling', 'stage'] }] : []),
      ...(realtime ? [] : own),
      ...(candidate.frontDoor === 'rest' ? plans.flatMap((plan) => [plan, ...ofMethods(plan)]) : []),
    ];
    return [
      ...met.filter(letsNothingThrough).map(({ name, rate, path }): Observation => {
        const zero = rate?.isZero() === true ? 'rate' : 'burst';
        return { because: `the ${zero} of ${name} is 0`, path: [...path, zero] };
      }),
      ...(realtime && newConnections?.isZero() === true
        ? [{ because: 'the account lets no new connection in', path: ['throttling', 'newConnections'] }]
        : []),
    ];
  },
});

type Plan = NonNullable<NonNullable<Parameters<typeof limitLetsNothingThrough.inspect>[0]['workload']['throttling']>['clients']>[number];

/** Limits of its clients for single methods. */
function ofMethods({ name: plan, methods = [], path }: Plan & { readonly path: readonly (string | number)[] }) {
  return methods.map(({ name, ...limit }, index) => ({ ...limit, name: `${plan} for ${name}`, path: [...path, 'methods', index] }));
}

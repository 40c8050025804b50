import { sum, type Decimal } from '../../money/decimal.ts';
import { albCrossed } from './alb-crossed.ts';
import { cacheNeverPays } from './cache-never-pays.ts';
import { cloudfrontNeverPays } from './cloudfront-never-pays.ts';
import { cloudfrontWouldPay } from './cloudfront-would-pay.ts';
import { cheaperSettings } from './cheaper-settings.ts';
import { cheapestArchitecture } from './cheapest-architecture.ts';
import { edgePlanNeverPays } from './edge-plan-never-pays.ts';
import { edgePlanWouldPay } from './edge-plan-would-pay.ts';
import { executionLogsOfErrors } from './execution-logs-of-errors.ts';
import { heartbeatsLessOften } from './heartbeats-less-often.ts';
import { lambdaOnArm } from './lambda-on-arm.ts';
import { messagesLessOften } from './messages-less-often.ts';
import { privateEndpointShared } from './private-endpoint-shared.ts';
import { provisionedIdle } from './provisioned-idle.ts';
import { restCouldBeHttp } from './rest-could-be-http.ts';
import { restForOneFeature } from './rest-for-one-feature.ts';
import type { Saving, Situation, Proof } from './saving.ts';

/** Every judgement that weighs money. */
export const SAVINGS: readonly Saving[] = [
  restCouldBeHttp,
  restForOneFeature,
  cacheNeverPays,
  cloudfrontWouldPay,
  cloudfrontNeverPays,
  edgePlanWouldPay,
  edgePlanNeverPays,
  albCrossed,
  lambdaOnArm,
  privateEndpointShared,
  provisionedIdle,
  executionLogsOfErrors,
  messagesLessOften,
  heartbeatsLessOften,
  cheaperSettings,
  cheapestArchitecture,
];

/** What says no more than another saving does, where that finds the same. */
const COMPOSED: readonly Saving[] = [cheaperSettings, cheapestArchitecture];

/** A saving found, with its two estimates and what lies between them. */
export interface Opportunity extends Proof {
  readonly saving: Saving;
  /** What one would do or have: the name of the saving, or what is composed. */
  readonly what: string;
  readonly amount: Decimal;
}

/** Less than this a month is not worth anybody's hour. */
const WORTH_SAYING = '1';

const WORK: readonly Saving['effort'][] = ['setting', 'code', 'migration'];
const isNoMoreWork = (one: Saving, than: Saving) => WORK.indexOf(one.effort) <= WORK.indexOf(than.effort);

/** What could be saved, the most first. They do not add up: each is what it would save by itself. */
export function opportunities(situation: Situation): readonly Opportunity[] {
  const found = SAVINGS.flatMap((saving): Opportunity[] => {
    const weighed = saving.weigh(situation);
    return weighed === null
      ? []
      : [
          {
            ...weighed,
            saving,
            what: COMPOSED.includes(saving) ? weighed.change : saving.name,
            amount: sum([weighed.today, weighed.instead.neg()]),
          },
        ];
  }).filter(({ amount }) => amount.gte(WORTH_SAYING));
  const says = ({ saving, instead }: Opportunity, index: number) =>
    !COMPOSED.includes(saving) ||
    !found.some((other, at) => at < index && isNoMoreWork(other.saving, saving) && other.instead.lte(instead));
  return found.filter(says).toSorted((a, b) => b.amount.cmp(a.amount));
}

import { walk } from '../../decide/walk.ts';
import { treeOf } from '../../decide/decide.ts';
import { formatMoney } from '../../money/format.ts';
import { FEATURES } from '../../workload/features.ts';
import { builtAs, costToday, plain } from './instead.ts';
import { defineSaving } from './saving.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

/** What a REST API costs more than an HTTP API, where one answer alone asks for it: the price of that feature. */
export const restForOneFeature = defineSaving({
  id: 'rest-for-one-feature',
  name: 'An HTTP API without one feature',
  title: 'A REST API for one feature only',
  effort: 'migration',
  risk: 'another component must supply the feature (CloudFront, the backend), or you do without it',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
  weigh(situation) {
    const { today, decision, workload, book } = situation;
    if (today.candidate.frontDoor !== 'rest' || decision.otherwise !== 'rest') return null;
    const decisive = decision.steps.find(({ reply, leadsTo }) => reply.answer === 'yes' && leadsTo === 'rest');
    if (!decisive) return null;
    const without = walk(treeOf(book.edition.id), workload, new Map([[decisive.question.id, 'no']]));
    if (without.otherwise !== 'http') return null;
    const http = plain(situation, 'http');
    const rest = plain(situation, 'rest');
    const cost = costToday(situation);
    if (!cost || http?.estimate.bound !== 'exact' || rest?.estimate.bound !== 'exact') return null;
    if (costOf(http.estimate).gte(cost)) return null;
    // What nothing supplies is no saving: it would be another API.
    if (http.fits.some(({ support }) => support.type === 'no' || support.type === 'unknown')) return null;
    const difference = formatMoney(cost.minus(costOf(http.estimate)));
    const helped = new Map<string, string[]>();
    for (const { feature, support } of http.fits) {
      if (support.type !== 'via') continue;
      const how = `by ${support.by}: ${support.caveat}`;
      helped.set(how, [...(helped.get(how) ?? []), FEATURES[feature].name]);
    }
    return {
      because: `only ${decisive.question.id} asks for a REST API, and for that it costs ${difference} a month more than an HTTP API`,
      today: cost,
      instead: costOf(http.estimate),
      change: 'an HTTP API without that feature, or with it from elsewhere at its own price',
      becomes: builtAs(http),
      blockers: [
        `${decisive.question.id}: ${decisive.question.because}`,
        ...[...helped].map(([how, names]) => `${names.join(', ')} ${how}`),
      ],
    };
  },
});

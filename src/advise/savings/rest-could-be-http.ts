import { formatMoney } from '../../money/format.ts';
import { builtAs, costToday, ifUsable, inAnyCase, isPlain, plain } from './instead.ts';
import { defineSaving } from './saving.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

export const restCouldBeHttp = defineSaving({
  id: 'rest-could-be-http',
  name: 'An HTTP API instead',
  title: 'A REST API that an HTTP API could replace',
  effort: 'migration',
  risk: 'authorizers, error bodies, logs and metrics differ in form; move one route after another under the same domain',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html'],
  weigh(situation) {
    const { today, decision } = situation;
    if (today.candidate.frontDoor !== 'rest' || !isPlain(today.candidate.composition) || decision.otherwise !== 'http') return null;
    const http = ifUsable(plain(situation, 'http'));
    const cost = costToday(situation);
    if (!http || !cost || costOf(http.estimate).gte(cost)) return null;
    const open = decision.open.filter(({ yes }) => yes.includes('rest')).map(({ question }) => question.id);
    const saving = cost.minus(costOf(http.estimate));
    return {
      because: `nothing stated needs a REST API, and an HTTP API costs ${formatMoney(saving)} a month less${inAnyCase(situation, saving)}`,
      today: cost,
      instead: costOf(http.estimate),
      change: 'an HTTP API',
      becomes: builtAs(http),
      blockers: open.length === 0 ? [] : [`still open: ${open.join(', ')}`],
    };
  },
});

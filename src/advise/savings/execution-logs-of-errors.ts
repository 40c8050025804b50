import { formatMoney } from '../../money/format.ts';
import type { Workload } from '../../workload/schema.ts';
import { roundedShareInWords } from '../../workload/in-words.ts';
import { costIf, costToday, stating } from './instead.ts';
import { defineSaving } from './saving.ts';

/** Execution logs of every request against those of failed ones, where the workload says how many fail. */
export const executionLogsOfErrors = defineSaving({
  id: 'execution-logs-of-errors',
  name: 'Execution logs of errors only',
  title: 'Execution logs of every request, not only of errors',
  effort: 'setting',
  risk: 'a request that went well leaves its line in the access log only',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  weigh(situation) {
    const { workload } = situation;
    const logs = workload.observability?.executionLogs;
    // What errors alone would write follows from their share; without it there is no second estimate.
    if (logs?.level !== 'info' || logs.errors === undefined) return null;
    const cost = costToday(situation);
    const ofErrors = costIf(situation, ofErrorsOnly(workload));
    if (!cost || !ofErrors || ofErrors.gte(cost)) return null;
    return {
      because: `${roundedShareInWords(logs.errors)} of the requests fail, and lines about the others cost ${formatMoney(cost.minus(ofErrors))} a month`,
      today: cost,
      instead: ofErrors,
      change: 'the same with execution logs at level ERROR',
      becomes: stating(ofErrorsOnly),
      blockers: [],
    };
  },
});

function ofErrorsOnly(workload: Workload): Workload {
  const { observability } = workload;
  const logs = observability?.executionLogs;
  return logs ? { ...workload, observability: { ...observability, executionLogs: { ...logs, level: 'error' } } } : workload;
}

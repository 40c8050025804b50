import { formatMoney } from '../../money/format.ts';
import { costIf, costToday, stating } from './instead.ts';
import type { Workload } from '../../workload/schema.ts';
import { defineSaving } from './saving.ts';

export const lambdaOnArm = defineSaving({
  id: 'lambda-on-arm',
  name: 'Lambda on arm64',
  title: 'The Lambda function runs on x86',
  effort: 'code',
  risk: 'compiled dependencies must exist for arm64, and the duration there must be measured: the same duration is assumed here',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html'],
  weigh(situation) {
    const { workload } = situation;
    const lambda = workload.backend?.lambda;
    if (!lambda || lambda.architecture === 'arm64') return null;
    const cost = costToday(situation);
    const onArm = costIf(situation, onArm64(workload));
    if (!cost || !onArm || onArm.gte(cost)) return null;
    return {
      because: `the same duration on arm64 costs ${formatMoney(cost.minus(onArm))} a month less`,
      today: cost,
      instead: onArm,
      change: 'the same with the function on arm64',
      becomes: stating(onArm64),
      blockers: lambda.architecture === undefined ? ['backend.lambda.architecture is not stated; x86 is assumed'] : [],
    };
  },
});

function onArm64(workload: Workload): Workload {
  const lambda = workload.backend?.lambda;
  return lambda ? { ...workload, backend: { ...workload.backend, lambda: { ...lambda, architecture: 'arm64' } } } : workload;
}

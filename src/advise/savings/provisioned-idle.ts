import { formatMoney, formatQuantity } from '../../money/format.ts';
import type { LambdaFunction, Workload } from '../../workload/schema.ts';
import { costIf, costToday, stating } from './instead.ts';
import { defineSaving } from './saving.ts';

/** Provisioned concurrency is billed while it is kept: only what is busy enough costs less than on demand. */
export const provisionedIdle = defineSaving({
  id: 'provisioned-idle',
  name: 'Less provisioned concurrency',
  title: 'Provisioned concurrency is mostly idle',
  effort: 'setting',
  risk: 'more requests wait for a cold start; keep as many as the quietest hours need, or keep them for fewer hours',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html', 'https://aws.amazon.com/lambda/pricing/'],
  weigh(situation) {
    const cost = costToday(situation);
    const kept = keptWarm(situation.workload);
    if (!cost || !kept) return null;
    const onDemand = costIf(situation, kept.without(situation.workload));
    if (!onDemand || onDemand.gte(cost)) return null;
    return {
      because: `the ${formatQuantity(kept.provisioned.concurrency)} environments that are kept warm for ${kept.of} cost ${formatMoney(cost.minus(onDemand))} a month more than the same work on demand`,
      today: cost,
      instead: onDemand,
      change: `the same with ${kept.of} on demand`,
      becomes: stating(kept.without),
      blockers: [],
    };
  },
});

interface Kept {
  readonly of: string;
  readonly provisioned: NonNullable<LambdaFunction['provisioned']>;
  /** The workload without it. */
  readonly without: (workload: Workload) => Workload;
}

/** What is kept warm: of the backend, else of the authorizer. */
function keptWarm(workload: Workload): Kept | null {
  const { backend, auth } = workload;
  if (backend?.lambda?.provisioned) {
    const { provisioned } = backend.lambda;
    return { of: 'the function', provisioned, without: functionOnDemand };
  }
  if (auth?.lambdaAuthorizer?.provisioned) {
    const { provisioned } = auth.lambdaAuthorizer;
    return { of: 'the authorizer', provisioned, without: authorizerOnDemand };
  }
  return null;
}

function functionOnDemand(workload: Workload): Workload {
  if (!workload.backend?.lambda) return workload;
  const { provisioned: _, ...lambda } = workload.backend.lambda;
  return { ...workload, backend: { ...workload.backend, lambda } };
}

function authorizerOnDemand(workload: Workload): Workload {
  if (!workload.auth?.lambdaAuthorizer) return workload;
  const { provisioned: _, ...lambdaAuthorizer } = workload.auth.lambdaAuthorizer;
  return { ...workload, auth: { ...workload.auth, lambdaAuthorizer } };
}

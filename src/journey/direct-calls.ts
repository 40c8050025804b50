import type { NotPriced } from '../hops/hop.ts';
import { FEATURES, type FeatureId } from '../workload/features.ts';
import { requirementsOf } from '../workload/requirements.ts';
import type { Workload } from '../workload/schema.ts';

/** Calls of AWS services whose cost follows from `backend.service`. */
const PRICED: Readonly<Record<NonNullable<NonNullable<Workload['backend']>['service']>['name'], readonly FeatureId[]>> = {
  sqs: ['int-aws-sqs-send'],
  eventbridge: ['int-aws-eventbridge-put'],
  'step-functions-standard': ['int-aws-sfn-start'],
  'step-functions-express': ['int-aws-sfn-start', 'int-aws-sfn-start-sync'],
  kinesis: ['int-aws-kinesis-put-record'],
  firehose: ['int-aws-firehose'],
  sns: ['int-aws-sns-publish'],
  dynamodb: ['int-aws-dynamodb'],
  s3: ['int-aws-s3-get-put'],
  appconfig: ['int-aws-appconfig-get'],
};

const WORKFLOWS: readonly FeatureId[] = ['int-aws-sfn-start', 'int-aws-sfn-start-sync'];

/** Calls of AWS services that the API is to make by itself and whose cost is in no total. */
export function unpricedCalls(workload: Workload): { readonly workflows: readonly FeatureId[]; readonly others: readonly FeatureId[] } {
  const service = workload.backend?.service;
  const priced = service ? PRICED[service.name] : [];
  const calls = requirementsOf(workload)
    .all.map(({ feature }) => feature)
    .filter((feature) => feature.startsWith('int-aws-') && !priced.includes(feature));
  return { workflows: calls.filter((one) => WORKFLOWS.includes(one)), others: calls.filter((one) => !WORKFLOWS.includes(one)) };
}

/** The same as lines of what is not priced. */
export function directCalls(workload: Workload): readonly NotPriced[] {
  const { workflows, others } = unpricedCalls(workload);
  const because = (calls: readonly FeatureId[], what: string) =>
    `${calls.map((one) => `needs.${one}`).join(', ')} ${calls.length === 1 ? 'asks' : 'ask'} for ${calls.length === 1 ? 'it' : 'them'}, and backend.service does not state ${what}`;
  return [
    ...(workflows.length === 0 ? [] : [notPriced('the workflows of Step Functions', because(workflows, 'their transitions or duration'))]),
    ...(others.length === 0
      ? []
      : [notPriced(`calls of AWS services (${others.map((one) => FEATURES[one].name).join(', ')})`, because(others, 'how many'))]),
  ];
}

function notPriced(what: string, because: string): NotPriced {
  return { type: 'not-priced', what, because, field: 'backend.service' };
}

import { find, findEntries, HOLE, patternOf, textOf } from '../lookup.ts';
import type { FeatureId } from '../../../workload/features.ts';
import type { Integration } from '../apis/api.ts';
import type { Place, Value } from '../value.ts';

/** An action of a service of AWS that an integration calls. */
export interface Called {
  /** As the URI names it, such as `sqs` or `states`. */
  readonly service: string;
  /** Such as `SendMessage`; null where it is not known. */
  readonly action: string | null;
  /** Where the URI names it. */
  readonly at: Place;
}

/** What calling an action needs, and whether an HTTP API has an integration for it. */
export interface Need {
  readonly id: FeatureId;
  readonly isFirstClass: boolean;
  /** As `backend.service.name` takes it; null where it has no word for it. */
  readonly backend: string | null;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html */
const FIRST_CLASS: Readonly<Record<string, FeatureId>> = {
  'sqs SendMessage': 'int-aws-sqs-send',
  'sqs ReceiveMessage': 'int-aws-sqs-receive-delete-purge',
  'sqs DeleteMessage': 'int-aws-sqs-receive-delete-purge',
  'sqs PurgeQueue': 'int-aws-sqs-receive-delete-purge',
  'events PutEvents': 'int-aws-eventbridge-put',
  'kinesis PutRecord': 'int-aws-kinesis-put-record',
  'states StartExecution': 'int-aws-sfn-start',
  'states StartSyncExecution': 'int-aws-sfn-start-sync',
  'states StopExecution': 'int-aws-sfn-stop',
  'appconfig GetConfiguration': 'int-aws-appconfig-get',
};

/** Actions that only REST APIs call, with a word of their own; a service alone stands for all its actions. */
const REST_ONLY: Readonly<Record<string, FeatureId>> = {
  'sqs SendMessageBatch': 'int-aws-sqs-send-batch',
  'kinesis PutRecords': 'int-aws-kinesis-put-records',
  'sns Publish': 'int-aws-sns-publish',
  dynamodb: 'int-aws-dynamodb',
  s3: 'int-aws-s3-get-put',
  firehose: 'int-aws-firehose',
};

const BACKENDS: Readonly<Record<string, string>> = {
  sqs: 'sqs',
  events: 'eventbridge',
  kinesis: 'kinesis',
  appconfig: 'appconfig',
  dynamodb: 'dynamodb',
  sns: 'sns',
  s3: 's3',
  firehose: 'firehose',
};

/** Services of which HTTP APIs call some actions and not others. */
export function isPartlyCalled(service: string): boolean {
  return Object.keys(FIRST_CLASS).some((name) => name.startsWith(`${service} `));
}

export function needOf({ service, action }: Called): Need {
  const name = `${service} ${action ?? ''}`;
  const first = FIRST_CLASS[name];
  const backend = service === 'states' ? (action === 'StartSyncExecution' ? 'step-functions-express' : null) : (BACKENDS[service] ?? null);
  return { id: first ?? REST_ONLY[name] ?? REST_ONLY[service] ?? 'int-aws-any', isFirstClass: first !== undefined, backend };
}

/** URIs are `arn:aws:apigateway:REGION:[host.]service:path|action/…`: https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
const URI = new RegExp(`:apigateway:[^:]*:(?:[\\w${HOLE}-]+\\.)*([\\w-]+):(path|action)/?(.*)$`, 's');

/** What an integration of type AWS calls; null where its URI does not say. */
export function calledBy({ properties }: Integration): Called | null {
  for (const found of find(properties, 'Uri')) {
    // In plain text of a definition ${AWS::Region} is a variable of the import, and ${stageVariables.x} one of the stage.
    const [whole, service, form, rest = ''] = URI.exec(patternOf(found.value).replaceAll(/\$\{[^}]*\}/g, HOLE)) ?? [];
    if (whole === undefined || service === undefined) continue;
    const at = partAt(found.value, new RegExp(`(?:^|[:.])${service}:(?:path|action)`)) ?? found.at;
    const named = form === 'action' ? /^[\w]+/.exec(rest)?.[0] : undefined;
    return { service: service.toLowerCase(), action: named ?? actionIn(service.toLowerCase(), rest, properties), at };
  }
  return null;
}

/** The part of a text in which something stands, where its parts have places. */
function partAt(value: Value, sign: RegExp): Place | null {
  if (value.kind !== 'composed') return null;
  const part = value.parts.find((one) => typeof one !== 'string' && one.kind === 'text' && sign.test(one.text));
  return part === undefined || typeof part === 'string' ? null : part.at;
}

/** Of a path, the action stands in a parameter, in a header, or in the body that a template makes. */
function actionIn(service: string, path: string, properties: Value): string | null {
  if (service === 'lambda') return 'Invoke';
  if (service === 's3') return 'Object';
  if (service === 'appconfig' && /applications\/.*configurations\//.test(path)) return 'GetConfiguration';
  const parameters = findEntries(properties, 'RequestParameters');
  const stated = parameters.find(({ name }) => /\.querystring\.Action$|\.header\.X-Amz-Target$/i.test(name));
  const fixed = /^'?(?:\w+\.)?(\w+)'?$/.exec(textOf(stated?.value) ?? '')?.[1];
  if (fixed !== undefined && !/^method\b/.test(textOf(stated?.value) ?? '')) return fixed;
  const bodies = findEntries(properties, 'RequestTemplates').map(({ value }) => patternOf(value));
  for (const body of bodies) {
    const found = /(?:^|[&?"'\s])Action=(\w+)/.exec(body)?.[1] ?? /X-Amz-Target\s*=\s*["'](?:\w+\.)?(\w+)["']/i.exec(body)?.[1];
    if (found !== undefined) return found;
  }
  return /^\??Action=(\w+)/.exec(path.split('?')[1] ?? '')?.[1] ?? null;
}

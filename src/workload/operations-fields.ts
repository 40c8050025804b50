import * as v from 'valibot';
import { choice, flag, section, text } from './field.ts';

/** How the API is run and changed. */
export const operations = section('How the API is run and changed.', () => ({
  production: v.optional(flag('Whether it is the API that customers use. Rules about production do not apply when it is no.')),
  accountSharedWithTests: v.optional(flag('Whether tests run in the same AWS account and Region.')),
  autoDeploy: v.optional(flag('Whether every change of the API goes live at once, without a deployment.')),
  stageVariables: v.optional(
    choice('What stage variables hold: settings, or the name or address of the backend.', ['settings', 'backend']),
  ),
  incidentSteps: v.optional(
    choice('What is done in an incident: nothing that changes the API (DNS, flags, data), or changes of the API itself.', [
      'data-plane',
      'control-plane',
    ]),
  ),
  alarms: v.optional(
    v.pipe(
      v.array(
        section('One alarm.', () => ({
          metric: text('The metric it watches, as its name is written in CloudWatch.', 'IntegrationLatency'),
        })),
      ),
      v.description('CloudWatch alarms on metrics of API Gateway (namespace AWS/ApiGateway).'),
    ),
  ),
  quotaAlarm: v.optional(flag('Whether an alarm watches how much of the account’s request rate is used.')),
  pingPath: v.optional(flag('Whether a resource at the root is called /ping or /sping.')),
}));

/** CORS, for browsers. */
export const cors = section('What browsers may do with calls from other sites (CORS).', () => ({
  origins: v.optional(choice('Which sites may call: those on a list, or any (*).', ['listed', 'any'])),
  credentials: v.optional(flag('Whether browsers may send cookies or HTTP authentication.')),
  headersFrom: v.optional(
    choice('What adds the CORS headers to answers: the front door, the backend, or both.', ['front-door', 'backend', 'both']),
  ),
}));

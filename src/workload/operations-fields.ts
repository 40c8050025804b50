import * as v from 'valibot';
import { choice, flag, section, text, whole } from './field.ts';
import { DESIGN } from './traits.ts';

/** How the API is run and changed. */
export const operations = section('How the API is run and changed.', () => ({
  production: v.optional(flag('Whether it is the API that customers use. Rules about production do not apply when it is no.')),
  accountSharedWithTests: v.optional(flag('Whether tests run in the same AWS account and Region.')),
  apis: v.optional(
    whole(
      'REST APIs of the same endpoint type (Regional, edge-optimized or private) that the account has in the Region, this one included.',
      '40',
      1,
      1e6,
      DESIGN,
    ),
  ),
  stages: v.optional(whole('Stages of the API.', '3', 1, 100000, DESIGN)),
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

/** Custom domain names, by their number. */
export const domains = section('Custom domain names of API Gateway, for their quotas.', () => ({
  public: v.optional(whole('Public domain names that the account has in the Region.', '4', 0, 1e6, DESIGN)),
  private: v.optional(whole('Private domain names that the account has in the Region.', '2', 0, 1e6, DESIGN)),
  multiLevelMappings: v.optional(
    whole('API mappings of one domain name whose path has several levels, such as orders/v2.', '30', 0, 1e6, DESIGN),
  ),
  routingRules: v.optional(whole('Routing rules of one domain name.', '12', 0, 1e6, DESIGN)),
}));

/** CORS, for browsers. */
export const cors = section('What browsers may do with calls from other sites (CORS).', () => ({
  origins: v.optional(choice('Which sites may call: those on a list, or any (*).', ['listed', 'any'])),
  credentials: v.optional(flag('Whether browsers may send cookies or HTTP authentication.')),
  headersFrom: v.optional(
    choice('What adds the CORS headers to answers: the front door, the backend, or both.', ['front-door', 'backend', 'both']),
  ),
}));

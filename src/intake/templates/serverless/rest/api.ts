import { compose, section, text } from '../../build-value.ts';
import { renamed, upper } from '../../each-branch.ts';
import { linksIn, textOf } from '../../lookup.ts';
import type { Entry, Place, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import { acts } from '../plugins/plugins.ts';
import type { StageSettings } from '../plugins/stage-settings.ts';
import { inside, linkTo, make, type Service } from '../service.ts';
import { derivePlans, settingOf } from './plans.ts';
import { deriveStage } from './stage.ts';

const sharedApi = (service: Service) => service.entry('provider', 'apiGateway', 'restApiId');

/** The API that methods of the service are in: its own, or one that it shares. */
export function apiIdOf(service: Service, at: Place): Value | Entry {
  const shared = sharedApi(service);
  if (shared === null) return linkTo(service, NAMES.restApi, at);
  return { key: shared.key, value: shared.value };
}

/** The REST API, its stage and its usage plans, once anything of the service is in it. */
export function deriveApi(service: Service, at: Place, more: StageSettings): void {
  const shared = sharedApi(service);
  if (shared !== null) {
    if (linksIn(shared.value).length > 0) return;
    service.gaps.push({
      at: shared.key,
      what: 'the REST API of the service is elsewhere',
      because: 'provider.apiGateway.restApiId names it',
      give: 'the template that makes it',
      concerns: null,
    });
    return;
  }
  const { key, value: stage } = service.stage;
  const name = textOf(service.entry('service', 'name')?.value) === null ? service.entry('service') : service.entry('service', 'name');
  const type = service.entry('provider', 'endpointType');
  const endpoints = service.entry('provider', 'vpcEndpointIds');
  const binary = acts(service, 'binary') ? service.entry('custom', 'apigwBinary', 'types') : null;
  const settings = service.entry('provider', 'apiGateway')?.value;
  const stated = settings?.kind === 'section' ? settings : section(at, {});
  make(service, {
    name: NAMES.restApi,
    type: 'AWS::ApiGateway::RestApi',
    at,
    properties: {
      Name: service.entry('provider', 'apiName') ?? (name === null ? null : { key, value: compose([stage, '-', name.value], at) }),
      EndpointConfiguration:
        type === null
          ? null
          : {
              key: type.key,
              value: section(type.key, {
                Types: { key: type.key, value: { kind: 'list', at: type.value.at, items: [upper(type.value)] } },
                VpcEndpointIds: endpoints,
              }),
            },
      ...Object.fromEntries(
        renamed(stated, {
          binaryMediaTypes: 'BinaryMediaTypes',
          minimumCompressionSize: 'MinimumCompressionSize',
          disableDefaultEndpoint: 'DisableExecuteApiEndpoint',
          apiKeySourceType: ['ApiKeySourceType', upper],
          description: 'Description',
        }),
      ),
      ...ofEndpoint(inside(stated, 'endpoint')?.value ?? null),
      ...(binary === null ? {} : { BinaryMediaTypes: binary }),
      Policy: policyOf(settingOf(service, stated, 'resourcePolicy')),
    },
  });
  deriveStage(service, stated, more, at);
  derivePlans(service, stated, at);
}

const ofEndpoint = (endpoint: Value | null) =>
  endpoint?.kind === 'section'
    ? Object.fromEntries(
        renamed(endpoint, {
          disable: 'DisableExecuteApiEndpoint',
          securityPolicy: 'SecurityPolicy',
          accessMode: ['EndpointAccessMode', upper],
        }),
      )
    : {};

function policyOf(statements: Entry | null): Entry | null {
  if (statements === null || (statements.value.kind === 'list' && statements.value.items.length === 0)) return null;
  const { key, value } = statements;
  return {
    key,
    value: section(key, { Version: text('2012-10-17', key), Statement: statements.value.kind === 'unknown' ? value : statements }),
  };
}

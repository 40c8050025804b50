import { section } from '../../build-value.ts';
import { entryAt } from '../../each-branch.ts';
import { truthOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import type { StageSettings } from '../plugins/stage-settings.ts';
import { inside, linkTo, make, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';

/** The stage of the REST API, with the logs, traces and metrics that the provider states. */
export function deriveStage(service: Service, stated: Section, more: StageSettings, at: Place): void {
  const tracing = service.entry('provider', 'tracing', 'apiGateway');
  const metrics = stated.entries.get('metrics');
  const logs = service.entry('provider', 'logs', 'restApi');
  const isLogged = logs !== null && truthOf(logs.value) !== false;
  const part = (name: string) => (logs === null ? null : inside(logs.value, name));
  const isOn = (name: string) => isLogged && truthOf(part(name)?.value) !== false;
  const where = logs?.key ?? at;
  const methods: Record<string, Value | Entry> = {};
  if (isLogged) {
    methods['LoggingLevel'] = isOn('executionLogging')
      ? (part('level') ?? byFramework('INFO', where))
      : entryAt(part('executionLogging') ?? { key: where }, 'OFF');
    methods['DataTraceEnabled'] = part('fullExecutionData') ?? byFramework('true', where);
  }
  if (metrics !== undefined) methods['MetricsEnabled'] = metrics;
  const all = [
    ...(Object.keys(methods).length === 0
      ? []
      : [section(where, { HttpMethod: byFramework('*', where), ResourcePath: byFramework('/*', where), ...methods })]),
    ...more.methods,
  ];
  make(service, {
    name: NAMES.restStage,
    type: 'AWS::ApiGateway::Stage',
    at,
    properties: {
      RestApiId: linkTo(service, NAMES.restApi, at),
      StageName: stated.entries.get('stage') ?? service.stage,
      TracingEnabled: tracing,
      AccessLogSetting: isOn('accessLogging')
        ? section(where, {
            DestinationArn: linkTo(service, NAMES.restLogs, where, 'Arn'),
            Format: part('format') ?? byFramework(ACCESS_LOG, where),
          })
        : null,
      MethodSettings: all.length === 0 ? null : { kind: 'list', at: where, items: all },
      ...more.properties,
    },
  });
  if (isOn('accessLogging')) deriveLogs(service, NAMES.restLogs, where);
}

const ACCESS_LOG = [
  'requestId: $context.requestId',
  'ip: $context.identity.sourceIp',
  'caller: $context.identity.caller',
  'user: $context.identity.user',
  'requestTime: $context.requestTime',
  'httpMethod: $context.httpMethod',
  'resourcePath: $context.resourcePath',
  'status: $context.status',
  'protocol: $context.protocol',
  'responseLength: $context.responseLength',
].join(', ');

export function deriveLogs(service: Service, name: string, at: Place): void {
  make(service, {
    name,
    type: 'AWS::Logs::LogGroup',
    at,
    properties: { RetentionInDays: service.entry('provider', 'logRetentionInDays') },
  });
}

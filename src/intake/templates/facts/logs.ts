import type { Api, Stage } from '../apis/api.ts';
import { find, numberOf, patternOf, textOf, truthOf, type Found } from '../lookup.ts';
import type { Resource } from '../template.ts';
import { fact, gap, item, need, together, type Look, type Seen } from './seen.ts';
import { settingsOf } from './stage-settings.ts';

/** Logs of the stage: of each request, and of what the gateway does with it. */
export const logs: Look = (api) => {
  const { stage } = api;
  return stage === null ? {} : together([executions(api, stage), access(api, stage)]);
};

function executions(api: Api, stage: Stage): Seen {
  const levels = [
    ...settingsOf(stage, 'LoggingLevel', api.routes),
    ...find(stage.properties, 'DefaultRouteSettings', 'LoggingLevel').map((one) => ({ ...one, resource: stage.resource })),
  ];
  const unknown = levels.flatMap(({ value, at }) =>
    value.kind === 'unknown' ? [gap(api, 'the level of the execution logs', value, at)] : [],
  );
  const written = levels.filter(({ value }) => ['INFO', 'ERROR'].includes(textOf(value)?.toUpperCase() ?? ''));
  const traced = settingsOf(stage, 'DataTraceEnabled', api.routes).filter(({ value }) => truthOf(value) === true);
  return {
    gaps: unknown,
    facts: [
      ...written.flatMap((one) => [
        need('execution-logs', one, one.resource),
        fact('observability.executionLogs.level', textOf(one.value)?.toLowerCase() ?? '', one, one.resource),
      ]),
      ...(written.length > 0 ? traced.map((one) => fact('observability.executionLogs.dataTrace', 'yes', one, one.resource)) : []),
    ],
    items: written.slice(0, 1).map((one) => item('execution-logs', one, one.resource, 'the stage writes execution logs')),
  };
}

function access({ world }: Api, { properties, resource }: Stage): Seen {
  const stated = [...find(properties, 'AccessLogSetting'), ...find(properties, 'AccessLogSettings')];
  return together(
    stated.flatMap((setting) =>
      find(setting.value, 'DestinationArn').map((destination): Seen => {
        const targets = world.targets(destination.value);
        const isFirehose =
          /:deliverystream\//.test(patternOf(destination.value)) ||
          targets.some(({ type }) => type === 'AWS::KinesisFirehose::DeliveryStream');
        const groups = targets.filter(({ type }) => type === 'AWS::Logs::LogGroup');
        return {
          facts: [
            need(isFirehose ? 'access-logs-firehose' : 'access-logs-cw', setting, resource),
            ...find(setting.value, 'Format').flatMap((found) => format(found, resource)),
            ...groups.flatMap((group) => find(group.properties, 'RetentionInDays').flatMap((one) => days(one, group))),
          ],
          items: isFirehose ? [item('access-logs-to-firehose', setting, resource, 'access logs go to Firehose')] : [],
        };
      }),
    ),
  );
}

function days(found: Found, group: Resource) {
  const count = numberOf(found.value);
  return count === null || count <= 0 ? [] : [fact('observability.accessLogs.retention', `${count} days`, found, group)];
}

/** The form of a line, and the names of what it holds. */
function format(found: Found, resource: Resource) {
  const text = patternOf(found.value).trim();
  const names = [...new Set([...text.matchAll(/\$context\.([\w.]+)/g)].map((match) => match[1] ?? ''))];
  if (names.length === 0) return [];
  const form = text.startsWith('{')
    ? 'json'
    : text.startsWith('<')
      ? 'xml'
      : /\[\$context\.requestTime\]/.test(text)
        ? 'clf'
        : text.includes(',')
          ? 'csv'
          : 'text';
  return [
    fact('observability.accessLogs.format', form, found, resource),
    ...names.map((name) => fact('observability.accessLogs.holds[]', name, found, resource)),
  ];
}

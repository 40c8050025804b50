import { section } from '../../build-value.ts';
import { findEntries } from '../../lookup.ts';
import type { Entry, Value } from '../../value.ts';
import { eachSection } from './events.ts';

const PREFIXES = { Headers: 'header', Paths: 'path', QueryStrings: 'querystring' } as const;

/** `GatewayResponses` of SAM as API Gateway's extension of OpenAPI has them. */
export function gatewayResponses(responses: Value): Value {
  return eachSection(responses, (all) => ({
    ...all,
    entries: new Map([...all.entries].map(([name, { key, value }]) => [name, { key, value: eachSection(value, response) }])),
  }));
}

function response(one: Extract<Value, { readonly kind: 'section' }>): Value {
  const parameters = one.entries.get('ResponseParameters');
  const prefixed = Object.entries(PREFIXES).flatMap(([name, prefix]) =>
    findEntries(parameters?.value ?? null, name).map((entry): readonly [string, Entry] => [
      `gatewayresponse.${prefix}.${entry.name}`,
      { key: entry.at, value: entry.value },
    ]),
  );
  return section(one.at, {
    statusCode: one.entries.get('StatusCode'),
    responseTemplates: one.entries.get('ResponseTemplates'),
    responseParameters:
      parameters === undefined
        ? null
        : { key: parameters.key, value: { kind: 'section', at: parameters.value.at, entries: new Map(prefixed) } },
  });
}

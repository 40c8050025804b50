import { compose, section, text } from '../../build-value.ts';
import { findItems, textOf, truthOf } from '../../lookup.ts';
import type { Entry, Section, Value } from '../../value.ts';
import { NAMES } from '../names.ts';
import { inside, make, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';
import { apiIdOf } from './api.ts';
import type { Origin } from './endpoint.ts';

const HEADERS = 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent,X-Amzn-Trace-Id';

/** With `cors`, the framework adds a method OPTIONS that answers without a backend. */
export function deriveCors(service: Service, { name, part, found }: Origin, stated: Section, path: Entry): void {
  const cors = stated.entries.get('cors');
  if (cors === undefined || truthOf(cors.value) === false) return;
  const { key } = cors;
  const [methods, headers] = [joined(cors.value, 'methods'), joined(cors.value, 'headers')];
  const origins = findItems(cors.value, 'origins');
  const where = textOf(path.value);
  const quoted = (name: string): Entry | null => {
    const entry = inside(cors.value, name);
    return entry === null ? null : { key: entry.key, value: compose(["'", entry.value, "'"], entry.value.at) };
  };
  make(service, {
    name: where === null ? `${NAMES.function(name)}/${part}.cors` : NAMES.method('options', where),
    id: name,
    part: `${part}.cors`,
    type: 'AWS::ApiGateway::Method',
    at: key,
    conditions: found.conditions,
    properties: {
      RestApiId: apiIdOf(service, key),
      HttpMethod: text('OPTIONS', key),
      Path: path,
      AuthorizationType: text('NONE', key),
      Integration: section(key, {
        Type: text('MOCK', key),
        RequestTemplates: section(key, { 'application/json': byFramework('{statusCode:200}', key) }),
        IntegrationResponses: {
          kind: 'list',
          at: key,
          items: [
            section(key, {
              StatusCode: text('200', key),
              ResponseParameters: section(key, {
                'method.response.header.Access-Control-Allow-Origin': allowedBy(cors),
                'method.response.header.Access-Control-Allow-Headers': headers ?? byFramework(`'${HEADERS}'`, key),
                'method.response.header.Access-Control-Allow-Methods': methods,
                'method.response.header.Access-Control-Allow-Credentials':
                  truthOf(inside(cors.value, 'allowCredentials')?.value) === true ? quoted('allowCredentials') : null,
                'method.response.header.Access-Control-Max-Age': quoted('maxAge'),
                'method.response.header.Cache-Control': quoted('cacheControl'),
              }),
              ResponseTemplates:
                origins.length < 2
                  ? null
                  : section(key, {
                      'application/json': chosenOf(
                        origins.map((one) => one.value),
                        key,
                      ),
                    }),
            }),
          ],
        },
      }),
    },
  });
}

/** Of several origins, a template answers with the one that asks. */
function chosenOf(origins: readonly Value[], at: Entry['key']): Value {
  const among = origins.flatMap((one) => ['"', one, '" ']);
  return compose(
    [
      '#if($input.params("Origin") is one of ',
      ...among,
      ') #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin) #end',
    ],
    at,
  );
}

/** The origin that is allowed, in quotes as a parameter has it: every one, unless one is stated. */
export function allowedBy({ key, value }: Entry): Entry {
  if (value.kind === 'unknown') return { key, value };
  const stated = inside(value, 'origins') ?? inside(value, 'origin');
  if (stated === null) return byFramework("'*'", key);
  const [first] = findItems(stated.value);
  return { key: stated.key, value: compose(["'", first?.value ?? stated.value, "'"], stated.value.at) };
}

function joined(value: Value, name: string): Entry | null {
  const entry = inside(value, name);
  if (entry === null) return null;
  const items = findItems(entry.value).map((one) => one.value);
  return {
    key: entry.key,
    value: compose(["'", ...items.flatMap((one, index) => (index === 0 ? [one] : [',', one])), "'"], entry.value.at),
  };
}

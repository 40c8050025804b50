import { compose, section, text, unknown } from '../../build-value.ts';
import { find, findEntries, findItems } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { accessOf } from '../rest/authorizer.ts';
import { endpointOf, makeMethod, type Origin } from '../rest/endpoint.ts';
import { inside, linkTo, make, type Service } from '../service.ts';

/** https://github.com/serverless-operations/serverless-step-functions */
export const STEP_FUNCTIONS = 'serverless-step-functions';

/** An `http` event of a state machine. */
export interface Start extends Origin {
  readonly machine: Value;
}

/** Derives every state machine, and gives its `http` events. */
export function startsOf(service: Service): readonly Start[] {
  return findEntries(service.entry('stepFunctions', 'stateMachines')?.value ?? null).flatMap((machine) => {
    const name = `${machine.name.charAt(0).toUpperCase()}${machine.name.slice(1)}StepFunctionsStateMachine`;
    make(service, {
      name,
      id: machine.name,
      type: 'AWS::StepFunctions::StateMachine',
      at: machine.at,
      conditions: machine.conditions,
      properties: { StateMachineType: inside(machine.value, 'type') },
    });
    return findItems(machine.value, 'events').flatMap((event, index) =>
      find(event.value, 'http').map(({ value, at, conditions }): Start => ({
        name: machine.name,
        part: `events.${index}`,
        found: { value, at, conditions: [...machine.conditions, ...event.conditions, ...conditions] },
        machine: linkTo(service, name, at),
      })),
    );
  });
}

export function deriveStart(service: Service, start: Start): void {
  const endpoint = endpointOf(service, start);
  if (endpoint === null) return;
  const { at } = start.found;
  const { stated } = endpoint;
  const action = stated.entries.get('action');
  const later = (what: string) => unknown(at, `${what} is known when it is deployed`);
  makeMethod(service, start, endpoint, {
    ...accessOf(service, stated, at),
    Integration: section(at, {
      Type: text('AWS', at),
      IntegrationHttpMethod: text('POST', at),
      Uri: compose(
        ['arn:', later('the partition'), ':apigateway:', later('the Region'), ':states:action/', action?.value ?? 'StartExecution'],
        at,
      ),
      Credentials: stated.entries.get('iamRole') ?? null,
      PassthroughBehavior: byPlugin(action === undefined ? 'NEVER' : 'WHEN_NO_TEMPLATES', at),
      RequestTemplates: templatesOf(stated, start.machine, at),
      IntegrationResponses: answersOf(stated, at),
      TimeoutInMillis: stated.entries.get('timeoutInMillis'),
    }),
  });
}

const byPlugin = (content: string, at: Place): Value => ({ ...text(content, at), said: { ...at, by: STEP_FUNCTIONS } });

/** The plugin starts an execution with the body as input; with an action of its own choice it writes no template. */
function templatesOf(stated: Section, machine: Value, at: Place): Entry | null {
  const own = inside(stated, 'request', 'template');
  if (own === null && stated.entries.has('action')) return null;
  const usual: Value = {
    ...compose(['{"input":"$util.escapeJavaScript($input.body)","name":"$context.requestId","stateMachineArn":"', machine, '"}'], at),
    said: { ...at, by: STEP_FUNCTIONS },
  };
  const entries = new Map<string, Entry>(
    ['application/json', 'application/x-www-form-urlencoded'].map((name) => [name, { key: own?.key ?? at, value: usual }]),
  );
  for (const [name, entry] of own?.value.kind === 'section' ? own.value.entries : []) entries.set(name, entry);
  return { key: own?.key ?? at, value: { kind: 'section', at, entries } };
}

function answersOf(stated: Section, at: Place): Value {
  const templates = inside(stated, 'response', 'template');
  const headers = find(stated, 'response', 'headers').flatMap(({ value }) => (value.kind === 'section' ? [...value.entries] : []));
  const usual = [
    section(at, {
      StatusCode: text('200', at),
      ResponseTemplates: templates,
      ResponseParameters:
        headers.length === 0
          ? null
          : section(at, Object.fromEntries(headers.map(([name, entry]) => [`method.response.header.${name}`, entry]))),
    }),
    section(at, { StatusCode: text('400', at), SelectionPattern: byPlugin('400', at) }),
  ];
  const written = find(stated, 'responses').flatMap(({ value }) => (value.kind === 'section' ? [...value.entries] : []));
  const items = written.map(([code, { key, value }]) =>
    section(key, {
      StatusCode: inside(value, 'statusCode') ?? text(code, key),
      SelectionPattern: inside(value, 'selectionPattern') ?? text(code, key),
      ResponseTemplates: inside(value, 'responseTemplates'),
      ResponseParameters: inside(value, 'responseParameters'),
    }),
  );
  return { kind: 'list', at, items: items.length === 0 ? usual : items };
}

import { text } from '../build-value.ts';
import { eachBranch, entryAt, renamedSection } from '../each-branch.ts';
import { find, findItems, textOf, truthOf, type Found } from '../lookup.ts';
import type { Entry, Link, Section, Value } from '../value.ts';
import { NAMES } from './names.ts';
import type { Origin } from './rest/endpoint.ts';
import { inside, linkTo, make, type Service } from './service.ts';
import { byFramework } from './variables/variables.ts';

/** An event of a function: what starts it. */
export interface Event extends Origin {
  /** Such as `http`. */
  readonly kind: string;
  /** Of the function, as the framework invokes it. */
  readonly arn: Value;
  /** The function. */
  readonly of: Section;
}

/** Derives every function, with its URL, and gives the events of all. */
export function functionsOf(service: Service): readonly Event[] {
  const groups = findItems(service.entry('functions')?.value ?? null);
  return groups.flatMap((group): readonly Event[] => {
    if (group.value.kind === 'unknown') return missing(service, group, 'functions of the service');
    if (group.value.kind !== 'section') return [];
    return [...group.value.entries].flatMap(([name, entry]) =>
      find(entry.value).flatMap((found) => {
        const one = { ...found, at: entry.key, conditions: [...group.conditions, ...found.conditions] };
        return one.value.kind === 'section' ? eventsOf(service, name, one.value, one) : missing(service, one, `the function ${name}`);
      }),
    );
  });
}

function missing(service: Service, { value, at }: Found, what: string): readonly never[] {
  if (value.kind === 'unknown') service.unread.push({ at, what: `${what} is not known`, because: value.because, give: value.give });
  return [];
}

function eventsOf(service: Service, name: string, stated: Section, { at, conditions }: Found): readonly Event[] {
  const setting = (key: string) => stated.entries.get(key) ?? service.entry('provider', key);
  const architecture = setting('architecture');
  make(service, {
    name: NAMES.function(name),
    id: name,
    type: 'AWS::Lambda::Function',
    at,
    conditions,
    properties: {
      MemorySize: setting('memorySize') ?? byFramework('1024', at),
      Timeout: setting('timeout') ?? byFramework('6', at),
      Architectures:
        architecture === null ? null : entryAt(architecture, { kind: 'list', at: architecture.value.at, items: [architecture.value] }),
    },
  });
  const arn = arnOf(service, name, stated.entries.get('provisionedConcurrency') ?? null, at);
  urlOf(service, name, stated, arn);
  return findItems(stated, 'events').flatMap((event, index): readonly Event[] => {
    const part = `events.${index}`;
    if (event.value.kind === 'unknown') return missing(service, event, `${part} of the function ${name}`);
    if (event.value.kind !== 'section') return [];
    return [...event.value.entries].flatMap(([kind, entry]) =>
      find(entry.value).flatMap((found): readonly Event[] => {
        const under = [...conditions, ...event.conditions, ...found.conditions];
        const one = { ...found, at: entry.key, conditions: [...new Set(under)] };
        return [{ kind, name, arn, of: stated, part, found: one }];
      }),
    );
  });
}

/** With provisioned concurrency, an alias is what is invoked. */
function arnOf(service: Service, name: string, provisioned: Entry | null, at: Link['at']): Value {
  const arn = linkTo(service, NAMES.function(name), at, 'Arn');
  if (provisioned === null || textOf(provisioned.value) === '0') return arn;
  const alias = make(service, {
    name: NAMES.alias(name),
    id: name,
    type: 'AWS::Lambda::Alias',
    part: 'provisionedConcurrency',
    at: provisioned.key,
    properties: {
      FunctionName: linkTo(service, NAMES.function(name), provisioned.key),
      Name: text('provisioned', provisioned.key),
      ProvisionedConcurrencyConfig: {
        key: provisioned.key,
        value: { kind: 'section', at: provisioned.key, entries: new Map([['ProvisionedConcurrentExecutions', provisioned]]) },
      },
    },
  });
  return { ...arn, target: alias.key, attribute: null };
}

function urlOf(service: Service, name: string, stated: Section, arn: Value): void {
  const url = stated.entries.get('url');
  if (url === undefined || truthOf(url.value) === false) return;
  const cors = inside(url.value, 'cors');
  const authorizer = inside(url.value, 'authorizer');
  make(service, {
    name: NAMES.url(name),
    id: name,
    part: 'url',
    type: 'AWS::Lambda::Url',
    at: url.key,
    properties: {
      TargetFunctionArn: arn,
      AuthType: authorizer === null ? text('NONE', url.key) : entryAt(authorizer, authTypeOf(authorizer.value)),
      Cors: cors === null || truthOf(cors.value) === false ? null : entryAt(cors, corsOf(cors)),
      InvokeMode: inside(url.value, 'invokeMode'),
    },
  });
}

const authTypeOf = (value: Value) =>
  eachBranch(value, (one) => (one.kind === 'text' ? { ...one, text: one.text === 'aws_iam' ? 'AWS_IAM' : 'NONE' } : one));

/** Settings of CORS, with those that the framework adds: every origin, and the usual headers. */
export function corsOf({ key, value }: Entry): Value {
  const stated = renamedSection(value, {
    allowCredentials: 'AllowCredentials',
    allowedHeaders: 'AllowHeaders',
    allowedMethods: 'AllowMethods',
    allowedOrigins: 'AllowOrigins',
    exposedResponseHeaders: 'ExposeHeaders',
    maxAge: 'MaxAge',
  });
  return eachBranch(stated, (one) => {
    if (one.kind === 'unknown') return one;
    const entries = new Map(one.kind === 'section' ? one.entries : []);
    if (!entries.has('AllowOrigins')) entries.set('AllowOrigins', byFramework('*', key));
    return { kind: 'section', at: key, entries };
  });
}

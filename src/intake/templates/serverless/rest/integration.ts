import { compose, section, text, unknown } from '../../build-value.ts';
import { eachText, entryAt, upper } from '../../each-branch.ts';
import { find, findItems, textOf, truthOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import type { Event } from '../functions.ts';
import { acts } from '../plugins/plugins.ts';
import { inside, invocationOf, type Service } from '../service.ts';
import { byFramework } from '../variables/variables.ts';
import { allowedBy } from './cors.ts';

type Properties = Readonly<Record<string, Value | Entry | null>>;

/** The integration of an `http` event: with the function as a proxy, unless it says otherwise. */
export function integrationOf(service: Service, event: Event, stated: Section, method: Entry): Entry {
  const { at } = event.found;
  const chosen = stated.entries.get('integration');
  const async = stated.entries.get('async');
  const isAsync = truthOf(async?.value) === true;
  const type: Entry =
    chosen !== undefined
      ? entryAt(
          chosen,
          eachText(upper(chosen.value), (one) => TYPES[one.replace('-', '_')] ?? one.replace('-', '_')),
        )
      : async !== undefined && isAsync
        ? { key: async.key, value: text('AWS', async.key) }
        : { key: at, value: text('AWS_PROXY', at) };
  const kind = textOf(type.value);
  const timeout = stated.entries.get('timeoutInMillis') ?? service.entry('provider', 'apiGateway', 'timeoutInMillis');
  const properties: Properties = {
    Type: type,
    TimeoutInMillis: timeout,
    RequestParameters: mappedOf(stated, kind, async, isAsync),
    CacheKeyParameters: acts(service, 'caching') ? cacheKeysOf(stated) : null,
    ...(kind === 'AWS' || kind === 'AWS_PROXY' ? ofFunction(event, stated, kind, type.key) : {}),
    ...(kind === 'HTTP' || kind === 'HTTP_PROXY' ? ofBackend(stated, method) : {}),
    ...(kind === 'AWS' || kind === 'HTTP' || kind === 'MOCK' ? withoutProxy(stated, kind, type.key) : {}),
  };
  return { key: type.key, value: section(type.key, properties) };
}

const TYPES: Readonly<Record<string, string>> = { LAMBDA: 'AWS', LAMBDA_PROXY: 'AWS_PROXY' };

function ofFunction({ arn }: Event, stated: Section, kind: string, at: Place): Properties {
  const mode = inside(stated, 'response', 'transferMode');
  const streams = kind === 'AWS_PROXY' && textOf(mode?.value)?.toUpperCase() === 'STREAM';
  return {
    IntegrationHttpMethod: text('POST', at),
    Uri: streams ? invocationOf(arn, at, '/response-streaming-invocations', '2021-11-15') : invocationOf(arn, at),
    ResponseTransferMode: mode === null || kind !== 'AWS_PROXY' ? null : entryAt(mode, upper(mode.value)),
  };
}

function ofBackend(stated: Section, method: Entry): Properties {
  const [connection, mode] = [stated.entries.get('connectionType'), inside(stated, 'response', 'transferMode')];
  return {
    IntegrationHttpMethod: inside(stated, 'request', 'method') ?? method,
    Uri: inside(stated, 'request', 'uri') ?? unknown(method.key, 'the event states no request.uri', 'its request.uri'),
    ConnectionType:
      connection === undefined
        ? null
        : entryAt(
            connection,
            eachText(upper(connection.value), (one) => one.replace('-', '_')),
          ),
    ConnectionId: stated.entries.get('connectionId') ?? null,
    ResponseTransferMode: mode === null ? null : entryAt(mode, upper(mode.value)),
  };
}

/** In our own words: the framework sends body, headers, parameters, path and context of a request as one JSON. */
const REQUEST =
  '{ "body": $input.json("$"), "method": "$context.httpMethod", "headers": $input.params().header, "query": $input.params().querystring, ' +
  '"path": $input.params().path, "identity": $context.identity, "stageVariables": $stageVariables }';

/** Of an answer that carries such a number in its error message. */
const ERRORS = ['400', '401', '403', '404', '422', '500', '502', '504'];

function withoutProxy(stated: Section, kind: string, at: Place): Properties {
  const own = inside(stated, 'request', 'template');
  const usual: readonly (readonly [string, Entry])[] =
    kind === 'AWS'
      ? ['application/json', 'application/x-www-form-urlencoded'].map((name): readonly [string, Entry] => [name, byFramework(REQUEST, at)])
      : [];
  const templates = new Map(usual);
  for (const [name, entry] of own?.value.kind === 'section' ? own.value.entries : []) {
    // A template that says nothing takes away the usual one.
    if (textOf(entry.value) === '') templates.delete(name);
    else templates.set(name, entry);
  }
  const pass = inside(stated, 'request', 'passThrough');
  return {
    RequestTemplates:
      own !== null && own.value.kind !== 'section'
        ? own
        : templates.size === 0
          ? null
          : { key: own?.key ?? at, value: { kind: 'section', at, entries: templates } },
    PassthroughBehavior: pass ?? (kind === 'AWS' ? byFramework('NEVER', at) : null),
    ContentHandling: inside(stated, 'request', 'contentHandling'),
    IntegrationResponses: answersOf(stated, kind, at),
  };
}

function answersOf(stated: Section, kind: string, at: Place): Entry | null {
  const response = stated.entries.get('response');
  if (response === undefined && kind !== 'AWS') return null;
  const key = response?.key ?? at;
  const headers = new Map<string, Entry>();
  const cors = stated.entries.get('cors');
  if (cors !== undefined && truthOf(cors.value) !== false)
    headers.set('method.response.header.Access-Control-Allow-Origin', allowedBy(cors));
  const more = (from: Section | null, ...path: readonly string[]) => {
    for (const { value } of find(from, ...path)) {
      for (const [name, entry] of value.kind === 'section' ? value.entries : []) headers.set(`method.response.header.${name}`, entry);
    }
  };
  more(stated, 'response', 'headers');
  const template = inside(stated, 'response', 'template');
  const codes = find(stated, 'response', 'statusCodes').flatMap(({ value }) => (value.kind === 'section' ? [...value.entries] : []));
  const answer = (code: string, at: Place, pattern: Value | Entry | null, own: Value | null): Value => {
    const ownTemplate = inside(own, 'template');
    const all = ownTemplate ?? template;
    const body =
      all === null ? null : all.value.kind === 'section' ? all : entryAt(all, section(all.key, { 'application/json': all.value }));
    const sent = new Map(headers);
    for (const { value } of find(own, 'headers')) {
      for (const [name, entry] of value.kind === 'section' ? value.entries : []) sent.set(`method.response.header.${name}`, entry);
    }
    return section(at, {
      StatusCode: text(code, at),
      SelectionPattern: pattern,
      ResponseParameters: sent.size === 0 ? null : { kind: 'section', at, entries: sent },
      ResponseTemplates: body,
      ContentHandling: code.startsWith('2') ? inside(stated, 'response', 'contentHandling') : null,
    });
  };
  const written = codes.map(([code, entry]) => answer(code, entry.key, inside(entry.value, 'pattern'), entry.value));
  const hasUsual = codes.some(([, { value }]) => textOf(inside(value, 'pattern')?.value) === '');
  const usual = answer('200', key, null, null);
  const byMessage = ERRORS.map((code) => answer(code, key, byFramework(`.*\\[${code}\\].*`, key), null));
  const items =
    codes.length === 0
      ? [usual, ...byMessage]
      : hasUsual
        ? written
        : [usual, ...written.filter((one) => textOf(inside(one, 'StatusCode')?.value) !== '200')];
  return { key, value: { kind: 'list', at: key, items } };
}

/** Parameters that reach the backend; `async: true` starts the function without waiting for it. */
function mappedOf(stated: Section, kind: string | null, async: Entry | undefined, isAsync: boolean): Entry | null {
  const entries = new Map<string, Entry>();
  const all = inside(stated, 'request', 'parameters');
  if (all?.value.kind === 'section' && kind !== 'AWS_PROXY') {
    for (const [place, { value }] of all.value.entries) {
      for (const [name, entry] of value.kind === 'section' ? value.entries : []) {
        const where = `request.${place.replace(/s$/, '')}.${name}`;
        entries.set(`integration.${where}`, inside(entry.value, 'mappedValue') ?? entryAt(entry, `method.${where}`));
      }
    }
  }
  if (async !== undefined && isAsync) entries.set('integration.request.header.X-Amz-Invocation-Type', entryAt(async, "'Event'"));
  return entries.size === 0 ? null : { key: all?.key ?? async?.key ?? stated.at, value: { kind: 'section', at: stated.at, entries } };
}

/** `request.querystring.page` of the plugin is `method.request.querystring.page`, unless it is mapped from elsewhere. */
function cacheKeysOf(stated: Section): Entry | null {
  const keys = inside(stated, 'caching', 'cacheKeyParameters');
  if (keys === null) return null;
  const items = findItems(keys.value).map(({ value, at }) => {
    const name = inside(value, 'name')?.value ?? value;
    return inside(value, 'mappedFrom') === null ? compose(['method.', name], at) : name;
  });
  return { key: keys.key, value: { kind: 'list', at: keys.value.at, items } };
}

import { section, text } from '../../build-value.ts';
import { eachBranch, entryAt } from '../../each-branch.ts';
import { find, truthOf } from '../../lookup.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { ANY, eachPath, INTEGRATION } from './body.ts';

/** A body in which each path answers preflight requests as `Cors` of a REST API says, where it has no OPTIONS itself. */
export function withPreflight(body: Section, cors: Entry): Section {
  /** Paths that differ only by a slash at the end are one resource. */
  const done = new Map<string, string>();
  return eachPath(body, (path, item) => {
    const same = path.length > 1 ? path.replace(/\/$/, '') : path;
    if (item.entries.has('options') || (done.get(same) ?? path) !== path) return item;
    done.set(same, path);
    return { ...item, entries: new Map([...item.entries, ['options', { key: cors.key, value: preflight(cors, item) }]]) };
  });
}

const ALL = 'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT';

function preflight(cors: Entry, item: Section): Section {
  const at = cors.key;
  const methods = item.entries.has(ANY)
    ? ALL
    : [...new Set([...item.entries.keys(), 'options'])]
        .map((name) => name.toUpperCase())
        .toSorted()
        .join(',');
  const said = headersOf(cors);
  const headers = {
    'method.response.header.Access-Control-Allow-Origin': said.origin ?? entryAt(cors, text("'*'", at)),
    'method.response.header.Access-Control-Allow-Headers': said.headers,
    'method.response.header.Access-Control-Allow-Methods': said.methods ?? text(`'${methods}'`, at),
    'method.response.header.Access-Control-Max-Age': said.maxAge,
    'method.response.header.Access-Control-Allow-Credentials': said.credentials,
  };
  return section(at, {
    [INTEGRATION]: section(at, {
      type: text('mock', at),
      requestTemplates: section(at, { 'application/json': text('{"statusCode": 200}', at) }),
      responses: section(at, {
        default: section(at, {
          statusCode: text('200', at),
          responseParameters: section(at, headers),
          responseTemplates: section(at, { 'application/json': text('{}', at) }),
        }),
      }),
    }),
    responses: section(at, { '200': section(at, { description: text('Default response for CORS method', at) }) }),
  });
}

type Headers = Readonly<Record<'origin' | 'headers' | 'methods' | 'maxAge' | 'credentials', Entry | null>>;

/** A text in place of a section is the origin. */
function headersOf(cors: Entry): Headers {
  if (cors.value.kind !== 'section') return { origin: cors, headers: null, methods: null, maxAge: null, credentials: null };
  const of = (name: string): Entry | null => {
    const [found] = find(cors.value, name);
    return found === undefined ? null : { key: found.at, value: found.value };
  };
  const credentials = of('AllowCredentials');
  return {
    origin: of('AllowOrigin'),
    headers: of('AllowHeaders'),
    methods: of('AllowMethods'),
    maxAge: of('MaxAge'),
    credentials: credentials !== null && truthOf(credentials.value) === true ? entryAt(credentials, text("'true'", credentials.key)) : null,
  };
}

/** `CorsConfiguration` of an HTTP API; `true` lets any origin. */
export function corsConfiguration(cors: Entry | undefined): Entry | null {
  if (cors === undefined) return null;
  const at: Place = cors.key;
  const any: Value = { kind: 'list', at, items: [text('*', at)] };
  const value = eachBranch(cors.value, (one) => (truthOf(one) === true ? section(at, { AllowOrigins: any }) : one));
  return value.kind === 'text' ? null : { key: at, value };
}

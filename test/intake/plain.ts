import { section } from '../../src/intake/templates/build-value.ts';
import type { Resource } from '../../src/intake/templates/template.ts';
import type { Place, Value } from '../../src/intake/templates/value.ts';

/** A value without its places, to compare: a link is `→ key.attribute`, what is unknown `? because`. */
export function plain(value: Value | null): unknown {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'text':
      return value.text;
    case 'list':
      return value.items.map(plain);
    case 'section':
      return Object.fromEntries([...value.entries].map(([name, entry]) => [name, plain(entry.value)]));
    case 'link':
      return `→ ${value.target}${value.attribute === null ? '' : `.${value.attribute}`}`;
    case 'composed':
      return value.parts
        .map((part) => (typeof part === 'string' ? part : part.kind === 'text' ? part.text : `{${String(plain(part))}}`))
        .join('');
    case 'either':
      return { [`if ${value.condition}`]: value.branches.map(plain) };
    case 'unknown':
      return `? ${value.because}`;
  }
}

/** Properties of a resource without the link to its API, which all derived ones have. */
export function properties(resource: Resource | undefined): unknown {
  const all = Object.entries(plain(resource?.properties ?? null) as Record<string, unknown>);
  return Object.fromEntries(all.filter(([name]) => name !== 'RestApiId' && name !== 'ApiId'));
}

interface Claim {
  readonly at: Place;
  readonly words: readonly string[];
  /** What says it elsewhere. */
  readonly by: string | null;
}

/** Every key and text of a value with the place that it claims. */
export function claims(value: Value | null): readonly Claim[] {
  switch (value?.kind) {
    case 'list':
      return value.items.flatMap(claims);
    case 'section':
      return [...value.entries].flatMap(([name, entry]) => {
        const words = entry.value.kind === 'text' ? [name, entry.value.text] : [name];
        return [{ at: entry.key, words, by: entry.value.said?.by ?? null }, ...claims(entry.value)];
      });
    case 'either':
      return value.branches.flatMap(claims);
    default:
      return [];
  }
}

/** An API that a template holds. */
export function api(properties: Readonly<Record<string, Value>> = {}): Resource {
  const at = { file: 'template.yaml', line: 1, column: 1 };
  return {
    key: 'template.yaml#Api',
    id: 'Api',
    part: null,
    type: 'AWS::ApiGateway::RestApi',
    properties: section(at, properties),
    at,
    conditions: [],
    construct: null,
    madeBy: null,
  };
}

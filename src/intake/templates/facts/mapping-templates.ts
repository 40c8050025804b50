import type { Integration } from '../apis/api.ts';
import { find, findEntries, patternOf, type Found } from '../lookup.ts';
import type { Resource } from '../template.ts';
import type { Place, Section } from '../value.ts';
import type { Where } from './seen.ts';

/** Templates that pass on what comes, as it comes. */
const PASSES_ON = /^(?:|\$input\.body|\$input\.json\((['"])\$\1\))$/;

/** Templates in effect under a key, one for each content type. */
export function templatesOf(properties: Section, key: 'RequestTemplates' | 'ResponseTemplates'): readonly Found[] {
  return findEntries(properties, key).filter(({ value }) => !PASSES_ON.test(patternOf(value).trim()));
}

/** Where templates make bodies of answers, with what says so. */
export function responseTemplates({ responses }: Integration): readonly (Where & { readonly resource: Resource; readonly text: string })[] {
  return responses.flatMap(({ resource, properties }) => {
    const templates = templatesOf(properties, 'ResponseTemplates');
    if (templates.length === 0) return [];
    const text = templates.map(({ value }) => patternOf(value)).join('\n');
    return find(properties, 'ResponseTemplates').map((found) => ({
      at: found.at,
      conditions: found.conditions,
      value: found.value,
      resource,
      text,
    }));
  });
}

/** Where a template makes several entries of one request: a loop, or one entry after the other. */
export function loopIn({ properties }: Integration): Where | null {
  for (const found of templatesOf(properties, 'RequestTemplates')) {
    const content = patternOf(found.value);
    const loop = content.search(/#foreach/i);
    if (loop >= 0) return { ...found, at: within(found, content, loop) };
    const [, second] = [...content.matchAll(/"DetailType"/g)];
    if (second !== undefined) return { ...found, at: within(found, content, second.index) };
  }
  return null;
}

/** The line of a text in which an offset is, where its content has lines of its own. */
function within({ value, at }: Found, content: string, offset: number): Place {
  const begins = value.kind === 'text' || value.kind === 'composed' ? value.begins : undefined;
  return begins === undefined ? at : { ...at, line: begins + content.slice(0, offset).split('\n').length - 1, column: null };
}

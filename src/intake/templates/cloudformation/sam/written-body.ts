import { find, textOf } from '../../lookup.ts';
import type { Beside } from '../../template.ts';
import type { Entry, Section, Value } from '../../value.ts';
import { fileBeside } from '../include.ts';

/** The definition that an API of SAM has in its template or in a file; null where SAM writes it all. */
export function writtenBody(properties: Section, beside: Beside): Entry | null {
  const body = properties.entries.get('DefinitionBody');
  if (body !== undefined) return { key: body.key, value: read(body.value) };
  const uri = properties.entries.get('DefinitionUri');
  if (uri === undefined) return null;
  if (uri.value.kind !== 'section') return { key: uri.key, value: fileBeside(beside, uri.value, uri.key) };
  const object = textOf(find(uri.value, 'Key').at(0)?.value) ?? 'that it names';
  return {
    key: uri.key,
    value: { kind: 'unknown', at: uri.key, because: 'it is in a bucket', give: `the file ${object}, at a path beside the template` },
  };
}

/** A definition that is left with an include which is not read is not known. */
function read(body: Value): Value {
  const left = body.kind === 'section' ? body.entries.get('Fn::Transform')?.value : undefined;
  return left?.kind === 'unknown' ? left : body;
}

import { cloudFormationReader } from '../../../src/intake/templates/cloudformation/reader.ts';
import { expandBody } from '../../../src/intake/templates/openapi/expand.ts';
import type { ReadTemplates, Resource } from '../../../src/intake/templates/template.ts';
import { plain } from '../plain.ts';

type Files = Readonly<Record<string, string>>;

/** Reads templates of a folder; what is named `beside/…` is only there to be found. */
export function read(files: Files): Promise<ReadTemplates> {
  const given = Object.entries(files).map(([file, text]) => ({ file, text }));
  return cloudFormationReader.read(
    given.filter((one) => !one.file.startsWith('beside/') && cloudFormationReader.recognizes(one)),
    {
      read: (path) => files[path] ?? { because: 'it is not there' },
      list: (folder) => Object.keys(files).flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
    },
  );
}

/** Every resource of a template, with what bodies of APIs make. */
export async function resources(text: string, beside: Files = {}): Promise<readonly Resource[]> {
  const { templates } = await read({ 'template.yaml': text, ...beside });
  return templates.flatMap((template) =>
    template.resources.flatMap((resource) => {
      const body = resource.properties.entries.get('Body')?.value;
      if (body?.kind !== 'section') return [resource];
      return [resource, ...expandBody(resource, body, resource.type.includes('V2') ? 'http' : 'rest').resources];
    }),
  );
}

/** Properties of the resources of a type, without links to their API. */
export async function ofType(type: string, text: string, beside: Files = {}): Promise<readonly unknown[]> {
  const all = await resources(text, beside);
  return all.flatMap((one) => {
    if (one.type !== type) return [];
    const { RestApiId: _rest, ApiId: _api, Body: _body, ...rest } = plain(one.properties) as Record<string, unknown>;
    return [rest];
  });
}

/** Gaps, as `what: because`, and bodies that are not known. */
export async function gaps(files: Files): Promise<readonly string[]> {
  const { templates } = await read(files);
  return templates.flatMap((template) => [
    ...template.gaps.map(({ what, because }) => `${what}: ${because}`),
    ...template.resources.flatMap(({ id, properties }) => {
      const body = properties.entries.get('Body')?.value;
      return body?.kind === 'unknown' ? [`body of ${id}: ${body.because}`] : [];
    }),
  ]);
}

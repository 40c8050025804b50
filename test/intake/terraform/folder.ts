import type { Beside, Resource, Template } from '../../../src/intake/templates/template.ts';
import { terraformReader } from '../../../src/intake/templates/terraform/source.ts';
import { plain } from '../plain.ts';

/** Files by their paths, as if they stood in folders that were named. */
export type Folder = Readonly<Record<string, string>>;

export const beside = (folder: Folder): Beside => ({
  read: (path) => (Object.hasOwn(folder, path) ? (folder[path] as string) : { because: 'it is not there' }),
  list: (path) => Object.keys(folder).flatMap((file) => (nameIn(path, file) === null ? [] : [nameIn(path, file) as string])),
});

const nameIn = (path: string, file: string) => {
  const prefix = path === '.' ? '' : `${path}/`;
  return file.startsWith(prefix) && !file.slice(prefix.length).includes('/') ? file.slice(prefix.length) : null;
};

export async function readFolder(folder: Folder | string) {
  const files = typeof folder === 'string' ? { 'main.tf': folder } : folder;
  const named = Object.entries(files).flatMap(([file, text]) => (file.endsWith('.tf') ? [{ file, text }] : []));
  return terraformReader.read(named, beside(files));
}

/** The one template of a folder. */
export async function templateIn(folder: Folder | string): Promise<Template> {
  const { templates } = await readFolder(folder);
  const [first] = templates;
  if (first === undefined || templates.length > 1) throw new Error(`there are ${templates.length} templates`);
  return first;
}

/** Properties of every resource, by its address. */
export async function resourcesIn(folder: Folder | string): Promise<Record<string, unknown>> {
  const { resources } = await templateIn(folder);
  return Object.fromEntries(resources.map((one) => [one.id, plainly(one)]));
}

/** Without the folder in links. */
export const plainly = (one: Resource): unknown => JSON.parse(JSON.stringify(plain(one.properties)).replaceAll(/→ [^#"]*#/g, '→ '));

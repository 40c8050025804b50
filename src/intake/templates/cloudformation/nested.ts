import { find, textOf } from '../lookup.ts';
import type { Section, Value } from '../value.ts';
import { localPath } from './include.ts';
import { resolve } from './resolve.ts';
import type { Scope } from './scope.ts';

/** Where each kind of nested stack names its template. */
const TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
]);

/** The path of the template of a nested stack, or why it has none; null of another resource. */
export function nestedTemplate(
  resource: Section,
  scope: Scope,
): string | { readonly because: string; readonly give: string | null } | null {
  const property = TEMPLATES.get(textOf(resource.entries.get('Type')?.value) ?? '');
  if (property === undefined) return null;
  const asset = assetPath(resource, property);
  if (asset !== null)
    return localPath(asset, resource.at.file) ?? { because: `${asset} is not a file beside the template`, give: `the file ${asset}` };
  const [written] = find(resource, 'Properties', property);
  const location: Value | null = written === undefined ? null : resolve(written.value, scope);
  const path = textOf(location);
  const give = 'its template, at a path beside this one';
  if (path === null)
    return {
      because: location?.kind === 'section' ? 'it is an application of the repository' : 'where its template is, is not known',
      give,
    };
  return localPath(path, resource.at.file) ?? { because: `${path} is not a file beside the template`, give };
}

/** The path that CDK notes of what it put beside a template. */
export function assetPath(resource: Section, property: string): string | null {
  const [of] = find(resource, 'Metadata', 'aws:asset:property');
  const [path] = find(resource, 'Metadata', 'aws:asset:path');
  return textOf(of?.value) === property ? textOf(path?.value) : null;
}

import { dirname } from 'node:path';
import { text, unknown } from '../build-value.ts';
import { find, textOf } from '../lookup.ts';
import type { Beside } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Entry, Section, Value } from '../value.ts';
import type { Draft } from './draft.ts';
import { fileBeside } from './include.ts';
import { assetPath } from './nested.ts';

const WITH_BODY = new Set(['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api']);

/** An API with its body in place of where the body is: unknown where that cannot be read. */
export function withBody(draft: Draft, beside: Beside): Draft {
  const { entries } = draft.properties;
  const location = entries.get('BodyS3Location');
  if (!WITH_BODY.has(draft.type) || location === undefined || entries.has('Body')) return draft;
  const whole = new Map<string, Entry>(entries);
  whole.delete('BodyS3Location');
  whole.set('Body', { key: location.key, value: bodyAt(draft.written, location, beside) });
  return { ...draft, properties: { ...draft.properties, entries: whole } };
}

/** The body that is uploaded from a file: of CDK an asset, of the command line a path. */
function bodyAt(resource: Section, { key: at, value }: Entry, beside: Beside): Value {
  const key = find(value, 'Key').at(0)?.value;
  const path =
    assetPath(resource, 'BodyS3Location') ?? (value.kind === 'section' ? assetNamed(textOf(key), at.file, beside) : textOf(value));
  if (path !== null) return fileBeside(beside, text(path, at), at);
  const because = key !== undefined && textOf(key) === null ? 'its key is known when the stack is deployed' : 'it is in a bucket';
  return unknown(at, because, 'the definition itself, as Body or as a file beside the template');
}

/** The file of an asset beside a template, by the key that it is uploaded under. */
function assetNamed(key: string | null, file: string, beside: Beside): string | null {
  const hash = /(?:^|\/)([0-9a-f]{32,64})\.[a-z]+$/.exec(key ?? '')?.[1];
  if (hash === undefined) return null;
  const folder = dirname(file);
  const names = beside.list(folder);
  const asset = names.find((name) => name.startsWith(`asset.${hash}`));
  if (asset !== undefined) return asset;
  for (const name of names.filter((one) => one.endsWith('.assets.json'))) {
    const path = `${folder}/${name}`;
    const manifest = beside.read(path);
    const root = typeof manifest === 'string' ? rawText(manifest, path).value : null;
    const source = textOf(find(root, 'files', hash, 'source', 'path').at(0)?.value);
    if (source !== null) return source;
  }
  return null;
}

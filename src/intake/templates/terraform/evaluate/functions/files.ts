import { posix } from 'node:path';
import { text, unknown } from '../../../build-value.ts';
import { textOf } from '../../../lookup.ts';
import { rawText } from '../../../text/raw.ts';
import type { Place, Value } from '../../../value.ts';
import { parseTemplate } from '../../hcl/parse.ts';
import { encoded, homeOf, isEncoded, taken } from '../marks.ts';
import { truth } from '../operations.ts';
import type { Scope } from '../world.ts';
import { encodedText } from './json-text.ts';
import { unknownOf } from './texts.ts';

type Given = readonly (Value | null)[];

/** Functions that read files of the given folders, and those that turn texts into values and back. */
export const FILES = {
  file: ([path]: Given, at: Place, scope: Scope): Value => {
    const found = textOfFile(path ?? null, at, scope);
    return found.value ?? { ...text(found.text, { file: found.file, line: 1, column: 1 }), begins: 1 };
  },
  templatefile: ([path, names]: Given, at: Place, scope: Scope): Value => {
    const found = textOfFile(path ?? null, at, scope);
    return found.value ?? filled(found.text, found.file, names ?? null, scope);
  },
  templatestring: ([template, names]: Given, at: Place, scope: Scope): Value =>
    template?.kind === 'text'
      ? filled(template.text, homeOf(template).file, names ?? null, scope, homeOf(template).line)
      : unknownOf([template ?? null], at),
  fileexists: ([path]: Given, at: Place, scope: Scope): Value => {
    const found = textOfFile(path ?? null, at, scope);
    return found.value ?? truth(true, at);
  },
  abspath: ([path]: Given): Value | null => path ?? null,
  pathexpand: ([path]: Given): Value | null => path ?? null,
  jsonencode: encode,
  yamlencode: encode,
  jsondecode: decode,
  yamldecode: decode,
};

/** A file by the path that Terraform has for it, which begins where it is run: in the folder of the root module. */
function textOfFile(
  path: Value | null,
  at: Place,
  { module }: Scope,
): { readonly value: Value } | { readonly value: null; readonly text: string; readonly file: string } {
  const name = textOf(path);
  if (name === null) return { value: unknownOf([path], at) };
  const { world } = module;
  const under = [posix.normalize(name), posix.join(world.folder, name)];
  const [asNamed = name, fromRoot = name] = name.startsWith('/') ? [name, name] : under;
  const inside = asNamed.startsWith(`${module.declared.folder}/`) || module.declared.folder === '.';
  const file = inside ? asNamed : fromRoot;
  const read = world.beside.read(file);
  if (typeof read !== 'string')
    return { value: unknown(at, `the file ${file} is not read: ${read.because}`, `the folder that holds ${file}`) };
  return { value: null, text: read, file };
}

/**
 * A template with its variables put in.
 * @param line where it begins.
 */
export function filled(content: string, file: string, names: Value | null, scope: Scope, line: number = 1): Value {
  const at: Place = { file, line, column: 1 };
  const template = parseTemplate(content, file, line, scope.module.world.treeOf);
  if (template === null) return unknown(at, 'it is not a template of Terraform');
  if (names !== null && names.kind !== 'section') return unknownOf([names], at);
  const given = [...(names?.entries ?? [])].map(([name, { value }]) => [name, taken(value)] as const);
  return scope.module.world.evaluate(template, { module: scope.module, names: new Map(given) }) ?? text('', at);
}

/** What a text is made of is more than the text: places stay. What was encoded inside is a text inside. */
function encode([of]: Given, at: Place): Value {
  return of === null || of === undefined ? text('null', at) : encoded(withTexts(of));
}

function withTexts(value: Value): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map((item) => (isEncoded(item) ? encodedText(item) : withTexts(item))) };
    case 'section': {
      const entries = [...value.entries].map(
        ([name, { key, value: inner }]) => [name, { key, value: isEncoded(inner) ? encodedText(inner) : withTexts(inner) }] as const,
      );
      return { ...value, entries: new Map(entries) };
    }
    default:
      return value;
  }
}

function decode([of]: Given, at: Place): Value {
  if (of === null || of === undefined) return unknown(at, 'it is null');
  if (isEncoded(of)) return of;
  if (of.kind !== 'text') return unknownOf([of], at);
  const { file, line } = homeOf(of);
  const { value } = rawText(of.text, file, { line, indent: 0 });
  return value ?? unknown(at, 'it is neither JSON nor YAML');
}

import { dirname, join } from 'node:path';
import { unknown } from '../build-value.ts';
import { eachBranch } from '../each-branch.ts';
import { find, findEntries, textOf, type Found } from '../lookup.ts';
import type { Beside } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Section, Value } from '../value.ts';

/** An API definition in which references are followed when they are met, so that a loop of them ends. */
export interface Document {
  readonly body: Section;
  /** What a value is, once its references are followed. */
  resolve(value: Value): Value;
  /** What may stand at a path of the body, and at the ends of references. */
  find(...path: readonly string[]): readonly Found[];
  /** Entries of the section at a path of a value. */
  entries(value: Value, ...path: readonly string[]): readonly (Found & { readonly name: string })[];
}

export function openDocument(body: Section, beside: Beside | null): Document {
  const others = new Map<string, Value>();

  const other = (path: string, from: Value): Value => {
    const before = others.get(path);
    if (before !== undefined) return before;
    const give = `the file ${path} beside it`;
    const read = beside?.read(path) ?? { because: 'files beside it are not read here' };
    const raw = typeof read === 'string' ? rawText(read, path) : null;
    const because = typeof read === 'string' ? (raw?.mistake?.what ?? '') : read.because;
    const value = raw?.value ?? unknown(from.at, `${path}: ${because}`, give);
    others.set(path, value);
    return value;
  };

  const resolve = (value: Value, passed: readonly string[] = []): Value =>
    eachBranch(value, (one) => {
      const reference = one.kind === 'section' ? one.entries.get('$ref')?.value : undefined;
      if (reference === undefined) return one;
      const written = textOf(reference);
      if (written === null) return reference.kind === 'unknown' ? reference : unknown(one.at, 'what $ref refers to is not known');
      const [path = '', pointer = ''] = written.split('#');
      if (/^[a-z]+:\/\//i.test(path)) return unknown(one.at, `${written} is not a file`, 'the definition with this part in it');
      // A reference inside another file that one led to is to that file.
      const file = path === '' ? one.at.file : join(dirname(one.at.file), path);
      const root = path !== '' || others.has(file) ? other(file, one) : body;
      const name = `${root === body ? '' : file}#${pointer}`;
      if (passed.includes(name)) return unknown(one.at, `${written} refers to itself`);
      const [found] = find(root, ...pointer.split('/').slice(1).map(stepOf));
      if (found === undefined) return unknown(one.at, `${written} is not there`);
      return resolve(found.value, [...passed, name]);
    });

  const resolved = (found: Found): readonly Found[] =>
    find(resolve(found.value)).map((one) => ({ ...one, at: found.at, conditions: [...new Set([...found.conditions, ...one.conditions])] }));

  const step = (founds: readonly Found[], key: string) =>
    founds
      .flatMap((found) => find(found.value, key).map((next) => ({ ...next, conditions: [...found.conditions, ...next.conditions] })))
      .flatMap(resolved);

  const walk = (value: Value, path: readonly string[]) => path.reduce(step, find(resolve(value)));

  return {
    body,
    resolve,
    find: (...path) => walk(body, path),
    entries: (value, ...path) =>
      walk(value, path).flatMap((found) =>
        findEntries(found.value).flatMap((entry) =>
          resolved({ ...entry, conditions: [...found.conditions, ...entry.conditions] }).map((one) => ({ ...one, name: entry.name })),
        ),
      ),
  };
}

/** A step of a JSON pointer, as a key or as the number of an item. */
function stepOf(step: string): string | number {
  const written = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
  return /^(?:0|[1-9]\d{0,8})$/.test(written) ? Number(written) : written;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

import { dirname, join } from 'node:path';
import { text, unknown } from '../../build-value.ts';
import type { Beside } from '../../template.ts';
import { rawText } from '../../text/raw.ts';
import type { Place, Value } from '../../value.ts';

/** Files that variables name, from the folder of the service; a program among them is not run. */
export function openFiles(service: string, beside: Beside): { read(path: string, at: Place): Value } {
  const known = new Map<string, Value>();
  const open = (path: string, at: Place): Value => {
    const file = join(dirname(service), path);
    if (/\.[cm]?[jt]s$/i.test(path)) return unknown(at, `${path} is a program, which is not run`, `its values in YAML or JSON`);
    const read = beside.read(file);
    if (typeof read !== 'string') return unknown(at, `${path}: ${read.because}`, `the file ${file}`);
    if (!/\.(?:ya?ml|json)$/i.test(path)) return text(read, { file, line: 1, column: 1 });
    const { value, mistake } = rawText(read, file);
    return value ?? unknown(at, `${path}: ${mistake?.what ?? 'it cannot be read'}`, `the file ${file}`);
  };
  return {
    read: (path, at) => {
      const value = known.get(path) ?? open(path, at);
      known.set(path, value);
      return value;
    },
  };
}

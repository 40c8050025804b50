import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.ts';

export interface SourceFile {
  /** Path under src, such as `hops/waf.ts`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** Modules it imports: paths under src, or package names. */
  readonly imports: readonly string[];
}

/** Every file of src with what it imports. */
export function sources(): readonly SourceFile[] {
  return filesUnder(join(ROOT, 'src')).map((absolute) => {
    const path = absolute.slice(join(ROOT, 'src/').length);
    const text = readFileSync(absolute, 'utf8');
    const named = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] as string);
    const imports = named.map((name) => (name.startsWith('.') ? join(path, '..', name) : name));
    return { path, room: path.includes('/') ? (path.split('/')[0] as string) : '', text, imports };
  });
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

// Modules of functions that few answers call are loaded when one of these is called. Each is an entry of its own, in whose place
// importers get functions that require it. Most files have no mistake, and what finds the words for one is a tenth of the code.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LATE = [
  'src/advise/apart.ts',
  'src/errors/did-you-mean.ts',
  'src/facts/features/article.ts',
  'src/facts/features/pages-of.ts',
  'src/facts/quotas/article.ts',
  'src/workload/corrected.ts',
  'src/workload/region-names.ts',
].map((path) => ({ file: root + path, name: `${path.split('/').at(-2)}-${basename(path, '.ts')}` }));
const STUB = '\0late:';

/** Where they are built, beside the other chunks. */
export const lateEntries = Object.fromEntries(LATE.map(({ file, name }) => [`chunks/${name}`, file]));

/** All that stands in for them, which must lie beside them. */
export const STUBS = /^\0late:/;

const early = new Set();

/** Whether a module is loaded by a start, a cost or a recommendation of what has no mistake. */
export const isEarly = (id) => early.has(id);

export const late = {
  name: 'late',
  buildEnd() {
    const walk = (id, all, seen) => {
      if (seen.has(id)) return;
      early.add(id);
      seen.add(id);
      const { importedIds = [], dynamicallyImportedIds = [] } = this.getModuleInfo(id) ?? {};
      for (const one of [...importedIds, ...(all ? dynamicallyImportedIds : [])]) walk(one, all, seen);
    };
    walk(`${root}src/cli/main.ts`, false, new Set());
    const answered = new Set();
    for (const path of ['commands/cost', 'commands/recommend', 'formats/answers']) walk(`${root}src/cli/${path}.ts`, true, answered);
  },
  resolveId(source, importer) {
    if (importer?.startsWith(STUB)) return { id: source, external: true };
    const found = source.endsWith('.ts') && importer !== undefined && LATE.find(({ file }) => file === resolve(importer, '..', source));
    return found ? STUB + found.file : null;
  },
  load(id) {
    if (!id.startsWith(STUB)) return null;
    const { file, name } = LATE.find((one) => STUB + one.file === id);
    const exported = [...readFileSync(file, 'utf8').matchAll(/^export (?!interface|type)(function )?(\w+)(?: (\w+))?/gm)];
    const lines = exported.map(([, isFunction, word]) => {
      if (!isFunction) throw new Error(`${file} exports more than functions`);
      return `export const ${word} = (...all) => require('./${name}.cjs').${word}(...all);`;
    });
    return lines.join('\n');
  },
};

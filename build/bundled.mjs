// Modules of src as one file that runs on every Node, for the build itself and the benchmarks, which need more than the library
// exports. Node 20 reads no TypeScript.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * ES modules of packages that have something else for Node. Those of yaml shake better, and differ in nothing that is used here;
 * what jsonc-parser has for Node asks for its files by a function that no bundler sees through.
 */
export const ES_MODULES = {
  yaml: `${root}node_modules/yaml/browser/dist/index.js`,
  'jsonc-parser': `${root}node_modules/jsonc-parser/lib/esm/main.js`,
};

/**
 * @param source a module, by its path in the project.
 * @param file where to write it, with all that it imports.
 * @param form `cjs` as the command line is bundled.
 * @returns its full path.
 */
export async function bundled(source, file, form = 'esm') {
  const bundle = await rolldown({ input: root + source, platform: 'node', resolve: { alias: ES_MODULES } });
  await bundle.write({ file, format: form, minify: form === 'cjs', codeSplitting: false });
  await bundle.close();
  return resolve(file);
}

// The library: a file for each entry and what both import in a third, with types that need no other package.
import { writeFileSync } from 'node:fs';
import { generateDtsBundle } from 'dts-bundle-generator';
import { rolldown } from 'rolldown';
import { ES_MODULES } from './bundled.mjs';

const ENTRIES = ['index', 'browser'];
/** What stays in the file of an entry: it itself, and what reads files. */
const OF_AN_ENTRY = /\/src\/(?:index|browser|pricebook\/(?:files|packaged))\.ts$/;

/** @returns the ids of the modules that it carries. */
export async function buildLibrary(dir) {
  const bundle = await rolldown({
    input: Object.fromEntries(ENTRIES.map((entry) => [entry, `src/${entry}.ts`])),
    // Of a page, since one entry is for pages; of Node the other imports files and paths.
    platform: 'browser',
    external: /^node:/,
    resolve: { alias: ES_MODULES },
    // What a command line loads late, a library loads at once: its own bundler may split it again.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.write({
    dir,
    format: 'esm',
    // Names stay, for whoever reads a stack trace.
    minify: { compress: true, mangle: false, codegen: true },
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'advisor', test: (id) => !OF_AN_ENTRY.test(id) }] },
  });
  await bundle.close();
  const types = generateDtsBundle(
    ENTRIES.map((entry) => ({
      filePath: `src/${entry}.ts`,
      libraries: { inlinedLibraries: ['valibot'] },
      output: { noBanner: true },
      // `npm run types` checks them.
      noCheck: true,
    })),
    { preferredConfigPath: 'tsconfig.json' },
  );
  ENTRIES.forEach((entry, index) => writeFileSync(`${dir}/${entry}.d.ts`, types[index]));
  return output.flatMap((chunk) => chunk.moduleIds ?? []);
}

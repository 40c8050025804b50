// The library: a file for each entry and what both import in a third, with types that need no other package.
import { writeFileSync } from 'node:fs';
import { generateDtsBundle } from 'dts-bundle-generator';
import { rolldown } from 'rolldown';
import ts from 'typescript';
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
    // Names of functions stay, for whoever reads a stack trace.
    minify: { compress: true, mangle: { toplevel: false, keepNames: true }, codegen: true },
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
  const [ofNode, ofPage] = types;
  writeFileSync(`${dir}/browser.d.ts`, ofPage);
  writeFileSync(`${dir}/index.d.ts`, beside(ofPage, ofNode));
  return output.flatMap((chunk) => chunk.moduleIds ?? []);
}

/** What one declares beyond the other, whose types it takes from there: they are a tenth of the package. */
function beside(page, node) {
  const statementsOf = (text) => {
    const file = ts.createSourceFile('types.d.ts', text, ts.ScriptTarget.Latest);
    return file.statements.map((one) => one.getFullText(file).trim());
  };
  const shared = new Set(statementsOf(page));
  const own = statementsOf(node).filter((one) => !shared.has(one));
  const exported = [...shared].flatMap((one) => /\bexport (?:declare )?(?:class|function|interface|type) (\w+)/.exec(one)?.[1] ?? []);
  const used = exported.filter((name) => own.some((one) => new RegExp(`\\b${name}\\b`).test(one)));
  return `import type { ${used.join(', ')} } from './browser.js';\nexport * from './browser.js';\n${own.join('\n')}\n`;
}

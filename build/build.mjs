// Builds dist: the library (ESM with types), the command line (CommonJS in chunks, which start
// twice as fast as ESM file by file), and the price data compiled from YAML.
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { bundled, ES_MODULES } from './bundled.mjs';
import { compileEagerly } from './eager.mjs';
import { isEarly, late, lateEntries, STUBS } from './late.mjs';
import { buildLibrary } from './library.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
process.chdir(root);
// Built aside and then put in place, so that whoever runs dist meanwhile finds it whole.
const dist = `dist-${process.pid}`;

const library = await buildLibrary(`${dist}/lib`);

const bundle = await rolldown({
  input: { cli: 'src/cli/main.ts', ...lateEntries },
  plugins: [late],
  platform: 'node',
  // commander starts subcommands that are programs of their own; ours are not, and loading child_process costs 2% of a start.
  resolve: {
    alias: {
      'node:child_process': `${root}build/no-child-process.mjs`,
      'string-width': `${root}build/string-width.cjs`,
      '@modelcontextprotocol/server/_shims': `${root}build/no-json-schema-validator.mjs`,
      ...ES_MODULES,
    },
  },
  // web-tree-sitter could run what a grammar brings; that of Terraform brings nothing.
  checks: { eval: false },
  transform: { define: { ADVISOR_VERSION: JSON.stringify(version) } },
});
// Each file costs a start a hundredth of `node -e 0`, and so does what is compiled in vain: what `cost` loads lies together,
// and what advice loads beside it.
const STARTS =
  /\/src\/(?:errors\/(?!did)|documents\/visible|pricebook\/(?:files|damaged)|reading\/(?:bounds|json)|cli\/(?:output|ports|answered|version|formats\/[a-z]+|files\/path-bytes)\.ts)/;
const COSTS = [
  /\/src\/(?:candidates|hops|journey|money|workload)\/(?!document\.|read|draft)/,
  /\/src\/estimate\/(?!quote|price-together)/,
  /\/src\/pricebook\/(?:price-book|price-list|place|rate|bands|cells|skus)/,
  /\/src\/reading\/own/,
  /\/src\/errors\/did/,
  /\/src\/app\/(?:pricing-options|known-place|read-workloads|staleness|cost\/(?:cost|document|pooled))\.ts/,
  /\/src\/documents\/json\.ts/,
];
const READS =
  /\/src\/(?:reading\/(?:yaml|outline)|workload\/read|cli\/(?:commands\/cost|files\/(?:read-text|sources|counted-once)))\.ts|node_modules\/yaml\//;
const ADVISES = [
  /\/src\/(?:advise|decide\/(?!example)|facts|throttling|estimate|whatif)\//,
  /\/src\/app\/(?:recommend\/|lint\/findings|throttle\/document|gates\/fail-on)/,
  /\/src\/cli\/commands\/recommend\.ts/,
];
/** One screen of a cost, which says little of all that advice says. */
const ANSWERS = /\/src\/render\/(?:answer\/(?:cost-screen|candidates|cost-line|foot|verdict)|section|markdown-text)\.ts/;
const TELLS = /\/src\/render\/(?:(?:recommend|throttling)\/|quota-words\.ts)/;
const DRAWS =
  /\/src\/render\/(?:cost\/(?:table|words)|grid|paragraph|plain-signs|theme)\.ts|\/src\/cli\/screen\.ts|cli-table3|string-width/;
const group = (name, tests, priority) => ({ name, test: (id) => isEarly(id) && tests.some((one) => one.test(id)), priority });
const { output } = await bundle.write({
  dir: `${dist}/cli`,
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
  codeSplitting: {
    groups: [
      group('starting', [STARTS, STUBS], 4),
      group('reading', [READS], 2),
      group('pricing', COSTS, 3),
      group('advising', ADVISES, 1),
      group('answering', [ANSWERS], 1),
      group('telling', [TELLS], 1),
      group('drawing', [DRAWS], 2),
    ],
  },
});
await bundle.close();
// Every other sign is written as an escape: V8 reads a script of plain ASCII in two thirds of the time. In a raw template
// an escape would mean something else.
for (const { fileName, code } of output.filter((one) => one.type === 'chunk')) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error(`${fileName} has a raw template that is not ASCII`);
  const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(`${dist}/cli/${fileName}`, code.replace(/[^\0-\x7f]/g, escaped));
}
// What reads Terraform, which `packagedWasm` finds there.
const WASM = ['web-tree-sitter/web-tree-sitter.wasm', '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'].map(
  (path) => `node_modules/${path}`,
);
mkdirSync(`${dist}/wasm`);
for (const path of WASM) copyFileSync(path, `${dist}/wasm/${basename(path)}`);
// Whose code the bundle carries, for THIRD-PARTY-NOTICES.md.
const carried = [...output.flatMap((chunk) => chunk.moduleIds ?? []), ...library, ...WASM].flatMap(
  (id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? [],
);
writeFileSync(`${dist}/bundled.json`, JSON.stringify([...new Set(carried)].toSorted()));
writeFileSync(`${dist}/version.txt`, version);

const reader = await bundled('build/price-sheets.ts', `${dist}/price-sheets.mjs`);
const { listSheets, readPriceSheets } = await import(pathToFileURL(reader).href);
rmSync(reader);
const { index, sheets } = readPriceSheets(listSheets('pricing-data'));
mkdirSync(`${dist}/pricing-data`);
writeFileSync(`${dist}/pricing-data/index.json`, JSON.stringify(index));
for (const [region, sheet] of Object.entries(sheets)) writeFileSync(`${dist}/pricing-data/${region}.json`, JSON.stringify(sheet));

rmSync('dist', { recursive: true, force: true });
renameSync(dist, 'dist');

// A session of the server, whose arguments are a text.
const workload = readFileSync('examples/catalogue.yaml', 'utf8');
const asks = (id, method, params) => JSON.stringify({ jsonrpc: '2.0', id, method, params });
const session = [
  asks(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'build', version } }),
  '{"jsonrpc":"2.0","method":"notifications/initialized"}',
  ...['price_workload', 'recommend_api_type'].map((name, index) => asks(index + 2, 'tools/call', { name, arguments: { workload } })),
].join('\n');
// What has an aim in docs/performance.md.
compileEagerly(root, [
  ...['cost', 'recommend'].flatMap((command) =>
    ['table', 'json'].map((format) => ({ argv: [command, 'examples/catalogue.yaml', '--format', format] })),
  ),
  { argv: ['--help'] },
  { argv: ['complete', '--', 'explain', ''] },
  { argv: ['mcp'], input: `${session}\n` },
]);

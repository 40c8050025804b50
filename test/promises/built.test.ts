// What the built files could do at all: which modules of Node they ask for, and whether anything makes code from text.
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../house/source.ts';
import { ROOT } from '../run.ts';

const built = ['bin', 'dist/cli', 'dist/lib']
  .flatMap((folder) => filesUnder(join(ROOT, folder)))
  .filter((path) => /\.c?js$/.test(path))
  .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }));

const asksFor = (text: string) =>
  [...text.matchAll(/(?:require|import|from)\s*\(?\s*[`'"](?:node:)?([a-z][a-z_/0-9]*)[`'"]/g)].map((match) => match[1] as string);
const where = (names: readonly string[]) =>
  built.filter(({ text }) => asksFor(text).some((one) => names.includes(one))).map(({ path }) => path);

test('one chunk has ways to the network, and it is loaded by prices update alone', () => {
  const ways = where(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'undici']);
  expect(ways).toEqual([expect.stringMatching(/^dist\/cli\/chunks\/open-[\w-]+\.cjs$/)]);
  const chunk = basename(ways[0] ?? '');
  const askers = built.filter(({ text }) => text.includes(chunk)).map(({ path }) => path);
  expect(askers).toEqual([expect.stringMatching(/^dist\/cli\/chunks\/starting-/)]);
});

test('nothing asks for other processes, threads or scripts', () => {
  expect(where(['child_process', 'worker_threads', 'vm', 'cluster', 'inspector', 'repl', 'wasi', 'sqlite'])).toEqual([]);
});

test('nothing makes code from input: web-tree-sitter could from a grammar, and ours brings no text; zod could for the forms of the protocol of mcp, and is told not to', () => {
  const makers = built.filter(({ text }) => /\beval\(|\bnew Function\(|[^\w.$]Function\(["'`]/.test(text)).map(({ path }) => path);
  expect(makers).toEqual([
    expect.stringMatching(/^dist\/cli\/chunks\/mcp-/),
    expect.stringMatching(/^dist\/cli\/chunks\/web-tree-sitter-/),
  ]);
  // Such text would stand in the grammar under these names: https://emscripten.org/docs/porting/connecting_cpp_and_javascript
  const grammar = readFileSync(join(ROOT, 'dist/wasm/tree-sitter-terraform.wasm'), 'latin1');
  expect(grammar).not.toMatch(/__(?:start|stop)_em_|__em_js__/);
});

test('npm builds nothing, runs nothing and fetches nothing else when it installs', () => {
  const { scripts, dependencies, optionalDependencies, peerDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, object>;
  expect([dependencies, optionalDependencies, peerDependencies]).toEqual([undefined, undefined, undefined]);
  expect(Object.keys(scripts ?? {}).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  expect(filesUnder(join(ROOT, 'dist')).filter((path) => /\.(?:node|so|dll|dylib|exe)$/.test(path))).toEqual([]);
});

// npm run bench:templates -- DIR...: how many files a second `scan` reads, and by how much that is slower than the bare parser of each
// format on the same texts, as the median of pairs in one run. The folders are public repositories, or your own; nothing of them is kept.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseTree } from 'jsonc-parser';
import { Language, Parser } from 'web-tree-sitter';
import { parseDocument } from 'yaml';
import { bundled } from '../build/bundled.mjs';

const PAIRS = 5;
const file = await bundled('bench/templates-engine.ts', `dist/templates-engine-${process.pid}.mjs`);
const { READERS, scanTemplates } = await import(pathToFileURL(file).href);
rmSync(file);

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load('node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'));
const YAML_OPTIONS = { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false, prettyErrors: false };

/** The parser that the reader of a file rests on, and nothing more. */
function bare({ file: path, text }) {
  if (path.endsWith('.tf')) return parser.parse(text).delete();
  return /^\s*[{[]/.test(text) ? parseTree(text, []) : parseDocument(text, YAML_OPTIONS);
}

const all = process.argv.slice(2).flatMap((folder) => [...walk(folder)]);
const owned = new Map(READERS.map((one) => [one, []]));
for (const one of all) {
  const reader = READERS.find(({ endings, signs, recognizes }) => endings.test(one.file) && signs.test(one.text) && recognizes(one));
  owned.get(reader)?.push(one);
}
const beside = { read: (path) => read(path) ?? { because: 'there is no such file' }, list: (folder) => names(folder) };
console.log('| Read | Files | MB | Files a second | To the bare parser (aim 2) |\n|---|---:|---:|---:|---:|');
for (const [{ title }, files] of owned) {
  if (files.length === 0) continue;
  const ratios = [];
  const seconds = [];
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    const plain = await timed(() => files.forEach(bare));
    const whole = await timed(() => scanTemplates(files, beside, READERS));
    if (pair > 0) ratios.push(whole / plain);
    seconds.push(whole / 1000);
  }
  const size = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  console.log(
    `| ${title} | ${files.length} | ${size.toFixed(1)} | ${Math.round(files.length / median(seconds))} | ${median(ratios).toFixed(2)} |`,
  );
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* walk(path);
    else if (entry.isFile() && READERS.some(({ endings }) => endings.test(path))) yield { file: path, text: readFileSync(path, 'utf8') };
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function names(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

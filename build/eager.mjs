// What a start calls is compiled with its file, and chunks give each other values instead of getters. V8 compiles a function when it is first called, unless parentheses
// stand around it, and what Node keeps of compiled code is what was compiled with the file: without them each start compiled
// a thousand functions again. https://v8.dev/blog/preparser#pife, https://nodejs.org/api/module.html#module-compile-cache
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import { parseAst } from 'rolldown/parseAst';

/**
 * Writes parentheses around the functions that are called by some of the given runs.
 * @param root where `bin` and `dist` are.
 * @param runs command lines, each with what it reads from standard input.
 */
export function compileEagerly(root, runs) {
  const all = calledBy(root, runs);
  if (all.size === 0) throw new Error(`no run called a function below ${join(root, 'dist')}`);
  for (const [file, called] of all) {
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, quickened(readFileSync(file, 'utf8'), called));
    renameSync(aside, file);
  }
}

/** By file, where the functions start that were called. */
function calledBy(root, runs) {
  const called = new Map();
  for (const { argv, input = '' } of runs) {
    const coverage = mkdtempSync(join(tmpdir(), 'called-'));
    // Without the prices and contracts of whoever builds; Windows starts nothing without its folder.
    const env = { SystemRoot: process.env.SystemRoot, NODE_V8_COVERAGE: coverage, NODE_DISABLE_COMPILE_CACHE: '1' };
    execFileSync(process.execPath, [join(root, 'bin', 'apigw-advisor.cjs'), ...argv], { cwd: root, env, input });
    const reports = readdirSync(coverage).map((name) => JSON.parse(readFileSync(join(coverage, name), 'utf8')));
    rmSync(coverage, { recursive: true });
    for (const { url, functions } of reports.flatMap(({ result }) => result)) {
      const file = url.startsWith('file:') ? fileURLToPath(url) : '';
      if (!file.startsWith(join(root, 'dist'))) continue;
      const starts = called.get(file) ?? new Set();
      called.set(file, starts);
      for (const { ranges } of functions) if (ranges[0].count > 0) starts.add(ranges[0].startOffset);
    }
  }
  return called;
}

/**
 * The same program.
 * @param called where the functions start that are to be compiled with it.
 */
export function quickened(code, called) {
  const text = new MagicString(code);
  const [declared, exported, assigned] = [[], [], new Set()];
  const visit = (node, above) => {
    if (node.type === 'FunctionDeclaration' && above.type === 'Program' && called.has(node.start)) declared.push(node);
    if (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression') {
      const method = above.value === node && above.type !== 'PropertyDefinition' && (above.method || above.kind !== 'init') ? above : null;
      if (called.has((method ?? node).start)) surround(text, node, method);
    }
    if (node.type === 'AssignmentExpression') assigned.add(node.left.name);
    if (exportOf(code, node) !== null) exported.push(node);
    else for (const one of Object.values(node).flat()) if (typeof one?.type === 'string') visit(one, node);
  };
  visit(parseAst(code, { lang: 'js', sourceType: 'script' }));
  // A declaration is there before the first statement runs, and so is what takes its place.
  for (const { id, start, end } of declared) {
    text.appendRight(start, `var ${id.name}=(`).appendLeft(end, ');');
    if (start > 0) text.move(start, end, 0);
  }
  for (const node of exported) {
    const [, name, value] = exportOf(code, node);
    if (!assigned.has(value)) text.update(node.start, node.end, `exports.${name}=${value}`);
  }
  return text.toString();
}

/** The name and the value of what a chunk gives others by a getter, which costs more than all else that it does at its end. */
function exportOf(code, { type, start, end }) {
  return type === 'CallExpression' ? EXPORT.exec(code.slice(start, end)) : null;
}
const EXPORT = /^Object\.defineProperty\(exports,"([\w$]+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)$/;

/** What is written as a method has no place for parentheses: of an object it is written as a function, of a class it stays. */
function surround(text, { start, end, async: isAsync, generator }, method) {
  if (method === null) text.appendRight(start, '(').appendLeft(end, ')');
  else if (method.method && !method.computed && !isAsync && !generator) text.appendLeft(method.key.end, ':(function').appendLeft(end, ')');
}

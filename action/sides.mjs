// Lays the workload files of both sides into two folders, under the paths that they have in the repository.
import { lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { Mistake } from './log.mjs';

const WORKLOAD = /\.(?:yaml|yml|json)$/;

/**
 * @returns the paths on each side, whether any file differs, and links, which are not followed: one could lead out of the repository.
 */
export function laidOut(git, { workspace, folder, files, base }) {
  const wanted = pathspecs(files);
  const index = join(folder, 'index');
  git(['read-tree', base], { index });
  const was = listed(git(['ls-files', '--stage', '-z', '--', ...wanted], { index }));
  const is = listed(git(['ls-files', '--stage', '-z', '--', ...wanted]));
  const before = blobs(git, was.files);
  const now = new Map(is.files.flatMap(({ path }) => workingCopy(workspace, path)));
  if (before.size + now.size === 0) throw new Mistake(`files matches no .yaml, .yml or .json file of the repository: ${files.trim()}`);
  for (const [side, texts] of Object.entries({ before, now })) {
    mkdirSync(join(folder, side));
    for (const [path, text] of texts) {
      mkdirSync(dirname(join(folder, side, path)), { recursive: true });
      writeFileSync(join(folder, side, path), text);
    }
  }
  const isSame = before.size === now.size && [...now].every(([path, text]) => before.get(path)?.equals(text));
  return { before: [...before.keys()], now: [...now.keys()], isSame, links: is.links };
}

/** git's own patterns, so that both sides are matched alike. */
function pathspecs(files) {
  const lines = files
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (!lines.some((line) => !line.startsWith('!'))) throw new Mistake('files names no file: state one, such as files: workloads/');
  return lines.map((line) => (line.startsWith('!') ? `:(top,glob,exclude)${line.slice(1)}` : `:(top,glob)${line}`));
}

/** What `ls-files --stage -z` prints: mode, blob and stage of each path. */
function listed(output) {
  const text = new TextDecoder('utf-8', { fatal: true });
  const entries = output
    .toString('latin1')
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [head, path] = [entry.slice(0, entry.indexOf('\t')), entry.slice(entry.indexOf('\t') + 1)];
      const [mode, blob] = head.split(' ');
      return { mode, blob, path: decoded(text, path) };
    })
    .filter(({ path }) => WORKLOAD.test(path));
  return {
    files: entries.filter(({ mode }) => mode.startsWith('100')),
    links: entries.filter(({ mode }) => mode === '120000').map(({ path }) => path),
  };
}

function decoded(text, path) {
  try {
    return text.decode(Buffer.from(path, 'latin1'));
  } catch (error) {
    throw new Mistake(`the name of a file is not UTF-8: ${JSON.stringify(path)}`, { cause: error });
  }
}

function blobs(git, entries) {
  const output = git(['cat-file', '--batch'], { input: entries.map(({ blob }) => `${blob}\n`).join('') });
  let at = 0;
  return new Map(
    entries.map(({ path }) => {
      const start = output.indexOf('\n', at) + 1;
      const size = Number(output.toString('latin1', at, start).trim().split(' ')[2]);
      at = start + size + 1;
      return [path, output.subarray(start, start + size)];
    }),
  );
}

/** What lies in the checkout, where it is a file of the repository: an earlier step may have removed it, or put a link in its place. */
function workingCopy(workspace, path) {
  const file = join(workspace, path);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile() || !realpathSync(file).startsWith(realpathSync(workspace) + sep)) return [];
  return [[path, readFileSync(file)]];
}

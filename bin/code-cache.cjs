'use strict';
// Loads the chunks of our own bundle, keeping V8's compiled code of them between runs: that halves the rest of the start
// on Node 20. Node's own loader would look for a package.json beside every chunk, resolve symbolic links and decode
// UTF-8; the build names every chunk relative to the one that asks for it and writes ASCII only.
// Compiled code lies in a folder of the user's own that no one else may write: code from a cache is run.
// APIGW_ADVISOR_CODE_CACHE=off keeps nothing; every failure means compiling as usual.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

exports.load = function load(dist, entry) {
  const folder = cacheFolder(dist);
  const first = path.join(dist, entry);
  const loaded = new Map();
  const fresh = [];
  if (folder !== null) process.once('exit', () => fresh.forEach(([file, script]) => keep(folder, file, script)));

  const requireChunk = (filename) => {
    const known = loaded.get(filename);
    if (known !== undefined) return known.exports;
    const chunk = { exports: {} };
    loaded.set(filename, chunk);
    // A chunk has a hash of its content in its name; the entry, which has none, goes by its time.
    const name = filename.slice(filename.lastIndexOf(path.sep) + 1);
    const file = folder && `${folder}${path.sep}${filename === first ? `${name}.${fs.statSync(filename).mtimeMs}` : name}`;
    let cachedData;
    try {
      if (file !== null) cachedData = fs.readFileSync(file);
    } catch {
      // No cache yet.
    }
    const source = fs.readFileSync(filename, 'latin1');
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, { filename, cachedData });
    if (file !== null && (cachedData === undefined || script.cachedDataRejected)) fresh.push([file, script]);
    const folderOfChunk = filename.slice(0, -name.length - 1);
    const requireFrom = (asked) => (asked.startsWith('.') ? requireChunk(resolve(folderOfChunk, asked)) : require(asked));
    script.runInThisContext().call(chunk.exports, chunk.exports, requireFrom, chunk, filename, folderOfChunk);
    return chunk.exports;
  };
  return requireChunk(first);
};

/** `./chunk.cjs`, `./chunks/chunk.cjs` and `../cli.cjs` are all that the build writes; `path.join` costs more than it saves. */
function resolve(folder, asked) {
  const name = asked.startsWith('./') ? asked.slice(2) : asked.slice(3);
  const from = asked.startsWith('./') ? folder : folder.slice(0, folder.lastIndexOf(path.sep));
  return from + path.sep + name;
}

function cacheFolder(dist) {
  const { env } = process;
  if (env.APIGW_ADVISOR_CODE_CACHE === 'off') return null;
  const home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && path.join(env.HOME, '.cache'));
  if (!home || !path.isAbsolute(home)) return null;
  const folder = path.join(home, 'apigw-advisor', `${process.version}-${process.arch}`, encodeURIComponent(dist).slice(-200));
  try {
    const { uid, mode } = fs.statSync(folder);
    return process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0) ? null : folder;
  } catch {
    return folder;
  }
}

function keep(folder, file, script) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const temporary = `${file}.${process.pid}`;
    // At exit, so that functions compiled lazily during this run are in it.
    fs.writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
    fs.renameSync(temporary, file);
  } catch {
    // A read-only home only means a slower start.
  }
}

'use strict';
// Loads the chunks of our own bundle, keeping V8's compiled code of them between runs: that halves the rest of the start
// on Node 20. Node's own loader would look for a package.json beside every chunk, resolve symbolic links and decode
// UTF-8; the build names every chunk relative to the one that asks for it and writes ASCII only.
// Compiled code lies in a folder of the user's own that no one else may write: code from a cache is run.
// APIGW_ADVISOR_CODE_CACHE=off keeps nothing; every failure means compiling as usual.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

/**
 * Loads the entry of the bundle. `purpose` tells runs apart that compile different functions, such as commands: each has
 * its own cache, since V8 adds nothing to one later.
 */
exports.load = function load(dist, entry, purpose) {
  const first = path.join(dist, entry);
  const cache = openCache(dist, first, /^[a-z]{1,20}$/.test(purpose) ? purpose : 'other');
  const loaded = new Map();

  const requireChunk = (filename) => {
    const known = loaded.get(filename);
    if (known !== undefined) return known.exports;
    const chunk = { exports: {} };
    loaded.set(filename, chunk);
    const name = filename.slice(filename.lastIndexOf(path.sep) + 1);
    const source = fs.readFileSync(filename, 'latin1');
    const cachedData = cache.find(name);
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, { filename, cachedData });
    cache.loaded(name, script, cachedData);
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

/** What is kept for one build and purpose: one file, a line of JSON that says where each chunk's code starts and ends, then the code. */
function openCache(dist, first, purpose) {
  const file = cacheFile(dist, first, purpose);
  const scripts = new Map();
  const { places, code } = file === null ? NOTHING : read(file);
  let fresh = false;
  const find = (name) => (Array.isArray(places[name]) ? code.subarray(places[name][0], places[name][1]) : undefined);
  const loaded = (name, script, cachedData) => {
    if (cachedData === undefined || script.cachedDataRejected) fresh = true;
    scripts.set(name, [script, cachedData]);
  };
  // At exit, so that functions compiled lazily during this run are in it.
  if (file !== null) process.once('exit', () => fresh && keep(file, { places, find, scripts }));
  return { find, loaded };
}

const NOTHING = { places: {}, code: Buffer.alloc(0) };

/** The entry's time stands for the build. */
function cacheFile(dist, first, purpose) {
  const { env } = process;
  if (env.APIGW_ADVISOR_CODE_CACHE === 'off') return null;
  const home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && path.join(env.HOME, '.cache'));
  if (!home || !path.isAbsolute(home)) return null;
  const folder = path.join(home, 'apigw-advisor', `${process.version}-${process.arch}`, encodeURIComponent(dist).slice(-200));
  try {
    const { uid, mode } = fs.statSync(folder);
    if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return null;
  } catch {
    // Not there yet.
  }
  return path.join(folder, `${purpose}.${fs.statSync(first).mtimeMs}`);
}

function read(file) {
  try {
    const bytes = fs.readFileSync(file);
    const end = bytes.indexOf(10);
    return { places: JSON.parse(bytes.latin1Slice(0, end)), code: bytes.subarray(end + 1) };
  } catch {
    // None yet, or a damaged one.
    return NOTHING;
  }
}

/** Writes what this run compiled, and what earlier runs did of chunks that it did not load. */
function keep(file, { places, find, scripts }) {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const parts = new Map(Object.keys(places).map((name) => [name, find(name)]));
    for (const [name, [script, cachedData]] of scripts) {
      parts.set(name, cachedData === undefined || script.cachedDataRejected ? script.createCachedData() : cachedData);
    }
    let end = 0;
    const index = {};
    const aligned = [];
    for (const [name, code] of parts) {
      index[name] = [end, end + code.length];
      aligned.push(code, Buffer.alloc(-code.length & 7));
      end += (code.length + 7) & ~7;
    }
    const head = JSON.stringify(index);
    // V8 copies code that does not lie at a multiple of eight bytes.
    const padding = ' '.repeat(-(head.length + 1) & 7);
    const temporary = `${file}.${process.pid}`;
    fs.writeFileSync(temporary, Buffer.concat([Buffer.from(`${head}${padding}\n`), ...aligned]), { mode: 0o600 });
    fs.renameSync(temporary, file);
  } catch {
    // A read-only home only means a slower start.
  }
}

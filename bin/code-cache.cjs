'use strict';
// Keeps V8's compiled code of our own bundle between runs, which halves the rest of the start on Node 20.
// Only files under dist are cached, in a folder of the user's own that no one else may write: code from a cache is run.
// APIGW_ADVISOR_CODE_CACHE=off switches it off; every failure means compiling as usual.
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

exports.install = function install(dist) {
  const { env } = process;
  if (env.APIGW_ADVISOR_CODE_CACHE === 'off') return;
  const home = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && path.join(env.HOME, '.cache'));
  if (!home || !path.isAbsolute(home)) return;
  const folder = path.join(home, 'apigw-advisor', `${process.version}-${process.arch}`, encodeURIComponent(dist).slice(-200));
  const fresh = [];
  process.once('exit', () => fresh.forEach(([file, script]) => keep(folder, file, script)));
  const compile = Module.prototype._compile;
  Module.prototype._compile = function compileCached(source, filename, ...rest) {
    if (!filename.startsWith(dist + path.sep)) return compile.call(this, source, filename, ...rest);
    const file = path.join(folder, `${path.basename(filename)}.${fs.statSync(filename).mtimeMs}`);
    let cachedData;
    try {
      const { uid, mode } = fs.statSync(folder);
      if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return compile.call(this, source, filename, ...rest);
      cachedData = fs.readFileSync(file);
    } catch {
      // No cache yet.
    }
    const script = new vm.Script(Module.wrap(source), {
      filename,
      cachedData,
      importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (cachedData === undefined || script.cachedDataRejected) fresh.push([file, script]);
    return script.runInThisContext().call(this.exports, this.exports, this.require.bind(this), this, filename, path.dirname(filename));
  };
};

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

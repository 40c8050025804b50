'use strict';
// Lets Node keep compiled code between runs (Node 22.1 and newer), in the user's own cache folder. Node compares each
// entry with the source and its checksum before it uses one, so an upgrade or a damaged file means compiling afresh.
// Node's variables work as for any program: NODE_DISABLE_COMPILE_CACHE=1 keeps nothing, NODE_COMPILE_CACHE names another folder.
// https://nodejs.org/api/module.html#module-compile-cache
const fs = require('node:fs');
const nodeModule = require('node:module');
const path = require('node:path');

/**
 * @param command has a folder of its own: Node adds nothing to an entry later, and each command compiles other functions.
 */
exports.enable = function enable(command) {
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_COMPILE_CACHE) return;
  const homes = [env.XDG_CACHE_HOME, env.LOCALAPPDATA, env.HOME && path.join(env.HOME, '.cache')];
  const home = homes.find((one) => one && path.isAbsolute(one));
  if (!home) return;
  try {
    // Folder by folder: below /proc, `recursive` never returns on some versions of Node.
    const folder = [home, 'apigw-advisor', /^[a-z]{1,20}$/.test(command) ? command : 'other'].reduce((above, name) => {
      const made = path.join(above, name);
      if (!fs.existsSync(made)) fs.mkdirSync(made, { mode: 0o700 });
      return made;
    }, '');
    if (onlyOurs(fs.realpathSync(folder))) nodeModule.enableCompileCache(folder);
  } catch {
    // No such folder can be made: every run compiles.
  }
};

/** Whether nobody but this user and root can write into a folder or put another in its place: code from a cache is run. */
function onlyOurs(folder) {
  if (process.getuid === undefined) return true; // Windows: the cache folder is the user's own by its access list.
  const mine = ({ uid }) => uid === process.getuid() || uid === 0;
  const closed = ({ mode }) => (mode & 0o022) === 0;
  const sticky = ({ mode }) => (mode & 0o1000) !== 0;
  const own = fs.statSync(folder);
  if (!mine(own) || !closed(own)) return false;
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    const stat = fs.statSync(above);
    if (!mine(stat) || !(closed(stat) || sticky(stat))) return false;
    if (above === path.dirname(above)) return true;
  }
}

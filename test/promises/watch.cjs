'use strict';
// Loaded before the command line: refuses the network, other processes and code made from text, and tells at the end what was tried,
// which files were read and written, and which of our own were loaded.
const { appendFileSync } = require('node:fs');
const fs = require('node:fs');

const seen = { refused: [], read: [], written: [], wasm: [] };
const refuse = (owner, names, what) => {
  for (const name of names)
    owner[name] = () => {
      seen.refused.push(`${what}.${name}`);
      throw new Error(`${what}.${name} is refused`);
    };
};
for (const [name, calls] of Object.entries({
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  worker_threads: ['Worker'],
  vm: ['runInContext', 'runInNewContext', 'runInThisContext', 'compileFunction', 'Script'],
}))
  refuse(require(`node:${name}`), calls, name);
require('node:net').Socket.prototype.connect = () => {
  seen.refused.push('Socket.connect');
  throw new Error('Socket.connect is refused');
};
refuse(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'globalThis');

const told = (name, list, at = 0) => {
  const own = fs[name];
  fs[name] = Object.assign((...all) => {
    const path = all[at];
    const writes = name === 'openSync' && /[wa+]/.test(String(all[1] ?? 'r'));
    if (typeof path !== 'number') (writes ? seen.written : seen[list]).push(String(path));
    return own(...all);
  }, own);
};
for (const name of ['readFileSync', 'readdirSync', 'openSync', 'createReadStream']) told(name, 'read');
for (const name of [
  'writeFileSync',
  'appendFileSync',
  'mkdirSync',
  'mkdtempSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
  'chmodSync',
  'symlinkSync',
])
  told(name, 'written');
for (const name of ['renameSync', 'linkSync', 'copyFileSync']) told(name, 'written', 1);

const { createHash } = require('node:crypto');
const note = (source) => {
  // Node has WebAssembly of its own, to read which names a CommonJS module exports.
  if (source instanceof WebAssembly.Module || /^.*node:internal/.test(new Error().stack.split('\n')[3])) return;
  seen.wasm.push(
    createHash('sha256')
      .update(new Uint8Array(source.buffer ?? source))
      .digest('hex'),
  );
};
for (const name of ['compile', 'instantiate']) {
  const own = WebAssembly[name];
  WebAssembly[name] = (...all) => (note(all[0]), own(...all));
}
WebAssembly.Module = new Proxy(WebAssembly.Module, { construct: (Own, all) => (note(all[0]), new Own(...all)) });

process.on('exit', () => {
  const loaded = Object.keys(require.cache).filter((path) => path !== __filename);
  appendFileSync(process.env.WATCHED, JSON.stringify({ ...seen, loaded }));
});

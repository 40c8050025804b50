#!/usr/bin/env node
'use strict';
// CommonJS on purpose: on Node 20 the ESM loader alone costs a fifth of the start.
const { readFileSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '..');
const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${readFileSync(join(root, 'dist', 'version.txt'), 'utf8')}\n`);
} else {
  if (enableCompileCache !== undefined) require('./compile-cache.cjs').enable(argv[0]);
  const { main, realPorts } = require('../dist/cli/cli.cjs');
  main(argv, realPorts(root)).then((code) => {
    process.exitCode = code;
  });
}

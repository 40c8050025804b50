#!/usr/bin/env node
'use strict';
// CommonJS on purpose: on Node 20 the ESM loader alone costs a fifth of the start.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${readFileSync(join(dist, 'version.txt'), 'utf8')}\n`);
} else {
  const { main, realPorts } = require('./code-cache.cjs').load(dist, 'cli/cli.cjs', argv[0]);
  main(argv, realPorts(root)).then((code) => {
    process.exitCode = code;
  });
}

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
  require('./code-cache.cjs').install(dist);
  const { main, realPorts } = require('../dist/cli/cli.cjs');
  // A reader that closes the pipe (head, less) has had enough; a full disk has not.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
      process.stderr.write(`apigw-advisor: the output could not be written\n  because   the system says ${error.message}\n`);
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  main(argv, realPorts(root)).then((code) => {
    process.exitCode = code;
  });
}

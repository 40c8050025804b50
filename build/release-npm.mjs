// Publishes a packed package, once: what is on the registry already, and is the same, is left as it is. A first version is published by
// a person, since npm trusts a workflow only with a package that it knows.
//   node build/release-npm.mjs <what npm pack wrote>
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [packed] = process.argv.slice(2);
if (packed === undefined) throw new Error('node build/release-npm.mjs <what npm pack wrote>');
const { name, version } = JSON.parse(execFileSync('tar', ['-xzOf', packed, 'package/package.json'], { encoding: 'utf8' }));
const integrity = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;

const asked = spawnSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], { encoding: 'utf8' });
const stands = asked.status === 0 ? asked.stdout.trim() : '';
if (asked.status !== 0 && !asked.stderr.includes('E404')) throw new Error(`npm view: ${asked.stderr}`);
if (stands !== '' && stands !== integrity) throw new Error(`${name}@${version} is on the registry already, and holds something else`);
if (stands === '') {
  const tag = version.includes('-') ? 'next' : 'latest';
  execFileSync('npm', ['publish', packed, '--provenance', '--access', 'public', '--tag', tag], { stdio: 'inherit' });
}

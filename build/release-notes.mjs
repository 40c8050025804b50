// The part of the changelog that a release is told by, in Markdown.
//   node build/release-notes.mjs
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const [, part = ''] = readFileSync('CHANGELOG.md', 'utf8').split(/^(?=## )/m);
const [, name, date] = /^## (\S+) - (.+)\n/.exec(part) ?? [];
if (name !== version) throw new Error(`the first part of CHANGELOG.md is of ${name ?? 'no version'}, and package.json says ${version}`);
if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`CHANGELOG.md has no date of ${version}: write today's in place of "${date}"`);
console.log(part.slice(part.indexOf('\n')).trim());

// Commits what a release tag holds, on top of the commit that it was built from, and pushes its tags. The commit is on no branch.
// The tag of the version never moves; that of its major version goes to the newest release, and to a release candidate only until there is one.
//   node build/release-tag.mjs <folder that release-tree.mjs wrote>
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [tree] = process.argv.slice(2);
if (tree === undefined) throw new Error('node build/release-tag.mjs <folder>');
const { version } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8'));
const tag = `v${version}`;
const [major] = tag.split('.');

const home = mkdtempSync(join(tmpdir(), 'release-'));
const repository = execFileSync('git', ['rev-parse', '--absolute-git-dir'], { encoding: 'utf8' }).trim();
const env = { ...process.env, GIT_DIR: repository, GIT_WORK_TREE: resolve(tree), GIT_INDEX_FILE: join(home, 'index') };
const git = (...argv) => execFileSync('git', argv, { cwd: tree, env, encoding: 'utf8' }).trim();
const source = git('rev-parse', 'HEAD');
git('add', '--all', '--force', '.');
const [written, stands] = [git('write-tree'), git('ls-remote', '--tags', 'origin', `refs/tags/${tag}`).split('\t')[0]];
if (stands !== '') git('fetch', '--quiet', '--no-tags', 'origin', `refs/tags/${tag}`);
if (stands !== '' && git('rev-parse', `${stands}^{tree}`) !== written) throw new Error(`${tag} is there already, and holds something else`);

const commit = stands || git('commit-tree', written, '-p', source, '-m', `Release ${version}, built from ${source}`);
const released = git('ls-remote', '--tags', 'origin', `${major}.*`).split('\n');
const isFinal = !version.includes('-');
const moves = isFinal || !released.some((line) => /\/v\d+\.\d+\.\d+$/.test(line));
const tags = [...(stands ? [] : [`${commit}:refs/tags/${tag}`]), ...(moves ? [`+${commit}:refs/tags/${major}`] : [])];
if (tags.length > 0) git('push', '--quiet', '--atomic', 'origin', ...tags);
rmSync(home, { recursive: true });
console.log(`${tag}${moves ? ` and ${major}` : ''}: ${commit}`);

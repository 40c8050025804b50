// Reads the repository of the workflow with git, and never anything outside it.
import { spawnSync } from 'node:child_process';
import { Mistake } from './log.mjs';

/** Runs git, and throws what it says where it fails. */
export function gitIn(workspace) {
  // In a container the workspace may belong to another user, to whom git says nothing without this.
  const own = ['-c', `safe.directory=${workspace}`];
  return (args, { input, index } = {}) => {
    const { status, stdout, stderr, error } = spawnSync('git', [...own, ...args], {
      cwd: workspace,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) },
      input,
      maxBuffer: 2 ** 28,
    });
    if (error?.code === 'ENOENT') throw new Mistake('there is no git on this runner');
    if (status !== 0) throw new Mistake(`git ${args[0]}: ${stderr?.toString().trim() || error?.message}`);
    return stdout;
  };
}

/** The commit to compare with: the one that was named, or else the one that the event started from. */
export function baseCommit(git, named, event) {
  if (named !== '') return fetched(git, named);
  const { pull_request: pull, merge_group: group, before } = event;
  const merged = pull && mergedWith(git, pull);
  if (merged !== undefined) return fetched(git, merged);
  const base = pull === undefined ? (group?.base_sha ?? before) : pull.base?.sha;
  if (base === undefined || /^0*$/.test(base)) throw new Mistake('this event has no commit to compare with: state one, such as base: main');
  const found = fetched(git, base);
  return pull === undefined ? found : (answer(git, ['merge-base', found, 'HEAD']) ?? found);
}

/** What the commit that GitHub made of a pull request was merged with: the target branch may since have moved. */
function mergedWith(git, pull) {
  const header = git(['cat-file', 'commit', 'HEAD']).toString().split('\n\n')[0];
  const [first, second] = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent]) => parent);
  return second !== undefined && second === pull.head?.sha ? first : undefined;
}

/** A line of git, or undefined where it has none. */
function answer(git, args) {
  try {
    return git(args).toString().trim();
  } catch {
    return undefined;
  }
}

/** A checkout has one commit only, so the other is fetched. */
function fetched(git, name) {
  if (/^-|[:\s]/.test(name)) throw new Mistake('base is no name of a branch, a tag or a commit');
  const known = (text) => answer(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`]);
  const isHash = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(name);
  const here = isHash ? known(name) : undefined;
  if (here !== undefined) return here;
  // In a whole clone `--depth` would cut off what is there.
  const isShallow = git(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true';
  try {
    git(['fetch', '--quiet', '--no-tags', ...(isShallow ? ['--depth=1'] : []), '--', 'origin', name]);
    const found = known('FETCH_HEAD');
    if (found !== undefined) return found;
  } catch (error) {
    const local = known(name) ?? known(`origin/${name}`);
    if (local !== undefined) return local;
    throw new Mistake(`${error.message}\nWith fetch-depth: 0, actions/checkout brings it.`, { cause: error });
  }
  throw new Mistake('base is not a commit');
}

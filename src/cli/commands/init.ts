import { dirname, join } from 'node:path';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../documents/visible.ts';
import { stories } from '../files/stories.ts';
import { cannotWrite, linkNotes } from '../files/write-words.ts';
import { nameOf } from '../files/path-bytes.ts';
import type { Ports } from '../ports.ts';

export interface InitOptions {
  readonly force?: true;
  /** Write a contract instead of a workload. */
  readonly contract?: true;
  /** Write an example instead of the starter; without a name, say which there are. */
  readonly example?: string | true;
}

/** What it writes, as what, the option that asks for it, and what to do with it. */
interface Start {
  readonly text: string;
  readonly file: string;
  readonly option: string;
  readonly next: (name: string) => string;
}

/** Writes a file to start from. Replaces nothing unless told. */
export async function init(given: string | undefined, { force, contract, example }: InitOptions, ports: Ports): Promise<void> {
  if (contract && example !== undefined)
    throw new UsageError('--contract and --example are both given', 'each excludes the other', '--example, without --contract');
  if (example === true) return ports.stdout.write(list(ports));
  const { text, file: usual, option, next } = example === undefined ? starter(contract === true, ports) : storyOf(example, ports);
  const file = given ?? usual;
  const name = nameOf(file);
  const again = `apigw-advisor init${option}`;
  try {
    const links = await ports.writeFiles(new Map([[file, text]]), { replace: force === true, makeFolders: false });
    ports.stderr.write(`Wrote ${visible(name)}. ${next(visible(name))}\n${linkNotes(links)}`);
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'EEXIST')
      throw new UsageError(`${name} exists already`, 'a file is replaced only with --force', `${again} ${name} --force`, {
        cause,
      });
    const folder = dirname(name);
    if (code === 'ENOENT' && folder !== '.')
      throw new UsageError(`${name} cannot be written`, `there is no folder ${folder}`, `mkdir -p ${folder} && ${again} ${name}`, {
        cause,
      });
    throw cannotWrite(file, cause, `${again} ${usual}`);
  }
}

function starter(isContract: boolean, ports: Ports): Start {
  const read = (...path: readonly string[]) => new TextDecoder().decode(ports.readFile(join(ports.root, 'examples', ...path)));
  if (!isContract)
    return {
      text: read('starter.yaml'),
      file: 'workload.yaml',
      option: '',
      next: (name) => `Fill it in, then: apigw-advisor cost ${name}`,
    };
  return {
    text: read('contract', 'contract.yaml'),
    file: 'contract.yaml',
    option: ' --contract',
    next: (name) => `Fill it in, then: apigw-advisor cost workload.yaml --contract ${name} --cost contracted`,
  };
}

/** @throws UsageError where there is none of that name, below all that there are. */
function storyOf(name: string, ports: Ports): Start {
  const all = stories(ports);
  const found = all.find((one) => one.name === name);
  if (found !== undefined)
    return {
      text: found.text,
      file: `${name}.yaml`,
      option: ` --example ${name}`,
      next: (file) => `Change what differs, then: apigw-advisor recommend ${file}`,
    };
  ports.stderr.write(list(ports));
  const names = all.map((one) => one.name);
  throw new UsageError(
    `--example is "${name}"`,
    `the examples are ${names.join(', ')}`,
    `apigw-advisor init --example ${didYouMean(name, names) ?? names[0]}`,
  );
}

function list(ports: Ports): string {
  const all = stories(ports);
  const width = Math.max(...all.map(({ name }) => name.length));
  return all.map(({ name, about }) => `${name.padEnd(width)}  ${about}\n`).join('');
}

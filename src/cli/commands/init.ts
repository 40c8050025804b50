import { dirname, join } from 'node:path';
import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../documents/visible.ts';
import { cannotWrite, linkNotes } from '../files/write-words.ts';
import { nameOf } from '../files/path-bytes.ts';
import type { Ports } from '../ports.ts';

export interface InitOptions {
  readonly force?: true;
  /** Write a contract instead of a workload. */
  readonly contract?: true;
}

/** What it writes: a file of the package, as what, and what to do with it. */
const STARTERS = {
  workload: { from: ['starter.yaml'], file: 'workload.yaml', next: (name: string) => `apigw-advisor cost ${name}` },
  contract: {
    from: ['contract', 'contract.yaml'],
    file: 'contract.yaml',
    next: (name: string) => `apigw-advisor cost workload.yaml --contract ${name} --cost contracted`,
  },
} as const;

/** Writes a commented starter. Replaces nothing unless told. */
export async function init(given: string | undefined, { force, contract }: InitOptions, ports: Ports): Promise<void> {
  const { from, file: usual, next } = STARTERS[contract ? 'contract' : 'workload'];
  const file = given ?? usual;
  const starter = new TextDecoder().decode(ports.readFile(join(ports.root, 'examples', ...from)));
  const name = nameOf(file);
  const again = `apigw-advisor init${contract ? ' --contract' : ''}`;
  try {
    const links = await ports.writeFiles(new Map([[file, starter]]), { replace: force === true, makeFolders: false });
    ports.stderr.write(`Wrote ${visible(name)}. Fill it in, then: ${next(visible(name))}\n${linkNotes(links)}`);
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

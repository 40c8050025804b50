import { dirname, join } from 'node:path';
import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../documents/visible.ts';
import { cannotWrite, linkNotes } from '../files/write-words.ts';
import { nameOf } from '../files/path-bytes.ts';
import type { Ports } from '../ports.ts';

export interface InitOptions {
  readonly force?: true;
}

/** Writes the commented starter, which is examples/starter.yaml of the package. Replaces nothing unless told. */
export async function init(file: string, { force }: InitOptions, ports: Ports): Promise<void> {
  const starter = new TextDecoder().decode(ports.readFile(join(ports.root, 'examples', 'starter.yaml')));
  const name = nameOf(file);
  try {
    const links = await ports.writeFiles(new Map([[file, starter]]), { replace: force === true, makeFolders: false });
    ports.stderr.write(`Wrote ${visible(name)}. Fill it in, then: apigw-advisor cost ${visible(name)}\n${linkNotes(links)}`);
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'EEXIST')
      throw new UsageError(`${name} exists already`, 'a file is replaced only with --force', `apigw-advisor init ${name} --force`, {
        cause,
      });
    const folder = dirname(name);
    if (code === 'ENOENT' && folder !== '.')
      throw new UsageError(
        `${name} cannot be written`,
        `there is no folder ${folder}`,
        `mkdir -p ${folder} && apigw-advisor init ${name}`,
        { cause },
      );
    throw cannotWrite(file, cause, 'apigw-advisor init workload.yaml');
  }
}

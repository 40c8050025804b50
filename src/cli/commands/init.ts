import { join } from 'node:path';
import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../report/visible.ts';
import type { Ports } from '../ports.ts';

export interface InitOptions {
  readonly force?: true;
}

/** Writes the commented starter, which is examples/starter.yaml of the package. Replaces nothing unless told. */
export function init(file: string, { force }: InitOptions, ports: Ports): void {
  const starter = new TextDecoder().decode(ports.readFile(join(ports.root, 'examples', 'starter.yaml')));
  try {
    ports.writeFile(file, starter, { replace: force === true });
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'EEXIST')
      throw new UsageError(`${file} exists already`, 'nothing is replaced without being told', `apigw-advisor init ${file} --force`, {
        cause,
      });
    throw new UsageError(`${file} cannot be written`, `the system says ${code ?? String(cause)}`, 'apigw-advisor init workload.yaml', {
      cause,
    });
  }
  ports.stderr.write(`Wrote ${visible(file)}. Fill it in, then: apigw-advisor cost ${visible(file)}\n`);
}

import { WorkloadError } from '../../errors/errors.ts';
import { BOUNDS, EXCESS, type Bounds } from '../../reading/bounds.ts';
import { inputName } from './path-bytes.ts';
import type { Ports } from '../ports.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'its links lead in a circle',
  ENOTDIR: 'a part of its path is not a folder',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * The text of a workload file, or of standard input.
 * @param bounds of which it may have no more bytes; what is inside is held to the others by whoever reads it.
 * @param write what to write instead of a name that cannot be read.
 * @throws WorkloadError when it cannot be read or is no workload by its size.
 */
export function readText(path: string, ports: Ports, { bytes: most }: Bounds = BOUNDS.workload, write?: string): string {
  const file = inputName(path);
  const fail = (what: string, because: string, instead: string | null, cause?: unknown) => {
    throw new WorkloadError([{ file, line: null, column: null, path: null, what, because, write: instead }], { cause });
  };
  let bytes: Uint8Array;
  try {
    bytes = ports.readFile(path, most + 1);
  } catch (cause) {
    const { code } = cause as { code?: string };
    const instead = write ?? (code === 'EISDIR' ? ofFolder(file) : 'a path that can be read, such as workload.yaml');
    return fail('cannot be read', reasonOf(cause), instead, cause);
  }
  if (bytes.byteLength > most) {
    const { what, because, write: instead } = EXCESS.bytes(most);
    fail(what, because, instead);
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Why the system gives no bytes of a file. */
export function reasonOf(cause: unknown): string {
  const { code } = cause as { code?: string };
  return REASONS[code ?? ''] ?? `the system says ${code ?? String(cause)}`;
}

/** Folders are for `report`; other commands take the files in it. */
function ofFolder(name: string): string {
  const folder = name.replace(/[/\\]+$/, '');
  return `apigw-advisor report ${folder}/, or ${folder}/*.yaml for its files one by one`;
}

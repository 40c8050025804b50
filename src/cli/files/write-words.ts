import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../documents/visible.ts';
import { nameOf } from './path-bytes.ts';

const REASONS: Readonly<Record<string, string>> = {
  DANGLING: 'it is a link to a file that is not there',
  EACCES: 'you may not write there',
  EBUSY: 'another program has it open',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file would be larger than files may be',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'you may not write there',
  EROFS: 'that disk is read-only',
};

/** Why the system wrote nothing; null where it was not the system that refused. */
export function whyNot(cause: unknown): string | null {
  const { code } = cause as { readonly code?: string };
  return code === undefined ? null : (REASONS[code] ?? `the system says ${code}`);
}

/**
 * What could not be written, in words.
 * @param path what was to be written; the cause may know which file of it.
 * @throws the cause itself where it is a fault of ours.
 */
export function cannotWrite(path: string, cause: unknown, write: string): UsageError {
  const because = whyNot(cause);
  if (because === null) throw cause;
  const { file = path } = cause as { readonly file?: string };
  return new UsageError(`${nameOf(file)} cannot be written`, because, write, { cause });
}

/** A line for each file that was written where a link leads. */
export function linkNotes(links: ReadonlyMap<string, string>): string {
  return [...links]
    .map((pair) => pair.map((one) => visible(nameOf(one))))
    .map(([path, target]) => `note: ${path} is a link to ${target}, which was written.\n`)
    .join('');
}

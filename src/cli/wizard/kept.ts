import { join } from 'node:path';
import { UsageError } from '../../errors/errors.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { ownFolder } from '../files/data-folder.ts';
import type { Ports } from '../ports.ts';
import { answersText, readAnswers } from './answers.ts';
import type { Ready } from './ready.ts';
import type { State } from './state.ts';

/** Answers of a run that has not come to its end, in the user's own folder for such things; whatever ends it, they are there. */

/** https://specifications.freedesktop.org/basedir-spec/latest/ ; null where the environment names no home. */
function place({ env }: Ports): string | null {
  const folder = ownFolder(env['XDG_STATE_HOME'], ['.local', 'state'], env);
  return folder === null ? null : join(folder, 'choose.yaml');
}

/** Keeps the answers so far; false where there are none, or nowhere to keep them. */
export async function keep(state: State, ports: Ports): Promise<boolean> {
  const file = place(ports);
  if (file === null) return false;
  if (state.given.length === 0) {
    forget(ports);
    return false;
  }
  try {
    await ports.writeFiles(new Map([[file, answersText(state)]]), { replace: true, makeFolders: true });
    return true;
  } catch {
    return false;
  }
}

/** @throws UsageError where no answers are kept; WorkloadError where they were damaged since. */
export async function kept(ports: Ports, book: PriceBook): Promise<Ready> {
  const file = place(ports);
  const { readText } = await import('../files/read-text.ts');
  if (file === null || ports.identify(file) === null)
    throw new UsageError('there is no run to resume', 'answers are kept when choose is cancelled', 'apigw-advisor choose');
  return readAnswers(readText(file, ports), file, book);
}

export function forget(ports: Ports): void {
  const file = place(ports);
  if (file === null) return;
  try {
    ports.removeFile(file);
  } catch {
    // A file that cannot be removed is offered once more, and no harm.
  }
}

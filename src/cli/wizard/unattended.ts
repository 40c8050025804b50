import { UsageError } from '../../errors/errors.ts';
import { visible } from '../../documents/visible.ts';
import { nameOf } from '../files/path-bytes.ts';
import { cannotWrite, linkNotes } from '../files/write-words.ts';
import { replyFrom } from './ready.ts';
import { fileOf, named } from './ending.ts';
import { answer, next, unknown } from './flow.ts';
import { lastScreen } from './last-screen.ts';
import { answered } from './said.ts';
import type { Setting } from './setting.ts';
import type { State } from './state.ts';

/**
 * Answers with what is ready, leaves the rest open, saves and recommends, without a person.
 * @throws UsageError where the file cannot be written, or is there already.
 */
export async function unattended(begun: State, setting: Setting): Promise<void> {
  const { ready, before, from, force, ports } = setting;
  let state = begun;
  for (let step = next(state); step !== null; step = next(state))
    state = answer(state, replyFrom(step, ready, state, true) ?? unknown(step));
  const used = answered(state);
  const unused = Object.keys(ready).filter((item) => used[item] === undefined);
  if (unused.length > 0) ports.stderr.write(`note: not asked, and so not used: ${unused.join(', ')}.\n`);
  const file = setting.output ?? from ?? 'my-api.yaml';
  const last = named(state, file);
  const text = fileOf(last, before, from === null);
  try {
    ports.stderr.write(linkNotes(await ports.writeFiles(new Map([[file, text]]), { replace: force, makeFolders: false })));
  } catch (cause) {
    const name = nameOf(file);
    if ((cause as { code?: string }).code === 'EEXIST')
      throw new UsageError(`${name} exists already`, 'a file is replaced only with --force', '--force, or --output with another name', {
        cause,
      });
    throw cannotWrite(file, cause, '--output my-api.yaml');
  }
  // Nothing stands above it that an empty line would part it from.
  ports.stdout.write(lastScreen(last, file, `Saved in ${visible(nameOf(file))}.`, setting).slice(1));
}

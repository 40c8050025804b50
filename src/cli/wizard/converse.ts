import { paragraph } from '../../render/paragraph.ts';
import { visible } from '../../documents/visible.ts';
import { nameOf } from '../files/path-bytes.ts';
import type { Asker } from './ask.ts';
import { answer, back, next } from './flow.ts';
import { present, replyOf } from './present.ts';
import type { Setting } from './setting.ts';
import { standing } from './standing.ts';
import type { State } from './state.ts';

/**
 * Asks until nothing is open, recommends, and saves; a step back from the end asks and recommends anew.
 * @throws Left when the person leaves; nothing is written then.
 */
export async function converse(begun: State, asker: Asker, setting: Setting): Promise<void> {
  let state = begun;
  for (;;) {
    state = await askAll(state, asker, setting);
    if (await conclude(state, asker, setting)) return;
    state = back(state);
  }
}

async function askAll(begun: State, asker: Asker, { book, policy }: Setting): Promise<State> {
  let state = begun;
  for (let step = next(state); step !== null; step = next(state)) {
    const asked = await asker.ask({
      ...present(step, state, book),
      standing: await standing(state, book, policy),
      canGoBack: state.given.length > 0,
    });
    state = asked.type === 'back' ? back(state) : answer(state, replyOf(step, asked));
  }
  return state;
}

/** Shows the recommendation and saves the file; false for a step back. */
async function conclude(state: State, asker: Asker, setting: Setting): Promise<boolean> {
  const [{ verdict }, { fileOf }, { save }] = await Promise.all([import('./verdict.ts'), import('./ending.ts'), import('./save.ts')]);
  const { before, from, output, ports, screen, book, policy } = setting;
  const { text, remarks, isDraft } = verdict(state, setting);
  asker.say(`\n${text}\n`);
  for (const remark of remarks) ports.stderr.write(`${paragraph(remark, screen.columns, '')}\n`);
  const file = fileOf(state, before, from === null);
  const say = (line: string) => asker.say(`${paragraph(line, screen.columns, '')}\n`);
  // A command is one line, however narrow the window: it is there to be copied.
  const repeat = (name: string) => {
    say(isDraft ? 'To go on from there:' : 'The same answer without questions:');
    asker.say(`  apigw-advisor ${isDraft ? 'choose --from' : 'recommend'} ${quoted(name)}${flags(state, setting)}\n`);
  };
  if (file === before && from !== null && output === null && state.given.length === 0) {
    say(`${visible(nameOf(from))} says all of this already.`);
    repeat(from);
    return true;
  }
  const place = {
    suggestion: output ?? from ?? 'workload.yaml',
    output,
    canGoBack: state.given.length > 0,
    standing: await standing(state, book, policy),
  };
  const saved = await save(file, place, asker, ports);
  if (saved === 'back') return false;
  if (saved.file === null) {
    say('Nothing was saved.');
    return true;
  }
  say(`Saved in ${visible(nameOf(saved.file))}.`);
  repeat(saved.file);
  return true;
}

function flags({ edition }: State, { policy }: Setting): string {
  return `${edition === 'aws' ? '' : ` --edition ${edition}`}${policy === 'native-first' ? '' : ` --policy ${policy}`}`;
}

/** A file name as a shell takes it. */
function quoted(file: string): string {
  const safe = file.startsWith('-') ? `./${file}` : file;
  if (nameOf(safe) !== safe) return `$'${nameOf(safe).replaceAll("'", String.raw`\'`)}'`;
  return /^[\w./+@%,:=-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", String.raw`'\''`)}'`;
}

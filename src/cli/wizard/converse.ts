import { visible } from '../../documents/visible.ts';
import { nameOf } from '../files/path-bytes.ts';
import { replyFrom } from './ready.ts';
import type { Ask, Asker } from './ask.ts';
import { answer, back, next, stepsAhead } from './flow.ts';
import { present, replyOf } from './present.ts';
import type { Setting } from './setting.ts';
import { standing } from './standing.ts';
import type { State, Step } from './state.ts';

/**
 * Asks until nothing is open, saves, and recommends; a step back from the end asks and saves again.
 * @param reached is told of every state that a reply leads to.
 * @throws Left when the person leaves; no workload file is written then.
 */
export async function converse(begun: State, asker: Asker, setting: Setting, reached: (state: State) => void): Promise<void> {
  let state = begun;
  for (;;) {
    state = await askAll(state, asker, setting, reached);
    if (await conclude(state, asker, setting)) return;
    state = back(state);
    reached(state);
  }
}

async function askAll(begun: State, asker: Asker, setting: Setting, reached: (state: State) => void): Promise<State> {
  let state = begun;
  // What is ready is replied once: a step back asks the person.
  let isReady = begun.given.length === 0;
  for (let step = next(state); step !== null; step = next(state)) {
    const ready = isReady ? replyFrom(step, setting.ready, state, false) : null;
    isReady = ready !== null;
    state = ready === null ? await asked(step, state, asker, setting) : answer(state, ready);
    reached(state);
  }
  return state;
}

async function asked(step: Step, state: State, asker: Asker, setting: Setting): Promise<State> {
  const ahead = stepsAhead(state);
  const ask: Ask = { ...present(step, state, setting.book), ...(await around(state, ahead, setting)), skips: ahead - 1 };
  const reply = await asker.ask(ask);
  if (reply.type === 'back') return back(state);
  return reply.type === 'confirmed' ? state : answer(state, replyOf(step, reply, ask.form.type === 'entry' && ask.form.isExample));
}

/** What stands beside every question. Where to save is one more, unless the command line says it. */
async function around(state: State, ahead: number, { book, policy, output }: Setting) {
  const position = state.given.length + 1;
  return {
    progress: [position, state.given.length + ahead + (output === null ? 1 : 0)] as const,
    standing: await standing(state, book, policy),
    canGoBack: state.given.length > 0,
  };
}

/** Saves the file, and then recommends; false for a step back. */
async function conclude(state: State, asker: Asker, setting: Setting): Promise<boolean> {
  const [{ fileOf, named }, { lastScreen }, { save }] = await Promise.all([
    import('./ending.ts'),
    import('./last-screen.ts'),
    import('./save.ts'),
  ]);
  const { before, from, output, force, ports } = setting;
  const text = (file: string) => fileOf(named(state, file), before, from === null);
  if (from !== null && output === null && text(from) === before) {
    asker.say(lastScreen(named(state, from), from, `${visible(nameOf(from))} says all of this already.`, setting));
    return true;
  }
  const suggestion = output ?? from ?? 'my-api.yaml';
  const saved = await save({ suggestion, output, force, text, around: await around(state, 0, { ...setting, output: null }) }, asker, ports);
  if (saved === 'back') return false;
  const said = saved.file === null ? 'Nothing was saved.' : `Saved in ${visible(nameOf(saved.file))}.`;
  asker.say(lastScreen(named(state, saved.file), saved.file, said, setting));
  return true;
}

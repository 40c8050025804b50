import { advise } from '../../advise/advise.ts';
import { bookFor } from '../../pricebook/price-book.ts';
import { paragraph, WIDEST } from '../../render/paragraph.ts';
import { forScreen } from '../../render/plain-signs.ts';
import { command } from './command.ts';
import { look, type Sighting } from './flow.ts';
import { leavesInWords } from './leaves.ts';
import { examplesOf } from './said.ts';
import type { Setting } from './setting.ts';
import { NEEDED, unsaid } from './standing.ts';
import type { State } from './state.ts';
import { decisive, someOf, verdict } from './verdict.ts';

/**
 * What the wizard ends with, in a window of 24 lines: the verdict and what it costs, or what it still takes to make one; then
 * what became of the file, and the commands that go on from it.
 */
export function lastScreen(state: State, file: string | null, said: string, setting: Setting): string {
  const { book, policy } = setting;
  const screen = { ...setting.screen, columns: Math.min(setting.screen.columns, WIDEST) };
  const sighting = look(state);
  const { lacks, mistakes, workload } = sighting.draft;
  const isDraft = lacks.length > 0 || mistakes.length > 0;
  const next = commands(isDraft, file, sighting, state, setting);
  const saying = `${said}${next.length === 0 ? '' : isDraft ? ' To go on:' : ' Next:'}`;
  const below = ['', paragraph(saying, screen.columns, ''), ...next];
  const lines = isDraft
    ? unfinished(sighting).map((line) => paragraph(line, screen.columns, ''))
    : verdict(advise(workload, bookFor(book, workload), { policy }), screen, restsOn(sighting, state), ROOM - below.length);
  return forScreen(`\n${[...lines, ...below].join('\n')}\n`, screen);
}

/** Lines of a window of 24, but for the last question above, an empty line, and the prompt of the shell below. */
const ROOM = 21;

function unfinished({ draft, decision }: Sighting): readonly string[] {
  const wanted = draft.lacks.flatMap((one): readonly string[] => NEEDED[one]);
  const { open, otherwise } = decision;
  const because = decisive(decision);
  const condition = open.length > 0 ? `, if the ${open.length} open questions are answered with no` : '';
  return [
    ...draft.mistakes.map(({ what, because: why, write }) => `${what}: ${why}.${write === null ? '' : ` Write ${write}.`}`),
    ...(wanted.length > 0 ? [`No recommendation yet: it needs ${wanted.join(' and ')}.`] : []),
    `By what it needs alone: ${leavesInWords([otherwise])}${because === null ? '' : `, because ${because}`}${condition}.`,
  ];
}

/** What the price leaves out, and what of it nobody stated. */
function restsOn(sighting: Sighting, state: State): readonly string[] {
  const missing = unsaid(sighting, state);
  const examples = examplesOf(state);
  return [
    ...(missing.length > 0 ? [`Not stated: ${someOf(missing)}.`] : []),
    ...(examples.length > 0 ? [`Examples, not stated: ${someOf(examples)}.`] : []),
  ];
}

function commands(
  isDraft: boolean,
  file: string | null,
  { decision }: Sighting,
  state: State,
  { policy, prices, contract, cost }: Setting,
): readonly string[] {
  if (file === null) return [];
  const { edition } = state;
  const by = { prices, contract, cost };
  const goesOn = isDraft || decision.open.length > 0 || examplesOf(state).length > 0;
  return [
    ...(isDraft ? [] : [command('recommend', file, { edition, policy, ...by }), command('cost', file, { edition, ...by })]),
    ...(goesOn ? [command('choose', null, { edition, policy, ...by, from: file })] : []),
  ].map((line) => `  ${line}`);
}

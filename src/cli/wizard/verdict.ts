import { advise } from '../../advise/advise.ts';
import { recommendSections } from '../../render/recommend/sections.ts';
import { drawSections } from '../../render/section.ts';
import { paragraph } from '../../render/paragraph.ts';
import { visible } from '../../documents/visible.ts';
import { leavesInWords } from './leaves.ts';
import { look, type Sighting } from './flow.ts';
import type { Setting } from './setting.ts';
import { NEEDED } from './standing.ts';
import type { State } from './state.ts';

/** What the wizard ends with: the recommendation as `recommend` prints it, or what it still takes to make one. */
export interface Verdict {
  readonly text: string;
  /** About old prices, said beside the answer. */
  readonly remarks: readonly string[];
  readonly isDraft: boolean;
}

export function verdict(state: State, { book, policy, screen }: Setting): Verdict {
  const sighting = look(state);
  const { lacks, mistakes, workload } = sighting.draft;
  if (lacks.length > 0 || mistakes.length > 0) {
    const lines = unfinished(sighting).map((line) => `${paragraph(line, screen.columns, '')}\n`);
    return { text: lines.join(''), remarks: [], isDraft: true };
  }
  const advice = advise(workload, book, { policy });
  const text = drawSections(visible(advice.estimate.workload), recommendSections(advice), screen);
  return { text, remarks: [], isDraft: false };
}

function unfinished({ draft, decision }: Sighting): readonly string[] {
  const wanted = draft.lacks.flatMap((one): readonly string[] => NEEDED[one]);
  const { open, steps, otherwise } = decision;
  const decisive = steps.find(({ leadsTo, reply }) => leadsTo === otherwise && reply.answer === 'yes')?.question;
  const because = decisive === undefined ? '' : `, for ${decisive.because}`;
  const condition = open.length > 0 ? `, if the open questions (${open.length}) are answered with no` : '';
  return [
    ...draft.mistakes.map(({ what, because: why, write }) => `${what}: ${why}.${write === null ? '' : ` Write ${write}.`}`),
    ...(wanted.length > 0 ? [`No recommendation yet: it takes ${wanted.join(' and ')}.`] : []),
    `By what it needs alone: ${leavesInWords([otherwise])}${because}${condition}.`,
  ];
}

import type { DiffAnswer } from '../../app/diff/diff.ts';
import type { ScenariosAnswer } from '../../app/diff/scenarios.ts';
import { scenariosSections } from '../../render/diff/scenarios.ts';
import { diffSections, diffTitle } from '../../render/diff/sections.ts';
import { isSame, sameLine, shortSections } from '../../render/diff/short.ts';
import type { Detail } from '../tool.ts';
import { written } from './written.ts';

export async function changed({ results }: DiffAnswer, detail: Detail): Promise<string> {
  const pages = results.map(({ diff }) => {
    if (detail === 'full') return written(diffTitle(diff), diffSections(diff, 'wide'));
    return isSame(diff) ? sameLine(diff) : written(diffTitle(diff), shortSections(diff));
  });
  return pages.join('\n');
}

export async function beside(said: ScenariosAnswer): Promise<string> {
  return written('Side by side', scenariosSections(said));
}

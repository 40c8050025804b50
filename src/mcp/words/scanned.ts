import type { ScanAnswer } from '../../app/scan/scan.ts';
import { apiScreen, apiSections, titleOf } from '../../render/scan/api.ts';
import { listSections } from '../../render/scan/list.ts';
import type { Detail } from '../tool.ts';
import { written } from './written.ts';

/** A line for each of several APIs; everything about the only one, or about each where all is asked for. */
export async function scanned(said: ScanAnswer, detail: Detail): Promise<string> {
  const list = said.apis.length === 1 ? [] : [written('API types in templates', listSections(said))];
  if (list.length > 0 && detail === 'short') return list.join('');
  const each = said.apis.map((one) => written(titleOf(one), detail === 'full' ? apiSections(one) : apiScreen(one)));
  return [...list, ...each].join('\n');
}

import type { ScanAnswer } from '../../app/scan/scan.ts';
import { writeFolded, writeSections } from '../section.ts';
import { apiSections, titleOf } from './api.ts';
import { listSections } from './list.ts';

/** For a pull request: a line for each API, and everything about it folded away. */
export function scanMarkdown(answer: ScanAnswer): string {
  const folded = answer.apis.map((one) => {
    const { title, beside } = titleOf(one);
    return writeFolded([title, beside, one.api.verdict].join(' · '), apiSections(one));
  });
  return [writeSections('API types in templates', listSections(answer)), ...folded].join('\n');
}

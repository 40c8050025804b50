import type { ScanAnswer } from '../../app/scan/scan.ts';
import { writeFolded, writeSections } from '../section.ts';
import { apiSections, titleOf } from './api.ts';
import { listSections } from './list.ts';

/** For a pull request: a line for each API, and everything about it folded away. */
export function scanMarkdown(answer: ScanAnswer): string {
  // In a summary, which is HTML, signs of Markdown escape nothing: what a stranger wrote stands above it.
  const folded = answer.apis.map((one) => {
    const [head, ...others] = apiSections(one);
    return `${writeSections(titleOf(one), head === undefined ? [] : [head])}\n${writeFolded('What leads to it, what comes with a move, and findings', others)}`;
  });
  return [writeSections('API types in templates', listSections(answer)), ...folded].join('\n');
}

import { dotted } from '../../workload/mistakes.ts';
import { countsInWords } from '../recommend/findings.ts';
import { judged, placeText, type Linted, type PlacedFinding } from '../../app/lint/linted.ts';
import { paragraph } from '../paragraph.ts';
import { forScreen } from '../plain-signs.ts';
import { sentence } from '../recommend/words.ts';
import type { Screen } from '../theme.ts';
import { visible } from '../../documents/visible.ts';

/** Findings for a terminal: the count first, then each with its place, its reason and what to do. */
export function lintText(all: readonly Linted[], screen: Screen): string {
  return forScreen(all.map((one) => file(one, screen)).join('\n'), screen);
}

function file(one: Linted, { theme, columns }: Screen): string {
  const head = `${theme.strong(visible(one.workload))}  ${countsInWords(one.findings)}\n${paragraph(judged(one), columns, '')}`;
  const [first] = one.findings;
  const explained = first ? [paragraph(`apigw-advisor explain ${first.rule.id} says why, with AWS’s pages.`, columns, '')] : [];
  return `${[head, ...one.findings.map((finding) => text(one, finding, columns, theme)), ...explained].join('\n\n')}\n`;
}

function text(one: Linted, finding: PlacedFinding, columns: number, theme: Screen['theme']): string {
  const { rule, severity, because, remedy, path, candidates } = finding;
  const weight = severity === 'note' ? theme.faint(severity) : theme.warn(severity);
  const about = one.candidates.length > 1 ? [paragraph(candidates.join(', '), columns, '  about    ')] : [];
  return [
    `${weight}  ${theme.strong(rule.title)}`,
    `  rule     ${rule.id}`,
    paragraph(`${visible(placeText(one, finding))}  ${dotted(path)}`, columns, '  at       '),
    ...about,
    paragraph(visible(sentence(because)), columns, '  because  '),
    paragraph(remedy, columns, '  do       '),
  ].join('\n');
}

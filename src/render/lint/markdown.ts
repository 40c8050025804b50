import { markdownTable } from 'markdown-table';
import { dotted } from '../../workload/mistakes.ts';
import { countsInWords } from '../recommend/findings.ts';
import { judged, placeText, type Linted } from '../../app/lint/linted.ts';
import { markdownText } from '../markdown-text.ts';
import { sentence } from '../recommend/words.ts';

/** Findings as GitHub-flavoured Markdown, one table for each workload. */
export function lintMarkdown(all: readonly Linted[]): string {
  return `${all.map(file).join('\n\n')}\n`;
}

function file(one: Linted): string {
  const rows = one.findings.map((finding) => [
    finding.severity,
    `\`${finding.rule.id}\``,
    markdownText(`${placeText(one, finding)} ${dotted(finding.path)}`),
    markdownText(sentence(finding.because)),
    `${markdownText(finding.remedy)} ${finding.sources.map((url, index) => `[${index === 0 ? 'AWS' : String(index + 1)}](${url})`).join(' ')}`,
  ]);
  return [
    `## ${markdownText(one.workload)}`,
    `${markdownText(judged(one))}: **${countsInWords(one.findings)}**`,
    ...(rows.length === 0 ? [] : [markdownTable([['Severity', 'Rule', 'Where', 'Because', 'Do'], ...rows])]),
  ].join('\n\n');
}

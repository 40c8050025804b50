import type { Rule } from '../../decide/rule.ts';
import type { Problem } from '../../errors/errors.ts';
import { dotted } from '../../workload/mistakes.ts';
import type { Linted, PlacedFinding } from '../../app/lint/linted.ts';
import { sentence } from '../../render/recommend/words.ts';
import { LEVELS, messageText, physical, sarifLog } from '../sarif.ts';

/** Findings as SARIF 2.1.0, for code scanning. */
export function lintSarif(all: readonly Linted[], problems: readonly Problem[]): string {
  const rules = [...new Set(all.flatMap((one) => one.findings.map(({ rule }) => rule)))].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const results = all.flatMap((one) => one.findings.map((finding) => result(one, finding, rules)));
  return sarifLog(rules.map(descriptor), results, problems);
}

export function descriptor({ id, severity, title, rationale, remedy, sources, topic }: Rule) {
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: rationale },
    help: { text: `${remedy}\n\n${sources.join('\n')}` },
    ...(sources[0] === undefined ? {} : { helpUri: sources[0] }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [topic] },
  };
}

function result({ file, workload }: Linted, finding: PlacedFinding, rules: readonly Rule[]) {
  const { rule, severity, because, remedy, path, candidates } = finding;
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: messageText(`${workload}, ${candidates.join(', ')}: ${sentence(because)} ${remedy}`) },
    locations: [
      { ...physical(file, finding.line, finding.column), logicalLocations: [{ fullyQualifiedName: dotted(path), kind: 'member' }] },
    ],
  };
}

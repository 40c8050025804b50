import type { ApiAnswer, ScanAnswer } from '../../app/scan/scan.ts';
import type { ScanFinding } from '../../app/scan/findings.ts';
import { RULES } from '../../decide/rules.ts';
import { VERDICT_PAGES } from '../../documents/terms/verdicts.ts';
import type { Item, ItemClass } from '../../intake/templates/scanned.ts';
import type { Place } from '../../intake/templates/value.ts';
import { ITEM_KINDS } from '../../intake/templates/verdict/item-kinds.ts';
import { sentence } from '../../render/recommend/words.ts';
import { becauseOf, nameOf } from '../../render/scan/words.ts';
import { descriptor } from '../lint/sarif.ts';
import { LEVELS, messageText, physical, sarifLog } from '../sarif.ts';

/** What an HTTP API lacks is no fault of what exists. */
const CLASS_LEVELS: Readonly<Record<ItemClass, string>> = { workaround: 'note', rewrite: 'note', blocked: 'warning' };

interface Result {
  readonly rule: object & { readonly id: string };
  readonly level: string;
  readonly text: string;
  readonly at: Place;
  readonly resource: string;
}

/** Verdicts, what leads to them, and findings, each at its line of the template, as SARIF 2.1.0 for code scanning. */
export function scanSarif({ apis, problems }: ScanAnswer): string {
  const results = apis.flatMap(resultsOf);
  const rules = new Map(
    results.map(({ rule }) => [rule.id, rule]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)) as [string, object][],
  );
  const ids = [...rules.keys()];
  return sarifLog(
    [...rules.values()],
    results.map(({ rule, level, text, at, resource }) => ({
      ruleId: rule.id,
      ruleIndex: ids.indexOf(rule.id),
      level,
      message: { text: messageText(text) },
      locations: [{ ...physical(at.file, at.line, at.column), logicalLocations: [{ fullyQualifiedName: resource, kind: 'resource' }] }],
    })),
    problems,
  );
}

function resultsOf({ api, findings }: ApiAnswer): readonly Result[] {
  const name = nameOf(api);
  const { title, means } = VERDICT_PAGES[api.verdict];
  return [
    {
      rule: plain(api.verdict, title, means, 'note'),
      level: 'note',
      text: `${name}: ${api.verdict}: ${sentence(becauseOf(api))}`,
      at: api.at,
      resource: api.id,
    },
    ...api.items.map((one) => ofItem(name, one)),
    ...findings.map((one) => ofFinding(name, api.id, one)),
  ];
}

function ofItem(name: string, { id, class: of, because, remedy, at, resource, source }: Item): Result {
  const kind = ITEM_KINDS[id];
  return {
    rule: plain(id, kind.title, `${kind.title}: an HTTP API lacks it. Instead: ${sentence(kind.remedy)}`, CLASS_LEVELS[kind.class], source),
    level: CLASS_LEVELS[of],
    text: `${name}: ${kind.title}: ${sentence(because)} Instead: ${sentence(remedy)}`,
    at,
    resource,
  };
}

function ofFinding(name: string, resource: string, { id, severity, title, because, remedy, at, sources }: ScanFinding): Result {
  const rule = RULES.find((one) => one.id === id);
  return {
    rule: rule === undefined ? plain(id, title, remedy, LEVELS[severity], sources[0]) : descriptor(rule),
    level: LEVELS[severity],
    text: `${name}: ${sentence(because)} ${sentence(remedy)}`,
    at,
    resource,
  };
}

function plain(id: string, title: string, text: string, level: string, source?: string) {
  return {
    id,
    shortDescription: { text: sentence(title) },
    fullDescription: { text: sentence(text) },
    ...(source === undefined ? {} : { helpUri: source }),
    defaultConfiguration: { level },
  };
}

import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { ScanDocument } from '../../documents/scan/schema.ts';
import { VERDICTS, type Step } from '../../intake/templates/scanned.ts';
import { ITEM_KINDS } from '../../intake/templates/verdict/item-kinds.ts';
import type { Place, Said } from '../../intake/templates/value.ts';
import { plain } from '../../money/decimal.ts';
import { contractData } from '../contract/document.ts';
import type { ApiAnswer, ScanAnswer } from './scan.ts';
import type { Costs } from './worth.ts';

type Result = ScanDocument['results'][number];

/** What `scan` answers, as data. */
export function scanDocument({ agreement, apis, templates, gates, unread, noted, problems }: ScanAnswer): ScanDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    ...contractData(agreement),
    totals: {
      templates,
      apis: apis.length,
      verdicts: Object.fromEntries(
        VERDICTS.map((id) => [id, apis.filter(({ api }) => api.verdict === id).length]),
      ) as ScanDocument['totals']['verdicts'],
      gates: gates.map(({ gate, limit, value, verdict }) => ({ gate, limit, value, verdict })),
    },
    results: apis.map(result),
    unread: unread.map(({ what, because, give, at }) => ({ what, because, give, ...place(at) })),
    remarks: noted.map(({ what, because, at }) => ({ what, because, ...place(at) })),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function scanJson(answer: ScanAnswer): string {
  return jsonText(scanDocument(answer));
}

function result({ api, region, keptFor, leaving, perMillion, moved, findings }: ApiAnswer): Result {
  const count = (of: string) => api.items.filter((one) => one.class === of).length;
  const prices = perMillion === null || 'because' in perMillion ? null : perMillion;
  const month = 'because' in moved ? null : moved;
  return {
    summary: {
      api: api.name ?? api.id,
      kind: api.kind,
      verdict: api.verdict,
      atLeast: api.atLeast,
      items: { workaround: count('workaround'), rewrite: count('rewrite'), blocked: count('blocked') },
      keptFor: keptFor && { ...keptFor },
      savingPerMillion: prices && plain(prices.saving),
      monthlySaving: month?.saving ? plain(month.saving) : null,
    },
    ...place(api.at),
    id: api.id,
    name: api.name,
    format: api.format,
    madeBy: api.madeBy,
    construct: api.construct,
    conditions: [...api.conditions],
    endpoint: { value: api.endpoint.value, isStated: api.endpoint.isStated, ...place(api.endpoint.at) },
    region: { ...region },
    stages: api.stages.map(({ name, isSpokenOf, at }) => ({ name, isSpokenOf, ...place(at) })),
    routes: api.routes.map((one) => ({
      method: one.method,
      path: one.path,
      verdict: one.verdict,
      leaves: leaving.includes(one),
      ...place(one.at),
    })),
    items: api.items.map(({ id, need, resource, because, remedy, routes, conditions, source, said, at, ...one }) => ({
      id,
      class: one.class,
      title: ITEM_KINDS[id].title,
      need,
      resource,
      because,
      remedy,
      routes: routes && [...routes],
      conditions: [...conditions],
      source,
      said: saidBy(said),
      ...place(at),
    })),
    gaps: api.gaps.map(({ what, because, give, at }) => ({ what, because, give, ...place(at) })),
    steps: api.steps.map(step),
    breaks: api.breaks.map(step),
    findings: findings.map(({ id, severity, title, because, remedy, sources, at }) => ({
      id,
      severity,
      title,
      because,
      remedy,
      sources: [...sources],
      ...place(at),
    })),
    facts: api.facts.map(({ what, value, resource, routes, conditions, said, at }) => ({
      field: what,
      value,
      resource,
      routes: routes && [...routes],
      conditions: [...conditions],
      said: saidBy(said),
      ...place(at),
    })),
    perMillion: prices && { rest: plain(prices.rest), http: plain(prices.http), saving: plain(prices.saving) },
    month: month && {
      today: costs(month.today),
      instead: month.instead && costs(month.instead),
      saving: month.saving && plain(month.saving),
    },
    notWeighed: 'because' in moved ? moved.because : null,
  };
}

function place({ file, line, column }: Place) {
  return { file, line, column };
}

function saidBy(said: Said | null) {
  return said && { by: said.by, ...place(said) };
}

function step({ id, what, at, source }: Step): Result['steps'][number] {
  return { id, what, at: at && place(at), source };
}

function costs({ candidate, cost, bound, notPriced }: Costs) {
  return { candidate, monthly: plain(cost), bound, notPriced: [...notPriced] };
}

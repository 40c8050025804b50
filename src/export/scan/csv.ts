import type { ApiAnswer, ScanAnswer } from '../../app/scan/scan.ts';
import { plain, type Decimal } from '../../money/decimal.ts';
import { becauseOf } from '../../render/scan/words.ts';
import { csvText } from '../csv/text.ts';

const COLUMNS = {
  file: ({ api }) => api.at.file,
  line: ({ api }) => String(api.at.line ?? ''),
  id: ({ api }) => api.id,
  name: ({ api }) => api.name ?? '',
  kind: ({ api }) => api.kind,
  format: ({ api }) => api.format,
  endpoint: ({ api }) => api.endpoint.value ?? '',
  verdict: ({ api }) => api.verdict,
  atLeast: ({ api }) => api.atLeast,
  because: ({ api }) => becauseOf(api),
  items: ({ api }) => [...new Set(api.items.map(({ id }) => id))].join(' '),
  keptFor: ({ keptFor }) => keptFor?.item ?? '',
  routes: ({ api }) => String(api.routes.length),
  routesLeaving: ({ leaving }) => String(leaving.length),
  findings: ({ findings }) => findings.map(({ id }) => id).join(' '),
  region: ({ region }) => region.id,
  regionBy: ({ region }) => region.by,
  savingPerMillion: ({ perMillion }) => amount(perMillion === null || 'because' in perMillion ? null : perMillion.saving),
  monthlySaving: ({ moved }) => amount('because' in moved ? null : moved.saving),
} as const satisfies Readonly<Record<string, (one: ApiAnswer) => string>>;

/** One row for each API, for a spreadsheet. Cells that a spreadsheet would run as formulas are neutralised. */
export function scanCsv({ apis }: ScanAnswer): string {
  return csvText([Object.keys(COLUMNS), ...apis.map((one) => Object.values(COLUMNS).map((cell) => cell(one)))]);
}

const amount = (saving: Decimal | null) => (saving === null ? '' : plain(saving));

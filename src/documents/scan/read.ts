import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, type Decimal } from '../../money/decimal.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { formOf } from '../form-of.ts';
import { decimalText } from '../form.ts';
import { SCHEMA_VERSION } from '../json.ts';
import { VERDICT_IDS } from '../terms/verdicts.ts';

/** A REST API of a template that can be an HTTP API without a change of code, and what that saves. */
export interface ScannedSaving {
  readonly api: string;
  readonly verdict: 'drop-in' | 'workaround';
  readonly file: string;
  readonly line: number | null;
  readonly region: string;
  /** Of a million requests at list prices, before what workarounds cost; null where a price is not published. */
  readonly perMillion: Decimal | null;
  /** A month, as far as it is known; null where the scan knew no traffic. */
  readonly monthly: Decimal | null;
}

const amount = v.nullable(v.pipe(decimalText, v.maxLength(200)));

/** What of a scan is needed for its savings; the rest may be of an older or a newer form. */
const scannedSchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  results: v.array(
    v.object({
      summary: v.object({ api: v.string(), verdict: v.picklist(VERDICT_IDS), savingPerMillion: amount, monthlySaving: amount }),
      file: v.string(),
      line: v.nullable(v.number()),
      region: v.object({ id: v.string() }),
    }),
  ),
});

/**
 * The savings in what `scan --json` printed: of the APIs that can move without a change of code, in its order.
 * @throws WorkloadError when it is none.
 */
export function readScan(text: string, file: string): readonly ScannedSaving[] {
  const what = 'is not a scan';
  const read = readJson(text, file, BOUNDS.report, what);
  if ('problem' in read) throw new WorkloadError([{ ...read.problem, write: SCAN }]);
  const checked = v.safeParse(scannedSchema, read.data);
  if (!checked.success) {
    const because = formOf(checked.issues, [SCHEMA_VERSION]);
    throw new WorkloadError([{ file, line: null, column: null, path: null, what, because, write: SCAN }]);
  }
  return checked.output.results.flatMap(({ summary: { api, verdict, savingPerMillion, monthlySaving }, region, ...place }) =>
    verdict === 'drop-in' || verdict === 'workaround'
      ? [{ api, verdict, region: region.id, perMillion: exact(savingPerMillion), monthly: exact(monthlySaving), ...place }]
      : [],
  );
}

const exact = (text: string | null) => (text === null ? null : decimal(text));

/** The command that prints one. */
export const SCAN = 'apigw-advisor scan infrastructure/ --json > scan.json';

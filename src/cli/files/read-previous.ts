import * as v from 'valibot';
import { WorkloadError } from '../../errors/errors.ts';
import { decimal, sum } from '../../money/decimal.ts';
import type { Recorded } from '../../portfolio/recorded.ts';
import { recordedSchema } from '../../documents/report/schema.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readJson } from '../../reading/json.ts';
import { formOf } from './form-of.ts';
import { inputName } from './path-bytes.ts';
import type { Ports } from '../ports.ts';
import { readText } from './read-text.ts';

/**
 * An earlier report, as `report --json` printed it.
 * @throws WorkloadError when it is none.
 */
export function readPrevious(path: string, ports: Ports): Recorded {
  const fail = (because: string) =>
    new WorkloadError([
      { file: inputName(path), line: null, column: null, path: null, what: 'is no earlier report', because, write: EXAMPLE },
    ]);
  const read = readJson(readText(path, ports, BOUNDS.report, EXAMPLE), inputName(path), BOUNDS.report, 'is no earlier report');
  if ('problem' in read) throw new WorkloadError([{ ...read.problem, write: EXAMPLE }]);
  const { data } = read;
  if (typeof data === 'object' && data !== null && Object.hasOwn(data, 'results'))
    throw fail('it is what another command printed, and only report --json has the whole bill');
  const checked = v.safeParse(recordedSchema, data);
  if (!checked.success) throw fail(formOf(checked.issues, recordedSchema.entries.schemaVersion.literal));
  const { workloads, listCost } = checked.output;
  if (!sum(workloads.map((one) => decimal(one.listCost))).eq(listCost)) throw fail('its workloads do not add up to its total');
  return checked.output;
}

const EXAMPLE = 'apigw-advisor report workloads/ --json > report-2026-10.json';

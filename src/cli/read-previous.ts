import * as v from 'valibot';
import { WorkloadError } from '../errors/errors.ts';
import type { Recorded } from '../portfolio/recorded.ts';
import { recordedSchema } from '../report/report-schema.ts';
import type { Ports } from './ports.ts';

/**
 * An earlier report, as `report --json` printed it.
 * @throws WorkloadError when it is none.
 */
export function readPrevious(path: string, ports: Ports): Recorded {
  const fail = (what: string, because: string, cause?: unknown) => {
    const problem = {
      file: path,
      line: null,
      column: null,
      path: null,
      what,
      because,
      write: 'apigw-advisor report workloads/ --json > report-2026-10.json',
    };
    return new WorkloadError([problem], { cause });
  };
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(ports.readFile(path)));
  } catch (cause) {
    throw fail('is no earlier report', cause instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read', cause);
  }
  const checked = v.safeParse(recordedSchema, data);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const at = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  throw fail('is no earlier report', `${at || 'it'} does not have the form of one (${issue.message})`);
}

import { candidateNamed } from '../candidates/index.ts';
import { parseWorkload } from '../workload/read.ts';
import type { Workload } from '../workload/schema.ts';
import type { Fields } from './rule.ts';

/** The whole workload of a rule's example: what it says, and the little that every workload must say. */
export function exampleWorkload(fields: Fields, candidateId: string): Workload {
  return parseWorkload(JSON.stringify(exampleFields(fields, candidateId)), { file: `an example for ${candidateId}` });
}

/** The same as the fields of a file. */
export function exampleFields(fields: Fields, candidateId: string): Fields {
  const realtime = candidateNamed(candidateId)?.carries === 'realtime';
  const traffic: Fields = realtime
    ? { realtime: withDefault(fields['realtime'], 'connections', '1K', 'connectRate') }
    : { traffic: withDefault(fields['traffic'], 'requests', '1M/month') };
  return { name: 'example', region: 'us-east-1', ...traffic, ...fields, ...traffic };
}

function withDefault(section: Fields[string] | undefined, key: string, value: string, instead = key): Fields {
  const stated = (section ?? {}) as Fields;
  return key in stated || instead in stated ? stated : { [key]: value, ...stated };
}

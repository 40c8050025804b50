import { find, textOf } from '../../lookup.ts';
import type { Gap } from '../../template.ts';
import type { Section } from '../../value.ts';
import { ANY, type Added } from './body.ts';
import type { ApiEvent } from './events.ts';

/** The operations that events add; a gap for each whose path or method is not known. */
export function operationsOf(
  events: readonly ApiEvent[],
  apiKey: string,
  operationOf: (event: ApiEvent) => Section,
  any: string = ANY,
): { readonly added: readonly Added[]; readonly gaps: readonly Gap[] } {
  const added: Added[] = [];
  const gaps: Gap[] = [];
  for (const event of events) {
    const [path] = find(event.properties, 'Path');
    const [method] = find(event.properties, 'Method');
    const isDefault = event.type === 'http' && path === undefined && method === undefined;
    const [ofPath, ofMethod] = isDefault ? ['$default', ANY] : [textOf(path?.value), textOf(method?.value)];
    if (ofPath === null || ofMethod === null) {
      gaps.push({
        at: event.at,
        what: `the route of event ${event.name} of ${event.owner.id} is not known`,
        because: `its ${ofPath === null ? 'Path' : 'Method'} is not known`,
        give: 'its Path and its Method as texts',
        concerns: [apiKey],
      });
      continue;
    }
    const lower = ofMethod.toLowerCase();
    added.push({
      path: { key: path?.at ?? event.typeAt, text: ofPath },
      method: lower === 'any' ? (event.type === 'rest' ? any : ANY) : lower,
      key: method?.at ?? path?.at ?? event.typeAt,
      operation: operationOf(event),
      conditions: event.conditions,
    });
  }
  return { added, gaps };
}

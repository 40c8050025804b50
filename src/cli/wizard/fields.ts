import type { Said } from '../../workload/draft.ts';
import type { FeatureId } from '../../workload/features.ts';
import { valueAt } from '../../workload/mistakes.ts';
import type { Workload } from '../../workload/schema.ts';

/** What is stated when a field is weighed: as text, and read. */
export interface Sight {
  readonly said: Said;
  readonly workload: Workload;
  /** The kind that was chosen in a section which has several, such as the backend. */
  readonly kind: (section: string) => string | null;
}

/** A field that prices the answer. Its words, its example and its reader are the schema's. */
export interface Field {
  readonly path: readonly string[];
  /** Asked right after the question that says what the volume is of, so that the answers after it show what they cost. */
  readonly early?: true;
  /** Offered instead of the schema's example. */
  readonly suggest?: string;
  /** What leaving it out on purpose is called, where that says something. */
  readonly none?: string;
  /** Whatever is replied begins its section, which says something by itself. */
  readonly begins?: true;
  /** The values that are taken, where they are few. */
  readonly among?: 'regions' | 'cache-sizes';
  /** Whether it matters, given what is stated. */
  readonly when: (sight: Sight) => boolean;
}

const always = () => true;
const requests = ({ workload }: Sight) => workload.traffic !== undefined;
const realtime = ({ workload }: Sight) => workload.realtime !== undefined;
const needed = (feature: FeatureId) => (sight: Sight) => requests(sight) && sight.workload.needs?.[feature] === true;
const has = ({ said }: Sight, ...path: readonly string[]) => valueAt(said, path) !== undefined;

/** Whether connections that stay open are part of it. */
const staysConnected = (sight: Sight): boolean => has(sight, 'realtime') || sight.workload.needs?.['server-push'] === true;

const oneSize = (sight: Sight) => requests(sight) && !has(sight, 'traffic', 'sizes');
const lambda = (sight: Sight) => sight.kind('backend') === 'lambda' || has(sight, 'backend', 'lambda');

const field = (name: string, when: Field['when'], more: Omit<Field, 'path' | 'when'> = {}): Field => ({
  path: name.split('.'),
  when,
  ...more,
});

/** What is asked besides the tree, in the order of asking. One line adds one. */
export const FIELDS: readonly Field[] = [
  field('region', always, { early: true, among: 'regions' }),
  field('realtime.connections', (sight) => staysConnected(sight) && !has(sight, 'realtime', 'connectRate'), {
    early: true,
    suggest: '1000',
  }),
  field('traffic.requests', (sight) => !staysConnected(sight), { early: true }),
  field('traffic.requests', staysConnected, { early: true, none: 'none beside the connections', suggest: 'none' }),
  field('traffic.request', oneSize),
  field('traffic.response', oneSize),
  field('realtime.hoursPerDay', (sight) => realtime(sight) && !has(sight, 'realtime', 'connectRate'), { suggest: '24' }),
  field('realtime.inbound.rate', realtime, { none: 'clients send none' }),
  field('realtime.inbound.size', (sight) => has(sight, 'realtime', 'inbound', 'rate')),
  field('realtime.fanOut', (sight) => has(sight, 'realtime', 'inbound', 'rate'), { none: 'not pushed on', suggest: 'none' }),
  field('realtime.outbound.rate', (sight) => realtime(sight) && !has(sight, 'realtime', 'fanOut'), {
    none: 'the backend pushes none of its own',
  }),
  // What is pushed on is counted already: a rate that Enter alone takes would count it twice.
  field('realtime.outbound.rate', (sight) => realtime(sight) && has(sight, 'realtime', 'fanOut'), {
    none: 'the backend pushes none of its own',
    suggest: 'none',
  }),
  field('realtime.outbound.size', (sight) => has(sight, 'realtime', 'outbound', 'rate')),
  field('waf.rules', (sight) => needed('waf-native')(sight) || has(sight, 'waf'), { begins: true }),
  field('waf.managedGroups', (sight) => needed('waf-native')(sight) || has(sight, 'waf')),
  field('cache.size', needed('response-cache'), { among: 'cache-sizes' }),
  field('cache.hitRatio', (sight) => has(sight, 'cache', 'size')),
  field('edge.hitRatio', (sight) => needed('response-cache')(sight) && has(sight, 'edge')),
  // To state it is to state a distribution, which then keeps the answers in place of the gateway: never by Enter alone.
  field('edge.hitRatio', (sight) => needed('response-cache')(sight) && !has(sight, 'edge'), {
    none: 'no CloudFront distribution in front',
    suggest: 'none',
  }),
  field('backend.lambda.memory', lambda),
  field('backend.lambda.duration', (sight) => has(sight, 'backend', 'lambda', 'memory')),
  field('name', always, { suggest: 'my-api' }),
];

/** Sections of which one kind is stated, if any: asked before the fields inside. */
export const KINDS: Readonly<Record<string, { readonly none: string; readonly when: Field['when'] }>> = {
  backend: { none: 'Something else, or it costs the same behind every front door', when: (sight) => requests(sight) || realtime(sight) },
};

/** The kinds of a section that have fields here. */
export function kindsOf(section: string): readonly string[] {
  return [...new Set(FIELDS.filter(({ path }) => path[0] === section).map(({ path }) => path[1] ?? ''))];
}

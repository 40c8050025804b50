import { describe } from '../../workload/describe.ts';
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

/** Fields that price the answer, asked for in one prompt. Their words, examples and readers are the schema's. */
export interface Field {
  readonly paths: readonly (readonly string[])[];
  /** Asked right after the question that says what the volume is of, so that the answers after it show what they cost. */
  readonly early?: true;
  /** Offered instead of the schema's examples. */
  readonly suggest?: string;
  /** What leaving it out on purpose is called, where that says something. */
  readonly none?: string;
  /** Whatever is replied begins its section, which says something by itself. */
  readonly begins?: true;
  /** Its values are few enough to be listed. */
  readonly among?: 'regions';
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

const fields = (section: string, names: string, when: Field['when'], more: Omit<Field, 'paths' | 'when'> = {}): Field => ({
  paths: names.split(' ').map((name) => [...(section === '' ? [] : section.split('.')), name]),
  when,
  ...more,
});

/** What is asked besides the tree, in the order of asking: a line is a prompt, and one line adds one. */
export const FIELDS: readonly Field[] = [
  fields('', 'region', always, { early: true, among: 'regions' }),
  fields('realtime', 'connections', (sight) => staysConnected(sight) && !has(sight, 'realtime', 'connectRate'), {
    early: true,
    suggest: '1000',
  }),
  fields('traffic', 'requests', (sight) => !staysConnected(sight), { early: true }),
  fields('traffic', 'requests', staysConnected, { early: true, none: 'none beside the connections', suggest: 'none' }),
  fields('traffic', 'request response', oneSize),
  fields('realtime', 'hoursPerDay', (sight) => realtime(sight) && !has(sight, 'realtime', 'connectRate'), { suggest: '24' }),
  fields('realtime.inbound', 'rate size', realtime, { none: 'clients send none' }),
  fields('realtime', 'fanOut', (sight) => has(sight, 'realtime', 'inbound', 'rate'), { none: 'not pushed on', suggest: 'none' }),
  fields('realtime.outbound', 'rate size', (sight) => realtime(sight) && !has(sight, 'realtime', 'fanOut'), {
    none: 'the backend pushes none of its own',
  }),
  // What is pushed on is counted already: a rate that Enter alone takes would count it twice.
  fields('realtime.outbound', 'rate size', (sight) => realtime(sight) && has(sight, 'realtime', 'fanOut'), {
    none: 'the backend pushes none of its own',
    suggest: 'none',
  }),
  fields('waf', 'rules managedGroups', (sight) => needed('waf-native')(sight) || has(sight, 'waf'), { begins: true }),
  fields('cache', 'size hitRatio', needed('response-cache')),
  fields('edge', 'hitRatio', (sight) => needed('response-cache')(sight) && has(sight, 'edge')),
  // To state it is to state a distribution, which then keeps the answers in place of the gateway: never by Enter alone.
  fields('edge', 'hitRatio', (sight) => needed('response-cache')(sight) && !has(sight, 'edge'), {
    none: 'no CloudFront distribution in front',
    suggest: 'none',
  }),
  fields('backend.lambda', 'memory duration', lambda),
];

/** What Enter alone takes for these fields of a prompt: the examples that a file has, or those of the schema. */
export function suggestionFor({ suggest }: Field, paths: readonly (readonly string[])[], base: Said): string {
  const marked = paths.map((path) => valueAt(base, path));
  if (suggest !== undefined && marked.every((value) => value === undefined)) return suggest;
  return paths.map((path, index) => String(marked[index] ?? describe(path).example)).join(', ');
}

/** The first sentence of a description. */
export function summary(path: readonly string[]): string {
  return describe(path).description.split(/(?<=[.!?]) /, 1)[0] ?? '';
}

/** Sections of which one kind is stated, if any: asked before the fields inside. */
export const KINDS: Readonly<Record<string, { readonly none: string; readonly when: Field['when'] }>> = {
  backend: { none: 'Something else, or it costs the same behind every front door', when: (sight) => requests(sight) || realtime(sight) },
};

/** The kinds of a section that have fields here. */
export function kindsOf(section: string): readonly string[] {
  return [
    ...new Set(FIELDS.flatMap(({ paths }) => paths).flatMap(([first, kind]) => (first === section && kind !== undefined ? [kind] : []))),
  ];
}

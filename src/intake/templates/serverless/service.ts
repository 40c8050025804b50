import { compose, section, unknown } from '../build-value.ts';
import { resolve } from '../cloudformation/resolve.ts';
import type { Run } from '../cloudformation/run.ts';
import { find, textOf } from '../lookup.ts';
import type { Gap, Remark, Resource } from '../template.ts';
import type { Entry, Link, Place, Section, Value } from '../value.ts';
import { NAMES } from './names.ts';
import { openOwnResources, type OwnResources } from './own-resources.ts';
import { openVariables } from './variables/variables.ts';

/** A service on its way to being resources: what is read from, and what is found. */
export interface Service {
  readonly file: string;
  readonly root: Section;
  /** The newest major version of the framework that it allows; null where none is stated, and the newest of all counts. */
  readonly version: number | null;
  /** The entry at a path, with variables and functions in it worked out. */
  entry(...path: readonly string[]): Entry | null;
  /** The stage that the service is deployed to unless another is given. */
  readonly stage: Entry;
  readonly own: OwnResources;
  /** What the framework makes, by its id in CloudFormation. */
  readonly resources: Map<string, Resource>;
  readonly gaps: Gap[];
  /** Parts that are not known, and may be of any API of the service. */
  readonly unread: Unread[];
  readonly remarks: Remark[];
}

export type Unread = Omit<Gap, 'concerns'>;

export function openService(root: Section, run: Run): Service {
  const variables = openVariables(root, run.beside);
  const own = openOwnResources(run, root.at.file, variables.at('resources')?.value ?? null);
  const known = new Map<string, Entry | null>();
  const entry = (...path: readonly string[]): Entry | null => {
    const name = path.join('.');
    const before = known.get(name);
    if (before !== undefined) return before;
    const written = variables.at(...path);
    const value = written === null ? null : resolve(written.value, own.scope);
    const found = written === null || value === null ? null : { key: written.key, value };
    known.set(name, found);
    return found;
  };
  const majors = majorsIn(textOf(entry('frameworkVersion')?.value) ?? '');
  return {
    file: root.at.file,
    root,
    version: majors.length === 0 ? null : Math.max(...majors),
    own,
    entry,
    stage: entry('provider', 'stage') ?? { key: root.at, value: unknown(root.at, 'the stage is not known') },
    resources: new Map(),
    gaps: [],
    unread: [],
    remarks: [],
  };
}

/** What a derived resource is. */
interface Made {
  /** Its id in CloudFormation. */
  readonly name: string;
  /** What the person calls it, if not by that. */
  readonly id?: string;
  readonly part?: string;
  readonly type: string;
  readonly at: Place;
  readonly conditions?: readonly string[];
  readonly properties: Readonly<Record<string, Value | Entry | null | undefined>>;
}

/** Adds a resource that the framework makes; the first of a name counts. */
export function make(service: Service, made: Made): Resource {
  const { name, id = name, part = null, type, at, conditions = [], properties } = made;
  const before = service.resources.get(name);
  if (before !== undefined) return before;
  const resource: Resource = {
    key: keyOf(service, name),
    id,
    part,
    type,
    at,
    conditions,
    construct: null,
    madeBy: 'Serverless Framework',
    properties: section(at, properties),
  };
  service.resources.set(name, resource);
  return resource;
}

/** Keys of the APIs that the service makes; null where it makes none, so that what is not known may hold one. */
export function apisOf({ resources }: Service): readonly string[] | null {
  const keys = [NAMES.restApi, NAMES.httpApi, NAMES.webSocketApi].flatMap((name) => resources.get(name)?.key ?? []);
  return keys.length === 0 ? null : keys;
}

export const keyOf = ({ file }: Pick<Service, 'file'>, name: string) => `${file}#${name}`;

export const linkTo = (service: Service, name: string, at: Place, attribute: string | null = null): Link => ({
  kind: 'link',
  target: keyOf(service, name),
  attribute,
  at,
});

/** Where API Gateway invokes a function. */
export function invocationOf(arn: Value, at: Place, how = '/invocations', version = '2015-03-31'): Value {
  const later = (what: string) => unknown(at, `${what} is known when it is deployed`);
  return compose(['arn:', later('the partition'), ':apigateway:', later('the Region'), `:lambda:path/${version}/functions/`, arn, how], at);
}

/** The entry under a key of a section, in whichever branch it stands first. */
export function inside(value: Value | null | undefined, ...path: readonly string[]): Entry | null {
  const [found] = find(value ?? null, ...path);
  return found === undefined ? null : { key: found.at, value: found.value };
}

/** Major versions that a range names; `<2.0.0` allows 1. */
function majorsIn(range: string): readonly number[] {
  return [...range.matchAll(/(<\s*)?(\d+)((?:\.\d+)*)/g)].map(([, below, major, rest = '']) =>
    below !== undefined && /^[.0]*$/.test(rest) ? Number(major) - 1 : Number(major),
  );
}

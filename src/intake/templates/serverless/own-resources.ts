import { withBody } from '../cloudformation/bodies.ts';
import { draftsOf } from '../cloudformation/draft.ts';
import { macrosOf } from '../cloudformation/macros.ts';
import type { Run } from '../cloudformation/run.ts';
import type { Scope } from '../cloudformation/scope.ts';
import { openStack, outermost, propertiesOf, type Stack } from '../cloudformation/stack.ts';
import { findItems } from '../lookup.ts';
import type { Gap, Resource } from '../template.ts';
import type { Entry, Section, Value } from '../value.ts';
import { NAMES } from './names.ts';
import type { Unread } from './service.ts';

/** What stands under `resources` of a service: CloudFormation, which may name what the framework makes. */
export interface OwnResources {
  /** What functions of CloudFormation mean anywhere in the service. */
  readonly scope: Scope;
  /** Resources with those that the framework made, each changed as `resources` says. */
  with(made: ReadonlyMap<string, Resource>): {
    readonly resources: readonly Resource[];
    readonly gaps: readonly Gap[];
    /** Parts that are not known, and may change any API of the service. */
    readonly unread: readonly Unread[];
  };
}

export function openOwnResources(run: Run, file: string, written: Value | null): OwnResources {
  const parts = findItems(written);
  const sections = parts.flatMap(({ value }) => (value.kind === 'section' ? [value] : []));
  const root = withMade(sections.reduce(merged, nothing(written?.at ?? { file, line: 1, column: 1 })));
  const stack = openStack(run, { file, root, remarks: [] }, outermost(file));
  run.stacks = [...run.stacks, stack];
  const isOwn = (name: string) => stack.resources().has(name) || name.startsWith('AWS::') || isDeclared(root, 'Parameters', name);
  // Any other name is one that the framework or a plugin makes.
  const scope: Scope = {
    ...stack.scope,
    named: (name, at) => (isOwn(name) ? stack.scope.named(name, at) : { kind: 'link', at, target: stack.keyOf(name), attribute: null }),
    attribute: (name, attribute, at) =>
      stack.scope.attribute(name, attribute, at) ?? { kind: 'link', at, target: stack.keyOf(name), attribute },
  };
  return {
    scope,
    with: (made) => {
      const { drafts, gaps } = draftsOf({ ...stack, scope });
      const whole = drafts.filter(({ id }) => !made.has(id)).map((draft) => withBody(draft, run.beside));
      const unread = parts.flatMap(({ value, at }): readonly Unread[] =>
        value.kind === 'unknown' ? [{ at, what: 'resources of the service are not read', because: value.because, give: value.give }] : [],
      );
      return {
        resources: [...[...made].map(([name, resource]) => changed(name, resource, root, stack, scope)), ...whole],
        unread,
        gaps: [...macrosOf(root, run.beside), ...gaps, ...nestedGaps(stack)],
      };
    },
  };
}

/** Properties that say in another way what was derived. */
const IN_PLACE_OF = { ResourceId: 'Path', RequestValidatorId: 'RequestValidator', Target: 'Integration' } as const;

/** A resource of the framework, with what `Resources` and `extensions` say of it over what was made. */
function changed(name: string, resource: Resource, root: Section, stack: Stack, scope: Scope): Resource {
  const extension = root.entries.get('extensions')?.value;
  const over = [stack.resources().get(name), extension?.kind === 'section' ? extension.entries.get(name) : undefined];
  const stated = over.flatMap((entry) => (entry?.value.kind === 'section' ? [propertiesOf(entry.value, scope).properties] : []));
  const properties = stated.reduce(merged, resource.properties);
  const entries = new Map(properties.entries);
  for (const [own, derived] of Object.entries(IN_PLACE_OF)) if (entries.has(own)) entries.delete(derived);
  return { ...resource, properties: { ...properties, entries } };
}

const nothing = (at: Section['at']): Section => ({ kind: 'section', at, entries: new Map() });

/** APIs of the framework are resources to whatever names them, in this service and in others that import them. */
function withMade(root: Section): Section {
  const made = [NAMES.restApi, NAMES.httpApi, NAMES.webSocketApi].map((name) => [name, { key: root.at, value: nothing(root.at) }] as const);
  const own: Section = {
    ...nothing(root.at),
    entries: new Map([['Resources', { key: root.at, value: { ...nothing(root.at), entries: new Map(made) } }]]),
  };
  return merged(own, root);
}

/** Sections are merged key by key; of anything else, what comes last counts. */
function merged(under: Section, over: Section): Section {
  const entries = new Map<string, Entry>(under.entries);
  for (const [name, entry] of over.entries) {
    const before = entries.get(name);
    const value = before?.value.kind === 'section' && entry.value.kind === 'section' ? merged(before.value, entry.value) : entry.value;
    entries.set(name, { key: entry.key, value });
  }
  return { ...under, entries };
}

function isDeclared(root: Section, group: string, name: string): boolean {
  const found = root.entries.get(group)?.value;
  return found?.kind === 'section' && found.entries.has(name);
}

function nestedGaps(stack: Stack): readonly Gap[] {
  return [...stack.resources().keys()].flatMap((id) => {
    const inner = stack.nested(id);
    if (inner === null) return [];
    if (!('document' in inner)) return [inner];
    const at = stack.resources().get(id)?.key ?? stack.document.root.at;
    return [
      {
        at,
        what: `the nested stack ${id} is not read`,
        because: 'it is part of a service',
        give: `the template ${inner.document.file}`,
        concerns: null,
      },
    ];
  });
}

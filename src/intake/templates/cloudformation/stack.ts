import { saidAt, unknown } from '../build-value.ts';
import { find, textOf } from '../lookup.ts';
import type { Gap } from '../template.ts';
import type { Entry, Place, Section, Value } from '../value.ts';
import { MOST_VALUES, TOO_MUCH, VALUE } from './budget.ts';
import { entriesIn, isDocument, type Document } from './document.ts';
import { fileBeside } from './include.ts';
import { withIncludes } from './macros.ts';
import { nestedTemplate } from './nested.ts';
import { asGiven, byDefault } from './parameters.ts';
import { resolve } from './resolve.ts';
import { imported, type Exporting, type Run } from './run.ts';
import { namesMade } from './sam/names.ts';
import type { Scope } from './scope.ts';
import { isSpread, spread } from './spread.ts';
import { sizeOf } from './size.ts';

/** A template with the arguments that it is deployed with. */
export interface Stack extends Exporting {
  readonly document: Document;
  readonly scope: Scope;
  /** As it is written, with what it includes at its top. */
  readonly root: Section;
  /** Its resources as they are written. */
  resources(): ReadonlyMap<string, Entry>;
  keyOf(id: string): string;
  /** Conditions under which all of it exists. */
  readonly conditions: readonly string[];
  /** A nested stack by its logical id; a gap where its template is not read, null where it is no nested stack. */
  nested(id: string): Stack | Gap | null;
  output(name: string, at: Place): Value;
}

/** How a stack is opened: by a run, or by a stack around it. */
export interface Frame {
  /** What the keys of its resources begin with. */
  readonly prefix: string;
  /** The argument of a parameter; null where none is given. */
  given(name: string): Entry | null;
  readonly conditions: readonly string[];
  /** Files of the stacks around it. */
  readonly around: readonly string[];
  /** How many stacks are nested in the outermost one. */
  readonly opened: { count: number };
}

/** Of a stack that no other nests. */
export const outermost = (file: string): Frame => ({
  prefix: `${file}#`,
  given: () => null,
  conditions: [],
  around: [],
  opened: { count: 0 },
});

const MOST_STACKS = 1000;
const NONE: ReadonlyMap<string, Entry> = new Map<string, Entry>();

export function openStack(run: Run, document: Document, frame: Frame): Stack {
  const { file } = document;
  const root = withIncludes(document.root, run.beside);
  const keyOf = (id: string) => `${frame.prefix}${id}`;
  const parameters = entriesIn(root, 'Parameters');

  const scope: Scope = {
    budget: run.budget,
    named: (name, at) => {
      if (name === 'AWS::NoValue') return null;
      if (name.startsWith('AWS::')) return unknown(at, `${name} is known when the stack is deployed`);
      const parameter = parameters.get(name);
      const argument = parameter === undefined ? null : frame.given(name);
      if (parameter !== undefined) return argument === null ? byDefault(name, parameter, at) : asGiven(name, parameter, argument, at);
      const key = keyNamed(name);
      return key === null
        ? unknown(at, `the template has no ${name}`, `what ${name} is`)
        : { kind: 'link', at, target: key, attribute: null };
    },
    attribute: (resource, attribute, at) => {
      const made = names().get(`${resource}.${attribute}`);
      if (made !== undefined) return { kind: 'link', at, target: keyOf(made), attribute: null };
      const key = keyNamed(resource);
      if (key === null) return null;
      if (attribute.startsWith('Outputs.')) {
        const inner = nested(resource);
        if (inner !== null)
          return 'document' in inner ? inner.output(attribute.slice('Outputs.'.length), at) : unknown(at, inner.because, inner.give);
      }
      return { kind: 'link', at, target: key, attribute: attribute === '' ? null : attribute };
    },
    mapping: (name) => {
      const mapping = once(`mapping ${name}`, () => entriesIn(root, 'Mappings').get(name)?.value ?? null);
      return mapping?.kind === 'section' ? mapping : null;
    },
    imported: (name, at) => imported(run, name, at),
    included: (location, at) => {
      const raw = fileBeside(run.beside, location, at);
      if (raw.kind === 'unknown') return raw;
      const again = known.get(`include ${raw.at.file}`);
      const value = once(`include ${raw.at.file}`, () => resolve(raw, scope));
      if (value === null) return unknown(at, `${raw.at.file} includes itself`);
      return again !== undefined && !run.budget.spend(VALUE * sizeOf(value, MOST_VALUES)) ? unknown(at, TOO_MUCH) : value;
    },
  };

  /** Worked out once; null of what asks for itself meanwhile. */
  const known = new Map<string, unknown>();
  function once<T>(what: string, work: () => T): T | null {
    const before = known.get(what);
    if (before !== undefined) return before as T | null;
    known.set(what, null);
    const value = work();
    known.set(what, value);
    return value;
  }

  const whole = (name: string) =>
    once(name, () => {
      const found = root.entries.get(name)?.value;
      if (found?.kind !== 'section') return NONE;
      return [...found.entries.keys()].some(isSpread) ? spread(found, scope, (value) => resolve(value, scope)).entries : found.entries;
    }) ?? NONE;
  const resources = () => whole('Resources');
  const names = () => once('names', () => namesMade(resources(), entriesIn(root, 'Globals'))) ?? new Map<string, string>();
  const keyNamed = (name: string) => {
    if (resources().has(name)) return keyOf(name);
    const made = names().get(name);
    return made === undefined ? null : keyOf(made);
  };

  const nested = (id: string): Stack | Gap | null => {
    const entry = resources().get(id);
    if (entry?.value.kind !== 'section') return null;
    const template = nestedTemplate(entry.value, scope);
    if (template === null) return null;
    const gap = (because: string, give: string | null): Gap => ({
      at: entry.key,
      what: `the nested stack ${id} is not read`,
      because,
      give,
      concerns: null,
    });
    const found = once(`nested ${id}`, (): Stack | Gap => {
      if (typeof template !== 'string') return gap(template.because, template.give);
      const read = run.document(template);
      if (!('root' in read) || !isDocument(read)) return gap(read.because, `the file ${template}`);
      if (read.file === file || frame.around.includes(read.file)) return gap(`${template} contains itself`, null);
      frame.opened.count += 1;
      if (frame.opened.count > MOST_STACKS) return gap(`more than ${MOST_STACKS} stacks are nested in one`, null);
      const given = find(entry.value, 'Properties', 'Parameters').at(0)?.value;
      const condition = textOf(entry.value.kind === 'section' ? entry.value.entries.get('Condition')?.value : null);
      return openStack(run, read, {
        prefix: `${keyOf(id)}/${template}#`,
        given: (name) => {
          const argument = given?.kind === 'section' ? given.entries.get(name) : undefined;
          if (argument === undefined) return null;
          const value = once(`argument ${id}.${name}`, () => resolve(argument.value, scope));
          return { key: argument.key, value: value ?? unknown(argument.key, `what is given for ${name} is not known`) };
        },
        conditions: condition === null ? frame.conditions : [...frame.conditions, condition],
        around: [...frame.around, file],
        opened: frame.opened,
      });
    });
    return found ?? gap('what it is given depends on what it gives', null);
  };

  const stack: Stack = {
    document,
    root,
    scope,
    resources,
    keyOf,
    conditions: frame.conditions,
    nested,
    output: (name, at) => {
      const output = whole('Outputs').get(name);
      const value = output?.value.kind === 'section' ? output.value.entries.get('Value') : undefined;
      if (output === undefined || value === undefined) return unknown(at, `${file} has no output ${name}`, `the output ${name} in ${file}`);
      const found = once(`output ${name}`, () => resolve(value.value, scope) ?? unknown(at, `the output ${name} has no value`));
      return found === null
        ? unknown(at, `the output ${name} depends on itself`)
        : saidAt(found, at, { ...output.key, by: `output ${name}` });
    },
    exports: () =>
      once('exports', () => {
        const found = new Map<string, (at: Place) => Value>();
        for (const [name, { value }] of whole('Outputs')) {
          const [written] = find(value, 'Export', 'Name');
          const exported = written === undefined ? null : textOf(resolve(written.value, scope));
          if (exported !== null) found.set(exported, (at) => stack.output(name, at));
        }
        return found;
      }) ?? new Map<string, (at: Place) => Value>(),
  };
  return stack;
}

/** Properties of a resource, worked out; whatever they are, a section. */
export function propertiesOf(resource: Section, scope: Scope): { readonly properties: Section; readonly because: string | null } {
  const written = resource.entries.get('Properties')?.value;
  const value = written === undefined ? null : resolve(written, scope);
  if (value?.kind === 'section') {
    const left = [...value.entries].find(([name]) => isSpread(name))?.[1].value;
    return { properties: value, because: left?.kind === 'unknown' ? left.because : null };
  }
  return {
    properties: { kind: 'section', at: resource.at, entries: NONE },
    because: value?.kind === 'unknown' ? value.because : null,
  };
}

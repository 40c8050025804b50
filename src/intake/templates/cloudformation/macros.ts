import { find, findItems, textOf } from '../lookup.ts';
import type { Beside, Gap } from '../template.ts';
import type { Entry, Section, Value } from '../value.ts';
import { fileBeside } from './include.ts';

/** Macros of AWS that are worked out here, or change nothing that an API is made of. */
const KNOWN = /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|CodeDeployBlueGreen|SecretsManager-.*)$/;

/** A gap for each macro that may change the whole template, and for each include at its top that is not read. */
export function macrosOf(root: Section, beside: Beside): readonly Gap[] {
  return findItems(root, 'Transform').flatMap(({ value, at }): readonly Gap[] => {
    const included = includedBy(value, beside);
    if (included !== null && included.kind !== 'unknown') return [];
    const name = textOf(value.kind === 'section' ? value.entries.get('Name')?.value : value);
    if (name !== null && KNOWN.test(name)) return [];
    const [because, give] =
      included === null ? ['what it changes is not known', 'the template as it is deployed'] : [included.because, included.give];
    return [{ at, what: `the macro ${name ?? 'of this template'} is not run`, because, give, concerns: null }];
  });
}

/** A template with what includes at its top add to its sections. */
export function withIncludes(root: Section, beside: Beside): Section {
  let { entries } = root;
  for (const { value } of findItems(root, 'Transform')) {
    const included = includedBy(value, beside);
    if (included?.kind === 'section') entries = joined(included.entries, entries);
  }
  return entries === root.entries ? root : { ...root, entries };
}

function joined(included: ReadonlyMap<string, Entry>, own: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const entries = new Map(included);
  for (const [name, entry] of own) {
    const more = included.get(name)?.value;
    const both = more?.kind === 'section' && entry.value.kind === 'section';
    entries.set(
      name,
      both ? { key: entry.key, value: { ...entry.value, entries: new Map([...more.entries, ...entry.value.entries]) } } : entry,
    );
  }
  return entries;
}

function includedBy(macro: Value, beside: Beside): Value | null {
  const [location] = textOf(find(macro, 'Name').at(0)?.value) === 'AWS::Include' ? find(macro, 'Parameters', 'Location') : [];
  return location === undefined ? null : fileBeside(beside, location.value, location.value.at);
}

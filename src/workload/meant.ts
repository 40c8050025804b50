import { closest, distance } from 'fastest-levenshtein';
import { didYouMean } from '../errors/did-you-mean.ts';
import { ALIASES, FEATURE_ALIASES, TAG_WORDS } from './aliases.ts';
import { FEATURES, type FeatureId } from './features.ts';
import { keyWords, plainNames, shorterReadings } from './key-words.ts';
import { fieldsAt, schemaAt, unwrap, type Path, type Schema } from './schema-at.ts';
import { own } from '../reading/own.ts';
import { kindOf } from './stated-with.ts';
import { MILLISECONDS } from './unit-words.ts';

/** The field that a key means, and what the key says of the unit of its value. */
export interface Meaning {
  readonly path: Path;
  readonly unit: string;
  /** Whether the key is a slip of the pen, rather than another name. */
  readonly isSlip: boolean;
}

/** A field with a name that it is known by; `[]` stands for a place in a list. */
interface Name {
  readonly path: Path;
  /** Where the name means it: wherever it stands; wherever a field is expected; or in its own section. */
  readonly where: 'anywhere' | 'in any section' | 'in its section';
}

let names: ReadonlyMap<string, readonly Name[]> | null = null;

/** Every name, made when a file first has an unknown key. */
function known(): ReadonlyMap<string, readonly Name[]> {
  if (names !== null) return names;
  const found = new Map<string, Name[]>();
  const add = (name: string, path: Path, where: Name['where']) => {
    for (const key of plainNames(name)) found.set(key, [...(found.get(key) ?? []), { path, where }]);
  };
  for (const [path, words] of Object.entries(ALIASES)) {
    const steps = path.replaceAll('[]', '.[]').split('.');
    const parts = words.split('|');
    const [anywhere = '', inSection = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : ''];
    for (const word of anywhere.split(' ').filter(Boolean)) add(word, steps, 'anywhere');
    for (const word of (parts.length > 2 ? (parts[1] ?? '') : '').split(' ').filter(Boolean)) add(word, steps, 'in any section');
    for (const word of inSection.split(' ').filter(Boolean)) add(word, steps, 'in its section');
  }
  const fields = fieldsBelow(schemaAt([]), []);
  const isOnly = (name: string) => fields.filter((path) => path.at(-1) === name).length === 1;
  for (const path of fields) {
    const [before = '', last = ''] = path.slice(-2).map(String);
    // What a thing is called says little by itself.
    if (path.length === 1) add(before, path, before === 'name' ? 'in its section' : 'anywhere');
    else {
      add(`${before} ${last}`, path, 'anywhere');
      add(last, path, isOnly(last) ? 'in any section' : 'in its section');
      if (path.length > 2) add(path.join(' '), path, 'anywhere');
    }
  }
  for (const [id, { name }] of Object.entries(FEATURES)) {
    for (const word of [id, name, ...(FEATURE_ALIASES[id as FeatureId]?.split(' ') ?? [])]) add(word, ['needs', id], 'anywhere');
  }
  for (const word of TAG_WORDS.split(' ')) add(word, ['tags', word], 'anywhere');
  names = found;
  return found;
}

/** Paths of all fields below a section, lists entered. */
function fieldsBelow(schema: Schema | null, path: Path): readonly Path[] {
  const inner = unwrap(schema);
  if (inner?.type === 'array') return fieldsBelow(inner.item ?? null, [...path, '[]']);
  const here = Object.entries(inner?.entries ?? {});
  return here.flatMap(([key, field]) => [[...path, key], ...fieldsBelow(field, [...path, key])]);
}

/**
 * The field that is meant by a key that is none.
 * @param keys the key, after those of the sections around it that are no fields either.
 * @param near the section in which the first of them stands.
 * @param fits how well a value goes with a field: 0 where not at all.
 */
export function meant(keys: readonly string[], near: Path, fits: (path: Path, unit: string) => number): Meaning | null {
  const here = near.map((step) => (typeof step === 'number' ? '[]' : step));
  const last = keys.at(-1) ?? '';
  const { unit, readings, isFiller } = keyWords(last);
  const inSection = here.filter((step) => step !== '[]').slice(-1);
  const around = [...inSection, ...keys.slice(0, -1)];
  const find = (reading: string, isWhole: boolean) => bestOf(known().get(reading) ?? [], here, keys, isWhole, (path) => fits(path, unit));
  // With what stands around it first, the longest name that there is.
  for (const start of around.keys()) {
    for (const before of plainNames(around.slice(start).join(' '))) {
      for (const reading of isFiller && keys.length > 1 ? [...readings, ''] : readings) {
        const best = find(before + reading, false);
        if (best !== null) return { path: inPlace(best, near), unit, isSlip: false };
      }
    }
  }
  for (const reading of readings) {
    const best = find(reading, true);
    if (best !== null) return { path: inPlace(best, near), unit, isSlip: false };
  }
  const byUnit =
    isFiller && unit !== '' ? fieldsAt(near).filter((key) => fits([...near, key], unit) === 3 && isOf(unit, [...near, key])) : [];
  if (byUnit.length > 0) return { path: [...near, byUnit[0] ?? ''], unit, isSlip: false };
  for (const reading of shorterReadings(last)) {
    const best = find(reading, false);
    if (best !== null) return { path: inPlace(best, near), unit, isSlip: false };
  }
  return null;
}

/** The field that is meant by a key with a slip of the pen in it. */
export function meantBySlip(key: string, near: Path, fits: (path: Path, unit: string) => number): Meaning | null {
  const { unit, readings } = keyWords(key);
  const inSection = didYouMean(key, fieldsAt(near));
  const digits = (name: string) => name.replaceAll(/\D/g, '');
  if (inSection !== null && digits(inSection) === digits(key) && fits([...near, inSection], '') > 0)
    return { path: [...near, inSection], unit: '', isSlip: true };
  const [reading = ''] = readings;
  if (reading.length < 5) return null;
  const nearest = closest(reading, [...known().keys()]);
  if (distance(reading, nearest) > (reading.length < 8 ? 1 : 2)) return null;
  const here = near.map((step) => (typeof step === 'number' ? '[]' : step));
  const best = bestOf(known().get(nearest) ?? [], here, [key], true, (path) => fits(path, unit));
  return best === null ? null : { path: inPlace(best, near), unit, isSlip: true };
}

/** Whether a field is counted in a unit. */
function isOf(unit: string, path: Path): boolean {
  const schema = schemaAt(path);
  const kind = schema === null ? undefined : kindOf(schema);
  if (unit.includes('/')) return kind === 'rate';
  if (unit === '%') return kind === 'share';
  return MILLISECONDS.has(unit) ? kind === 'duration' : kind === 'size' || kind === 'memory';
}

/** The best of the fields with a name: that whose value goes with it, then the nearest, then the first. */
function bestOf(
  some: readonly Name[],
  here: readonly (string | number)[],
  keys: readonly string[],
  isWhole: boolean,
  fits: (path: Path) => number,
): Path | null {
  let [best, most]: [Path | null, number] = [null, 0];
  for (const { path, where } of some) {
    const together = path.findIndex((step, index) => step !== here[index]);
    const inSection = together === path.length - 1 && here.length === together;
    // A field with the same last name in this section is meant sooner than one elsewhere.
    const twin = isTwin(path, here) ? [...here, path.at(-1) ?? ''] : null;
    const at = inSection || twin === null || !isWhole ? path : twin;
    const close = at === twin || inSection ? (here.length > 0 ? 15 : 5) : together;
    if (where === 'in any section' && keys.length > 1) continue;
    if (where === 'in its section' && !(isWhole && (inSection || at === twin))) continue;
    // The section that it stands in is no field of itself.
    if (at.length <= here.length && at.every((step, index) => step === here[index])) continue;
    // Into a list nothing is moved from outside.
    if (at.includes('[]') && !at.slice(0, -1).every((step, index) => step === here[index])) continue;
    const fit = fits(concrete(at));
    const score = fit === 0 ? 0 : fit * 10 + close;
    if (score > most) [best, most] = [at, score];
  }
  return best;
}

/** Whether a section has a field of the same last name and kind as that at a path. */
function isTwin(path: Path, here: Path): boolean {
  const field = unwrap(own(schemaAt(concrete(here))?.entries, String(path.at(-1))) ?? null);
  const other = schemaAt(concrete(path));
  return field !== null && other !== null && field.type === other.type && kindOf(field) === kindOf(other);
}

const concrete = (path: readonly (string | number)[]): Path => path.map((step) => (step === '[]' ? 0 : step));

/** The path with the places in lists of the section that it was asked from. */
function inPlace(path: Path, near: Path): Path {
  return path.map((step, index) => (step === '[]' ? (near[index] ?? 0) : step));
}

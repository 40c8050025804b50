import { own } from '../reading/own.ts';
import { Elsewhere, GONE, isFields, isGone, NAMES_A_KIND, type Correction, type Fields, type Walk } from './correction.ts';
import { fieldLine } from './flow.ts';
import { leafMistake, silentForm } from './leaf-mistakes.ts';
import { leavesOf } from './leaves.ts';
import { meant } from './meant.ts';
import { dotted, show } from './mistakes.ts';
import { neededBy, reshaped } from './reshaped.ts';
import { exampleOf, saysNothing, takes, wordsOf, yesOrNo } from './field-words.ts';
import { rightForm, tidy } from './right-form.ts';
import { fieldAt, listAmong, mayBeLeftOut, unwrap, type Path, type Schema } from './schema-at.ts';
import { kindOf } from './stated-with.ts';

type Correct = Correction['value'];

/** Corrects values of fields: of sections and lists what is inside, of others their shape and form. */
export function walkValues(correction: Correction): Correct {
  const { tell, line } = correction;

  const walked: Correct = (value, schema, walk) => {
    if (schema.type === 'strict_object') return isFields(value) ? section(value, schema, walk) : other(value, schema, walk);
    if (schema.type === 'record') return isFields(value) ? record(value, schema, walk) : other(value, schema, walk);
    if (schema.type === 'array') {
      const item = unwrap(schema.item ?? null);
      if (!Array.isArray(value) || item === null) return other(value, schema, walk);
      const items = value.map((one: unknown, index) => walked(one, item, { ...walk, at: [...walk.at, index], to: [...walk.to, index] }));
      return items.filter((one) => !isGone(one));
    }
    const ofFields = schema.options?.find((one): one is Schema => typeof one === 'object' && one.type === 'record');
    if (ofFields !== undefined && (isFields(value) || Array.isArray(value))) return walked(value, ofFields, walk);
    const ofList = listAmong(schema);
    if (ofList !== undefined && (isFields(value) || Array.isArray(value))) return walked(value, ofList, walk);
    return leaf(value, schema, walk);
  };

  function section(written: Fields, schema: Schema, walk: Walk): unknown {
    const { at, to, told } = walk;
    const off = Object.entries(written).find(
      ([key, one]) => /^(?:enabled?|active)$/i.test(key) && typeof one === 'string' && yesOrNo(one) === 'no',
    );
    if (off && own(schema.entries, off[0]) === undefined && to.length > 0) return switchedOff(off[0], walk);
    const fields = withoutCommas(written, walk);
    const stated: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(fields)) {
      const field = unwrap(own(schema.entries, key) ?? null);
      if (field === null) continue;
      const right = walked(value, field, { at: [...at, key], to: [...to, key], told });
      if (!isGone(right)) stated[key] = right;
    }
    // What kind a section is comes after what it holds.
    const unknown = Object.entries(fields).filter(([key]) => own(schema.entries, key) === undefined);
    for (const [key, value] of unknown.toSorted(([a], [b]) => Number(NAMES_A_KIND.test(a)) - Number(NAMES_A_KIND.test(b))))
      correction.key(key, value, { at: [...at, key], to, told }, stated);
    return stated;
  }

  /** `{ enabled: no }`: what a section states is there, so that the section goes. */
  function switchedOff(key: string, walk: Walk): unknown {
    const name = String(walk.at.at(-1));
    const needs = neededBy(walk.to, 'no');
    const what = `${dotted([...walk.at, key])} is no`;
    const because = 'a section in the file is priced';
    if (needs !== null && !walk.told) {
      tell(walk, { what: `${dotted(walk.at)} is a section that is off`, because, write: fieldLine('needs', needs) });
      for (const [feature, answer] of Object.entries(needs))
        if (!correction.isSaid(['needs', feature])) correction.move(['needs', feature], answer, walk.at);
    } else tell(walk, { what, because, write: `remove ${name}` });
    return needs === null ? GONE : new Elsewhere(needs);
  }

  /** Inside braces a decimal comma ends a value, and what follows it becomes a key: `{ duration: 0,2 s }`. */
  function withoutCommas(fields: Fields, { at, told, to }: Walk): Fields {
    const entries = Object.entries(fields);
    const broken = entries.findIndex(
      ([key, value], index) => value === null && /^\d/.test(key) && /^\d+$/.test(String(entries[index - 1]?.[1] ?? '')),
    );
    const before = entries[broken - 1];
    if (before === undefined) return fields;
    const [key, rest] = [before[0], entries[broken]?.[0] ?? ''];
    const value = `${String(before[1])}.${rest}`;
    const because = 'inside braces a comma ends a value; a decimal point is a point';
    tell(
      { at: [...at, key], to: [...to, key], told },
      { what: `${dotted([...at, key])} is "${String(before[1])}"`, because, write: fieldLine(key, value) },
    );
    tell({ at: [...at, rest], to, told }, { at: 'key', what: `${dotted([...at, rest])} is not a field`, because, write: `remove ${rest}` });
    return Object.fromEntries(entries.filter((_, index) => index !== broken).map(([name, one]) => [name, name === key ? value : one]));
  }

  function record(fields: Fields, schema: Schema, { at, to, told }: Walk): unknown {
    const inner = schema.value ?? null;
    const words = schema.key ? wordsOf(schema.key) : [];
    const isKnown = (key: string) => words.length === 0 || words.includes(key);
    const stated: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(fields)) {
      if (inner === null || !isKnown(key)) continue;
      const right = walked(value, inner, { at: [...at, key], to: [...to, key], told });
      if (!isGone(right)) stated[key] = right;
    }
    for (const [key, value] of Object.entries(fields)) {
      if (isKnown(key)) continue;
      const inside = { at: [...at, key], to, told };
      if (to[0] === 'needs') correction.key(key, value, inside, stated);
      else word(key, value, schema, inside, stated);
    }
    return stated;
  }

  /** A key that is none of the words of a record. */
  function word(key: string, value: unknown, schema: Schema, walk: Walk, stated: Record<string, unknown>): void {
    const right = schema.key ? rightForm(schema.key, walk.to, key) : null;
    const inner =
      right === null || stated[right] !== undefined
        ? GONE
        : walked(value, schema.value as Schema, { at: walk.at, to: [...walk.to, right], told: true });
    if (right !== null && !isGone(inner)) stated[right] = inner;
    tell(walk, {
      at: 'key',
      what: `"${key}" is not known in ${dotted(walk.to)}`,
      because: `it is one of ${wordsOf(schema.key as Schema).join(', ')}`,
      write: isGone(inner) || right === null ? `remove ${key}` : fieldLine(right, inner),
    });
  }

  /** A value of another shape than its field has. */
  function other(value: unknown, schema: Schema, walk: Walk): unknown {
    const { at, to } = walk;
    const key = String(at.at(-1));
    const what = `${dotted(at) || 'the file'} is ${show(value)}`;
    const expected =
      schema.type === 'array' ? 'a list is' : schema.type === 'record' ? 'names with values are' : 'a section with fields is';
    const because = value === null ? 'nothing is written here' : `${expected} expected here`;
    const shape = typeof value === 'string' && saysNothing(value) && mayBeLeftOut(to) ? null : reshaped(value, schema, to);
    if (shape === null) {
      tell(walk, { what, because: mayBeLeftOut(to) ? `${because}; what is absent is not stated` : because, write: `remove ${key}` });
      return GONE;
    }
    if ('needs' in shape) {
      for (const [feature, answer] of Object.entries(shape.needs))
        if (!correction.isSaid(['needs', feature])) correction.move(['needs', feature], answer, at);
      tell(walk, { what, because: 'what an API needs, or does not, is stated in needs', write: fieldLine('needs', shape.needs) });
      return new Elsewhere(shape.needs);
    }
    const before = correction.leftOut.length;
    const right = walked(shape.value, schema, { ...walk, told: true });
    const left = walk.told ? [] : correction.leftOut.splice(before);
    tell(walk, {
      what,
      because: left.length === 0 ? because : `${because}, and no field takes ${left.join(', ')}`,
      write: line(walk, right),
    });
    return right;
  }

  function leaf(value: unknown, schema: Schema, walk: Walk): unknown {
    const { at, to } = walk;
    const key = String(at.at(-1));
    const found = `${dotted(at)} is ${show(value)}`;
    if (typeof value === 'object' && value !== null) {
      const several = isFields(value) ? apart(value, schema, walk) : GONE;
      if (!isGone(several)) return several;
      const shape = reshaped(value, schema, to);
      const right =
        shape !== null && 'value' in shape
          ? walked(shape.value, schema, { ...walk, told: true })
          : mayBeLeftOut(to)
            ? GONE
            : exampleOf(schema);
      tell(walk, { what: found, because: 'one value is expected here', write: isGone(right) ? `remove ${key}` : line(walk, right) });
      return right;
    }
    const text = value === null || value === undefined ? '' : String(value);
    const region = dotted(to) === 'region' && text.trim() !== '' ? correction.regionMistake(text.trim()) : null;
    if (region !== null) {
      tell(walk, { what: `region is "${text}", for which there are no prices`, because: region.because, write: line(walk, region.region) });
      return region.region;
    }
    if (value !== null && takes(schema, text)) return value;
    const silent = value === null ? null : silentForm(schema, text);
    if (silent !== null) return silent;
    if (saysNothing(text)) {
      const because = text === '' ? 'nothing is written here' : 'it says nothing yet';
      const isOptional = mayBeLeftOut(to);
      const example = exampleOf(schema);
      tell(walk, {
        what: found,
        because: isOptional ? `${because}; what is absent is not stated, never a no` : because,
        write: isOptional ? `remove ${key}` : line(walk, example),
      });
      return isOptional ? GONE : example;
    }
    if (/^none$/i.test(text.trim()) && mayBeLeftOut(to) && rightForm(schema, to, text) === null) {
      tell(walk, { what: found, because: 'what is absent is not stated', write: `remove ${key}` });
      return GONE;
    }
    const { because, right } = leafMistake(schema, to, text);
    tell(walk, { what: found, because, write: line(walk, tidy(schema, right)) });
    return right;
  }

  /** A section where one value belongs, which says several: `requests: { average: 10M/month, peak: 500 rps }`. */
  function apart(fields: Fields, schema: Schema, walk: Walk): unknown {
    const { at, to } = walk;
    const around = to.slice(0, -1);
    const found: { readonly keys: readonly string[]; readonly path: Path; readonly value: unknown }[] = [];
    for (const { keys, value } of leavesOf(fields, [String(at.at(-1))])) {
      const meaning = meant(keys, around, (path, unit) => (path.length >= to.length ? correction.fit(value, path, unit) : 0));
      const field = meaning === null ? null : fieldAt(meaning.path);
      if (meaning === null || field === null || kindOf(field) === undefined) continue;
      const text = rightForm(field, meaning.path, String(value), meaning.unit);
      if (text !== null) found.push({ keys: keys.slice(1), path: meaning.path, value: tidy(field, text) });
    }
    const mine = found.find(({ path }) => dotted(path) === dotted(to));
    const others = found.filter(({ path }) => dotted(path) !== dotted(to) && !correction.isSaid(path));
    if (mine === undefined || others.length === 0) return GONE;
    const because = 'one value is expected here';
    tell(walk, { what: `${dotted(at)} is a section`, because, write: line(walk, mine.value) });
    for (const { keys, path, value } of others) {
      correction.move(path, value, at);
      const inside = { at: [...at, ...keys], to: path, told: false };
      tell(inside, {
        at: 'key',
        what: `${dotted(inside.at)} is not a field`,
        because: `it belongs in ${dotted(path.slice(0, -1))}, as ${String(path.at(-1))}`,
        write: line(inside, value),
      });
    }
    return mine.value;
  }

  return walked;
}

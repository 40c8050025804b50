import { didYouMean } from '../errors/did-you-mean.ts';
import { own } from '../reading/own.ts';
import { Elsewhere, isFields, isGone, NAMES_A_KIND, put, type Correction, type Walk } from './correction.ts';
import { fieldLine } from './flow.ts';
import { featureInWords } from './leaf-mistakes.ts';
import { leavesOf, withUnit, type Leaf } from './leaves.ts';
import { meant, meantBySlip, type Meaning } from './meant.ts';
import { dotted, show } from './mistakes.ts';
import { featuresIn } from './listed.ts';
import { fieldFor, reshaped } from './reshaped.ts';
import { saysNothing, yesOrNo } from './field-words.ts';
import { rightForm, tidy } from './right-form.ts';
import { fieldAt, fieldsAt, type Path } from './schema-at.ts';

/** More slips of the pen than anyone makes; each is compared with every name there is. */
const MOST_SLIPS = 100;

/** Features that people state by a name or a number of their own: `customDomain: api.example.com`. */
const STATED_BY_VALUE = ['custom-domain', 'canary'];

/** Answers keys that are no fields: with the field that is meant, where it belongs, or that nothing takes it. */
export function walkKeys(correction: Correction): Correction['key'] {
  const { tell, line } = correction;
  const listed = new Set<string>();
  let slips = 0;

  const unknown: Correction['key'] = (key, value, walk, stated) => {
    const { at, to } = walk;
    const what = `${dotted(at)} is not a field`;
    const answer = (because: string, write: string) => tell(walk, { at: 'key', what, because, write });
    if (to.length > 0 && typeof value === 'string' && /^(?:enabled?|active)$/i.test(key) && yesOrNo(value) === 'yes')
      return answer(`${dotted(to)} stands here, which says it already`, `remove ${key}`);
    const isText = to[0] === 'needs' && typeof value === 'string' && yesOrNo(value) === null;
    if (isText) return wanted(key, value, answer, stated);
    const fits = (path: Path, unit: string) => correction.fit(value, path, unit);
    const meaning = meant([key], to, fits);
    const found = meaning ?? kind(key, value, walk, stated, answer);
    if (found === 'answered') return undefined;
    const slip = found ?? (slips++ < MOST_SLIPS ? meantBySlip(key, to, fits) : null);
    if (slip !== null) return known(slip, value, walk, stated, answer);
    if (typeof value === 'object' && value !== null) return harvest(key, value, walk, answer);
    return answer(`no field takes it${others(to)}`, `remove ${key}`);
  };

  /** A key of `needs` with a text: `auth: jwt`, `throttling: per client`, `waf: optional`. */
  function wanted(key: string, text: string, answer: (because: string, write: string) => void, stated: Record<string, unknown>): void {
    const isFeature = (path: Path) => (path[0] === 'needs' ? 1 : 0);
    const meaning = meant([`${key} ${text}`], ['needs'], isFeature) ?? meant([key], ['needs'], isFeature);
    const id = String(meaning?.path[1] ?? '');
    if (meaning === null) return answer(`no field takes it${others(['needs'])}`, `remove ${key}`);
    if (saysNothing(text)) return answer(`${featureInWords(id)}; ${show(text)} says nothing yet`, `remove ${key}`);
    if (stated[id] !== undefined) return answer(`needs.${id} says it already`, `remove ${key}`);
    stated[id] = 'yes';
    return answer(featureInWords(id), `${id}: yes`);
  }

  /** What the value of a key says by itself: a unit of the number beside it, a kind of what is around it, a feature. */
  function kind(
    key: string,
    value: unknown,
    walk: Walk,
    stated: Record<string, unknown>,
    answer: (because: string, write: string) => void,
  ): 'answered' | null {
    const { to, at, told } = walk;
    if (typeof value !== 'string' || value === '') return null;
    if (/^units?$/i.test(key)) {
      const [name, number] = Object.entries(stated).find(([, one]) => withUnit(one, value) !== one) ?? [];
      const field = name === undefined ? null : fieldAt([...to, name]);
      const form = field && rightForm(field, [...to, name as string], String(withUnit(number, value)));
      if (name === undefined || !form) return null;
      stated[name] = form;
      answer('a unit is written after its number', line({ at, to: [...to, name], told }, form));
      return 'answered';
    }
    const section = fieldAt(to);
    if (NAMES_A_KIND.test(key) && to.length > 0 && section?.type === 'strict_object') {
      const shape = dotted(to) === 'auth' ? reshaped(value, section, to) : { value: fieldFor(value, section, to) ?? {} };
      if (shape !== null && 'needs' in shape) {
        needed(shape.needs, at);
        answer('what an API needs belongs in needs', fieldLine('needs', shape.needs));
        return 'answered';
      }
      const [first, ...more] = shape === null || !isFields(shape.value) ? [] : Object.entries(shape.value);
      if (first !== undefined && (stated[first[0]] !== undefined || correction.isSaid([...to, first[0]]))) {
        answer(`${dotted([...to, first[0]])} says it already`, `remove ${key}`);
        return 'answered';
      }
      if (first !== undefined && more.length === 0) {
        [, stated[first[0]]] = first;
        answer(`here it is called ${first[0]}`, line({ at, to: [...to, first[0]], told }, first[1]));
        return 'answered';
      }
    }
    if (yesOrNo(value) !== null || NAMES_A_KIND.test(key)) return null;
    const isFeature = (path: Path) => (path[0] === 'needs' ? 1 : 0);
    const feature =
      meant([`${key} ${value}`], ['needs'], isFeature) ??
      (saysNothing(value) ? null : meant([key], to, (path) => (isFeature(path) && STATED_BY_VALUE.includes(String(path[1])) ? 1 : 0)));
    if (feature === null || correction.isSaid(feature.path)) return null;
    const needs = { [String(feature.path[1])]: 'yes' };
    needed(needs, at);
    answer(`what an API needs belongs in needs; ${featureInWords(String(feature.path[1]))}`, fieldLine('needs', needs));
    return 'answered';
  }

  function needed(needs: Readonly<Record<string, string>>, at: Path): void {
    for (const [feature, yes] of Object.entries(needs))
      if (!correction.isSaid(['needs', feature])) correction.move(['needs', feature], yes, at);
  }

  /** A key that means a field. */
  function known(
    meaning: Meaning,
    value: unknown,
    walk: Walk,
    stated: Record<string, unknown>,
    answer: (because: string, write: string) => void,
  ): void {
    const { at, to } = walk;
    const key = String(at.at(-1));
    const target = meaning.path;
    const schema = fieldAt(target);
    const isHere = dotted(target.slice(0, -1)) === dotted(to);
    const last = String(target.at(-1));
    const isSection = isFields(value) && schema?.type === 'strict_object';
    // A section is no name: what stands in it has places of its own.
    if (isFields(value) && schema?.type === 'string') return harvest(key, value, walk, answer);
    const other = schema?.type === 'strict_object' && dotted(target) === 'auth.lambdaAuthorizer' ? otherAuthorizer(value) : null;
    if (other !== null) {
      needed(other, at);
      return answer('what an API needs belongs in needs', fieldLine('needs', other));
    }
    // Functions by name, or the resources of a template: no field of the section is among them.
    if (isSection && Object.keys(value).length > 0 && !Object.keys(value).some((inner) => isIn(inner, target)))
      return harvest(key, value, walk, answer);
    if (!isSection && ((isHere && stated[last] !== undefined) || correction.isSaid(target)))
      return answer(`${dotted(target)} says it already`, `remove ${key}`);
    const because = whyThere(meaning, isHere);
    const right = valueFor(value, meaning, at);
    if (right instanceof Elsewhere) return answer('what an API needs, or does not, is stated in needs', fieldLine('needs', right.needs));
    if (isGone(right))
      return answer(
        `${because}; ${show(value)} says ${typeof value === 'string' && saysNothing(value) ? 'nothing yet' : 'nothing of it'}`,
        `remove ${key}`,
      );
    if (isHere) put(stated, [last], right);
    if (!isHere || isSection) correction.move(target, right, at);
    return answer(because, line({ ...walk, to: target }, right));
  }

  /** What an authorizer is by its `type`, where that is no Lambda function. */
  function otherAuthorizer(value: unknown): Readonly<Record<string, string>> | null {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const type = isFields(first) ? Object.entries(first).find(([name]) => NAMES_A_KIND.test(name))?.[1] : null;
    const features = typeof type === 'string' ? featuresIn(type) : {};
    const own = Object.keys(features).filter((id) => /^auth-(?!lambda)/.test(id));
    return own.length === 0 ? null : Object.fromEntries(own.map((id) => [id, 'yes']));
  }

  /** Whether a key is a field of the section at a path, or means one. */
  function isIn(key: string, path: Path): boolean {
    const inside = (at: Path) => (at.length > path.length && path.every((step, index) => step === at[index]) ? 1 : 0);
    return (
      own(fieldAt(path)?.entries, key) !== undefined || meant([key], path, inside) !== null || didYouMean(key, fieldsAt(path)) !== null
    );
  }

  /** The value of a key in the form of the field that it means. */
  function valueFor(value: unknown, { path, unit }: Meaning, at: Path): unknown {
    const schema = fieldAt(path);
    if (schema === null) return null;
    const isSection = schema.type === 'strict_object' || schema.type === 'record';
    const isLeaf = typeof value === 'string' && value !== '' && !isSection && schema.type !== 'array';
    const form = isLeaf ? (rightForm(schema, path, value, unit) ?? value) : value;
    const told = !(isSection && isFields(value));
    const amount = isSection && unit !== '' && typeof value === 'string' ? `${value}${unit.startsWith('/') ? '' : ' '}${unit}` : value;
    return correction.value(isLeaf && path[0] !== 'region' ? tidy(schema, String(form)) : amount, schema, { at, to: path, told });
  }

  /** A section that is none of ours: what stands in it and has a place is told, one line for each section where it belongs. */
  function harvest(key: string, value: object, walk: Walk, answer: (because: string, write: string) => void): void {
    const { at, to } = walk;
    const bySection = new Map<string, { readonly value: Record<string, unknown>; readonly from: string[] }>();
    // A mere yes to a section comes after what is said of it.
    const leaves = [...leavesOf(value, [key])];
    const isAnswer = (leaf: Leaf) => typeof leaf.value === 'string' && yesOrNo(leaf.value) !== null;
    for (const leaf of [...leaves.filter((one) => !isAnswer(one)), ...leaves.filter(isAnswer)]) {
      const meaning = meant(leaf.keys, to, (path, unit) => {
        const much = correction.fit(leaf.value, path, unit);
        return much >= 2 && !correction.isSaid(path) ? much : 0;
      });
      if (meaning === null || meaning.path.some((step) => typeof step === 'number')) continue;
      const right = valueFor(leaf.value, meaning, at);
      if (isGone(right)) continue;
      correction.move(meaning.path, right, at);
      const [first = '', ...rest] = meaning.path.map(String);
      const gathered = bySection.get(first) ?? { value: {}, from: [] };
      put(gathered.value, ['in', ...rest], right);
      const name = leaf.keys.slice(1).join('.') || key;
      gathered.from.push(name === dotted(meaning.path) ? name : `${name} is ${dotted(meaning.path)}`);
      bySection.set(first, gathered);
    }
    if (bySection.size === 0) answer(`no field takes it${others(to)}`, `remove ${key}`);
    for (const [first, { value: found, from }] of bySection) {
      const more = from.length > MOST_NAMED ? ` and ${from.length - MOST_NAMED} more` : '';
      answer(`of what stands in it, this has a place: ${from.slice(0, MOST_NAMED).join(', ')}${more}`, fieldLine(first, found['in']));
    }
  }

  /** The fields of a section, told once. */
  function others(to: Path): string {
    const name = dotted(to);
    if (listed.has(name)) return '';
    listed.add(name);
    const fields = fieldsAt(to);
    return fields.length === 0 ? '; `apigw-advisor explain --list` names what there is' : `; the fields here are ${fields.join(', ')}`;
  }

  return unknown;
}

const MOST_NAMED = 5;

function whyThere({ path, isSlip }: Meaning, isHere: boolean): string {
  const last = String(path.at(-1));
  if (path[0] === 'needs' && path.length === 2) return `${isHere ? '' : 'what an API needs belongs in needs; '}${featureInWords(last)}`;
  if (isSlip) return `did you mean ${isHere ? last : dotted(path)}?`;
  if (path[0] === 'tags') return 'it is a tag, which reports repeat';
  if (isHere) return `here it is called ${last}`;
  return path.length === 1 ? `it belongs at the top of the file, as ${last}` : `it belongs in ${dotted(path.slice(0, -1))}, as ${last}`;
}

import { compose, saidAt, text, unknown } from '../../build-value.ts';
import { eachBranch } from '../../each-branch.ts';
import { find, textOf } from '../../lookup.ts';
import type { Beside } from '../../template.ts';
import type { Entry, Place, Section, Value } from '../../value.ts';
import { openFiles } from './files.ts';
import { openBudget } from './budget.ts';
import { partsOf, sourcesOf, type Source } from './written.ts';

/** The variables of one service. */
export interface Variables {
  /** A value with all variables in it worked out; null where one of them says that there is nothing. */
  resolve(value: Value): Value | null;
  /** What stands at a path of the service, worked out. */
  at(...path: readonly string[]): Entry | null;
}

export const FRAMEWORK = 'default of the Serverless Framework';

/** What the framework takes where the service says nothing. */
const DEFAULTS: Readonly<Record<string, string>> = { 'provider.stage': 'dev', 'provider.region': 'us-east-1' };

/** Known only when it is deployed, by what it is read from. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ssm: 'a parameter of Systems Manager',
  cf: 'an output of another stack',
  s3: 'an object in S3',
  aws: 'known when it is deployed',
  git: 'known when it is deployed',
  output: 'an output of another service',
  state: 'an output of another service',
  construct: 'an output of a plugin',
};

export function openVariables(root: Section, beside: Beside): Variables {
  const budget = openBudget();
  const files = openFiles(root.at.file, beside);
  const known = new Map<string, Entry | null>();
  const open = new Set<string>();

  /** Works out what a name stands for, once; a name that stands for itself is unknown. */
  const once = (name: string, at: Place, work: () => Entry | null): Entry | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (open.has(name)) return { key: at, value: unknown(at, `${name} refers to itself`) };
    open.add(name);
    const found = work();
    open.delete(name);
    known.set(name, found);
    return found;
  };

  /** What stands at a path of a value as it is written, where variables on the way are worked out. */
  const walk = (from: Entry, path: readonly string[]): Entry | null => {
    let here: Entry | null = from;
    for (const step of path) {
      if (here === null) return null;
      const value: Value | null = here.value.kind === 'text' ? resolve(here.value) : here.value;
      if (value === null) return null;
      if (value.kind === 'unknown') return { key: here.key, value };
      const [found] = find(value, /^\d{1,6}$/.test(step) ? Number(step) : step);
      here = found === undefined ? null : { key: found.at, value: found.value };
    }
    if (here === null) return null;
    const value = resolve(here.value);
    return value === null ? null : { key: here.key, value };
  };

  const self = (address: string, at: Place): Entry | null =>
    once(`self:${address}`, at, () => {
      const path = address.split('.').filter((step) => step !== '');
      const found = walk({ key: root.at, value: root }, path);
      const otherwise = DEFAULTS[address];
      return found ?? (otherwise === undefined ? null : byFramework(otherwise, root.entries.get('provider')?.key ?? root.at));
    });

  const stage = (at: Place) => self('provider.stage', at);

  const param = (name: string, at: Place): Entry | null => {
    const own = textOf(stage(at)?.value);
    const places = [...(own === null ? [] : [`params.${own}`, `stages.${own}.params`]), 'params.default', 'stages.default.params'];
    for (const place of places) {
      const found = self(`${place}.${name}`, at);
      if (found !== null) return found;
    }
    return null;
  };

  const inFile = (path: string, address: string, at: Place): Entry =>
    once(`file(${path}):${address}`, at, () => {
      const file = files.read(path, at);
      if (file.kind === 'unknown') return { key: at, value: file };
      return walk(
        { key: file.at, value: file },
        address.split('.').filter((step) => step !== ''),
      );
    }) ?? { key: at, value: unknown(at, `${path} has no ${address}`) };

  /** Null of what is not there, so that what is written after it counts. */
  const call = ({ type, params, address }: Extract<Source, { kind: 'call' }>, at: Place): Entry | null => {
    const [name, argument] = [textOf(within(address, at)), params === null ? null : textOf(within(params, at))];
    if (name === null || (params !== null && argument === null))
      return { key: at, value: unknown(at, `a variable in ${type}:${address} is not known`) };
    switch (type) {
      case 'self':
        return self(name, at);
      case 'param':
        return param(name, at);
      case 'sls':
        return name === 'stage' ? stage(at) : { key: at, value: unknown(at, `${type}:${name} is known when it is deployed`) };
      case 'aws':
        return name === 'region'
          ? self('provider.region', at)
          : { key: at, value: unknown(at, `${type}:${name} is known when it is deployed`) };
      case 'file':
        return inFile(argument ?? name, argument === null ? '' : name, at);
      case 'strToBool':
        return { key: at, value: text(/^['"]?(?:true|1)['"]?$/i.test(argument ?? '') ? 'true' : 'false', at) };
      case 'opt':
      case 'env':
        return null;
      default: {
        const what = ELSEWHERE[type] ?? 'not known to this reader';
        return { key: at, value: unknown(at, `\${${type}:${name}} is ${what}`, `the value in place of \${${type}:${name}}`) };
      }
    }
  };

  const variable = (inside: string, at: Place): Value | null => {
    const sources = sourcesOf(inside);
    for (const [index, source] of sources.entries()) {
      const by = index === 0 ? inside : `fallback of \${${inside}}`;
      if (source.kind === 'nothing') return null;
      if (source.kind === 'literal') return { ...text(source.text, at), ...(index === 0 ? {} : { said: { ...at, by } }) };
      if (source.kind === 'variable') {
        const value = within(source.text, at);
        if (value?.kind !== 'unknown' || index === sources.length - 1) return value;
      } else if (source.kind === 'call') {
        const found = call(source, at);
        if (found === null) continue;
        if (!budget.spend(found.value)) return unknown(at, 'what the variables stand for would become too large');
        if (found.value.kind === 'unknown') return { ...found.value, at };
        const from = source.params === null ? `${source.type}:${source.address}` : `${source.type}(${source.params})`;
        return saidAt(found.value, at, { ...found.key, by: from });
      } else return unknown(at, `\${${inside}} is no variable that is known`);
    }
    const first = sources[0];
    const because = first?.kind === 'call' && first.type !== 'self' ? 'is given when it is deployed, and has no fallback' : 'has no value';
    return unknown(at, `\${${inside}} ${because}`, `a fallback in \${${inside}}`);
  };

  const within = (written: string, at: Place, begins?: number): Value | null => {
    const parts = partsOf(written);
    const [only] = parts;
    if (only === undefined || (parts.length === 1 && typeof only === 'string'))
      return text(only === undefined ? written : (only as string), at);
    const values = parts.map((part) => (typeof part === 'string' ? part : variable(part.inside, at)));
    if (values.length === 1) return values[0] as Value | null;
    const value = compose(
      values.flatMap((one) => one ?? []),
      at,
      begins,
    );
    return budget.spend(value) ? value : unknown(at, 'what the variables stand for would become too large');
  };

  const resolve = (value: Value): Value | null => {
    switch (value.kind) {
      case 'text':
        return value.text.includes('${') ? within(value.text, value.at, value.begins) : value;
      case 'list':
        return { ...value, items: value.items.flatMap((item) => resolve(item) ?? []) };
      case 'section': {
        const entries = [...value.entries].flatMap(([name, entry]): readonly (readonly [string, Entry])[] => {
          const inner = resolve(entry.value);
          return inner === null ? [] : [[name, { key: entry.key, value: inner }]];
        });
        return { ...value, entries: new Map(entries) };
      }
      case 'either':
        return eachBranch(value, (branch) => resolve(branch) ?? text('', branch.at));
      default:
        return value;
    }
  };

  return {
    resolve,
    at: (...path) => self(path.join('.'), root.at),
  };
}

/** A value that nobody stated. */
export function byFramework(content: string, at: Place): Entry {
  return { key: at, value: { ...text(content, at), said: { ...at, by: FRAMEWORK } } };
}

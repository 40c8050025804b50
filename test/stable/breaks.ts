import type { Field, Promised } from './promised.ts';
import type { Recorded } from './record.ts';

/** What a program that relied on the earlier promise would stumble over, each in a sentence. */
export function breaks(before: Recorded, now: Recorded): readonly string[] {
  if (now.version > before.version) return [];
  const lost = [...before.promised.keys()].filter((path) => !now.promised.has(path)).map((path) => `${path} is gone`);
  const changed = [...now.promised].flatMap(([path, field]) => {
    const earlier = before.promised.get(path);
    if (before.side === 'document') return earlier === undefined ? [] : printedOtherwise(path, earlier, field);
    return earlier === undefined ? demanded(path, field, before.promised) : takenOtherwise(path, earlier, field);
  });
  return [...lost, ...changed];
}

function printedOtherwise(path: string, before: Field, now: Field): readonly string[] {
  const optional = before.required && !now.required ? [`${path} is no longer in every document`] : [];
  const wider = now.kinds.filter((kind) => !covers(before.kinds, kind) && !(isValue(kind) && before.kinds.some(isValue)));
  const values = before.kinds.filter((kind) => isValue(kind) && !covers(now.kinds, kind));
  return [
    ...optional,
    ...wider.map((kind) => `${path} may be ${kind}, which it never was`),
    ...values.map((kind) => `${path} is never ${kind} any more`),
  ];
}

function takenOtherwise(path: string, before: Field, now: Field): readonly string[] {
  const required = now.required && !before.required ? [`${path} must be given, which it need not`] : [];
  const narrower = before.kinds.filter((kind) => !covers(now.kinds, kind));
  const tighter = now.limits.filter((limit) => !before.limits.includes(limit) && !isLooser(limit, before.limits));
  return [
    ...required,
    ...narrower.map((kind) => `${path} takes ${kind} no more`),
    ...tighter.map((limit) => `${path} is held to ${limit}, which it was not`),
  ];
}

/** A new field that an old file, which has all that is around it, does not have. */
function demanded(path: string, { required }: Field, before: Promised): readonly string[] {
  const parent = path.replace(/(?:\[\]|\.?[^.[]+)$/, '');
  return required && before.has(parent) && !path.endsWith('[]') ? [`${path} must be given, and did not exist`] : [];
}

const isValue = (kind: string) => /^(?:"|-?\d|true$|false$)/.test(kind);
const isText = (kind: string) => /^["/<]/.test(kind);

function covers(kinds: readonly string[], kind: string): boolean {
  if (kinds.includes(kind) || kinds.includes('anything')) return true;
  if (isText(kind)) return kinds.includes('string');
  if (/^-?\d/.test(kind)) return kinds.includes('number');
  return /^(?:true|false)$/.test(kind) && kinds.includes('boolean');
}

/** Whether one was held to a stricter limit of the same name. */
function isLooser(limit: string, before: readonly string[]): boolean {
  const [name = '', value] = limit.split('=');
  const earlier = before.find((one) => one.startsWith(`${name}=`))?.split('=')[1];
  if (earlier === undefined) return false;
  return name.startsWith('min') ? Number(value) <= Number(earlier) : Number(value) >= Number(earlier);
}

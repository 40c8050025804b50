import { saidAt, text, unknown } from '../build-value.ts';
import { textOf } from '../lookup.ts';
import type { Entry, Place, Value } from '../value.ts';

/** What a parameter is without an argument: its default, if it has one. */
export function byDefault(name: string, parameter: Entry, at: Place): Value {
  const entries = parameter.value.kind === 'section' ? parameter.value.entries : new Map<string, Entry>();
  const type = textOf(entries.get('Type')?.value) ?? 'String';
  const given = entries.get('Default');
  const give = `a value of the parameter ${name}`;
  if (type.startsWith('AWS::SSM::')) return unknown(at, `parameter ${name} is read from Systems Manager`, give);
  if (given === undefined) return unknown(at, `parameter ${name} has no default`, give);
  return saidAt(typed(given.value, type), at, { ...given.key, by: `parameter ${name}` });
}

/** What is given for a parameter, by a stack around the stack. */
export function asGiven(name: string, parameter: Entry, argument: Entry, at: Place): Value {
  const entries = parameter.value.kind === 'section' ? parameter.value.entries : new Map<string, Entry>();
  return saidAt(typed(argument.value, textOf(entries.get('Type')?.value) ?? 'String'), at, { ...argument.key, by: `parameter ${name}` });
}

/** A parameter that is a list takes a text with commas. */
function typed(value: Value, type: string): Value {
  if (value.kind !== 'text' || !(type === 'CommaDelimitedList' || type.startsWith('List<'))) return value;
  const items = value.text === '' ? [] : value.text.split(',').map((item) => text(item.trim(), value.at));
  return { kind: 'list', at: value.at, items };
}

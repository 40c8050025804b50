import { NAMED } from '../../candidates/index.ts';
import { exampleFields, exampleWorkload } from '../../decide/example.ts';
import { inspect } from '../../decide/inspect.ts';
import type { Fields, Rule } from '../../decide/rule.ts';
import { monthOf } from '../../journey/month.ts';
import { decimal } from '../../money/decimal.ts';
import type { Page } from '../../documents/explain/schema.ts';

/** The edition in which rules are documented. */
const DOCUMENTED: Parameters<typeof monthOf>[1] = {
  edition: { id: 'aws', title: 'AWS', bytesPerKB: decimal('1024'), hoursPerMonth: decimal('730') },
  homeGeography: () => ({ id: 'us', title: 'United States' }),
};

/** The page of a rule: what it judges, what to do, and the two sides of each example, with what it says about the first. */
export function rulePage(rule: Rule): Extract<Page, { kind: 'rule' }> {
  const { id, severity, topic, title, rationale, remedy, fields, frontDoors, examples, sources } = rule;
  return {
    kind: 'rule',
    id,
    title,
    severity,
    topic,
    rationale,
    remedy,
    fields: [...fields],
    frontDoors: [...frontDoors],
    examples: examples.map(({ candidate, reports, silent }) => {
      const judged = NAMED.filter((one) => one.id === candidate);
      const found = inspect(monthOf(exampleWorkload(reports, candidate), DOCUMENTED), judged).find((one) => one.rule === rule);
      return {
        candidate,
        because: found?.because ?? '',
        reports: [...exampleLines(reports, candidate)],
        silent: [...exampleLines(silent, candidate)],
      };
    }),
    sources: [...sources],
  };
}

/** The sections of an example as YAML, a line each; the name, and the Region where it is us-east-1, are left out. */
export function exampleLines(fields: Fields, candidate: string): readonly string[] {
  const { name: _name, region, ...rest } = exampleFields(fields, candidate);
  const shown = region === 'us-east-1' ? rest : { region, ...rest };
  return Object.entries(shown).map(([key, value]) => `${key}: ${flow(value as Fields[string])}`);
}

function flow(value: Fields[string]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return /^[\w.%/+-][\w .%/+-]*$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Fields[]).map(flow).join(', ')}]`;
  const entries = Object.entries(value as Fields).map(([key, inner]) => `${key}: ${flow(inner)}`);
  return `{ ${entries.join(', ')} }`;
}

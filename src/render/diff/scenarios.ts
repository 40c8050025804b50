import type { Scenario, ScenariosAnswer } from '../../app/diff/scenarios.ts';
import type { Answer } from '../../app/answer.ts';
import { costSaid } from '../../advise/subject.ts';
import { formatMoney } from '../../money/format.ts';
import { boundOfChange } from '../../portfolio/diff/diff.ts';
import { yearly } from '../cost/words.ts';
import { asideText, agreementText } from '../contract-words.ts';
import { both } from '../recommend/words.ts';
import type { Section } from '../section.ts';
import { changeCell } from './words.ts';

const MONEY = { fit: true, align: 'right' } as const;

/** Scenarios side by side: inputs that differ, then what each speaks of and costs. */
export function scenariosSections({ scenarios, inputs, agreement }: Omit<ScenariosAnswer, keyof Answer>): readonly Section[] {
  const [first] = scenarios;
  if (first === undefined) return [];
  const names = namesOf(scenarios);
  const sections: readonly Section[] = [
    {
      heading: 'Inputs that differ',
      words: inputs.length === 0 ? ['None.'] : [],
      table: {
        open: true,
        columns: [{ head: 'Field', fit: true }, ...names.map((head) => ({ head }))],
        rows: inputs.map(({ field, values }) => [field, ...values.map((value) => value ?? 'not stated')]),
      },
    },
    {
      heading: 'What each costs',
      under: [...agreementText(agreement), ...asideText(agreement)],
      table: {
        open: true,
        columns: [
          { head: 'Scenario', fit: true },
          { head: 'Of' },
          { head: 'A month', ...MONEY },
          { head: 'A year', ...MONEY },
          { head: 'vs the first', ...MONEY },
        ],
        rows: scenarios.map((one, index) => [names[index] ?? '', subjectText(one), ...amounts(one), index === 0 ? '' : versus(one, first)]),
      },
    },
    {
      heading: 'What a scenario lacks',
      list: scenarios.flatMap(({ lacks }, index) => (lacks.length === 0 ? [] : [`${names[index] ?? ''}: ${lacks.join('; ')}.`])),
    },
  ];
  return sections.filter(({ list }) => list === undefined || list.length > 0);
}

/** Each by its own name; by its file, where two are called the same. */
function namesOf(scenarios: readonly Scenario[]): readonly string[] {
  const names = scenarios.map(({ costed }) => costed.estimate.workload);
  return new Set(names).size === names.length ? names : scenarios.map(({ file }) => file);
}

const WHY = { asked: 'by --candidate', 'in-use': 'in use', pick: 'the pick' } as const;

function subjectText({ costed: { subject } }: Scenario): string {
  if (subject.length === 0) return 'nothing: it states no requests and no connections';
  return both(subject.map(({ advised, by }) => `${advised.estimate.title} (${WHY[by]})`));
}

function amounts({ costed: { subject, estimate } }: Scenario): readonly string[] {
  const { cost, bound } = costSaid(subject, estimate);
  return [formatMoney(cost, bound), formatMoney(yearly(cost), bound)];
}

function versus({ total }: Scenario, { total: first }: Scenario): string {
  return changeCell({ from: first.cost, to: total.cost, bound: boundOfChange(first.bound, total.bound) });
}

import type { Optimized } from '../../app/optimize/optimize.ts';
import { proofOf } from '../../app/optimize/proof.ts';
import type { Step, Turn } from '../../compose/frontier.ts';
import { LEVERS } from '../../compose/levers.ts';
import { nameOf } from '../../compose/name.ts';
import type { RuledOut } from '../../compose/verdict.ts';
import type { PriceAge } from '../../documents/summary.ts';
import type { Decimal } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { FRONT_DOORS, type FrontDoor } from '../../workload/front-doors.ts';
import { foot } from '../answer/foot.ts';
import { amounts, outsideText } from '../answer/verdict.ts';
import { both } from '../recommend/words.ts';
import { counted } from '../report/words.ts';
import { asideText, agreementText } from '../contract-words.ts';
import type { Section } from '../section.ts';

/** The cheapest architecture on one screen: what it is, the way to it by effort, and the proof that nothing costs less. */
export function optimizeScreen(one: Optimized, age: PriceAge): readonly Section[] {
  const { optimum, costed } = one;
  const proof = proofOf(optimum);
  const { best } = optimum;
  const bound = one.notPriced.length === 0 ? 'exact' : 'at-least';
  if (proof.compositions === 0)
    return [{ heading: null, lead: 'The levers leave nothing to build: with what the workload states, --fix allows no composition.' }];
  return [
    best === null
      ? {
          heading: null,
          lead: `None of ${counted(proof.compositions, 'composition')} serves this at a known price.`,
        }
      : {
          heading: null,
          headlines: [
            ...best.parts.map(({ setting, cost }) => ({
              mark: '▶',
              text: nameOf(setting),
              amounts: amounts({ cost, bound }),
            })),
            ...(best.parts.length > 1
              ? [
                  {
                    mark: ' ',
                    text: 'Together',
                    amounts: amounts({ cost: best.cost, bound }),
                  },
                ]
              : []),
          ],
          under: [...agreementText(costed.estimate.agreement), standing(one), ...without(one), ...outsideText(one.notPriced)],
        },
    ...(one.steps.length === 0 ? [] : [wayTo(one)]),
    {
      heading: null,
      labels: [['Proof', proved(proof)], ...boundBy(one)],
    },
    { heading: null, under: [{ ...foot(costed, age), option: '--rows --json' }, ...asideText(costed.estimate.agreement)] },
  ];
}

const STARTS = { asked: 'selected by --candidate', 'in-use': 'in use', pick: 'what recommend picks' } as const;

function standing({ costed, cost, optimum, steps }: Optimized): string {
  const from = both(costed.subject.map(({ advised, by }) => `${advised.estimate.title} (${STARTS[by]})`));
  if (cost === null) return `The cheapest that has all that is needed. What ${from} costs is only partly known.`;
  const { best } = optimum;
  if (best && steps.length === 0 && best.cost.gte(cost)) return `Nothing that has all that is needed costs less than ${from}.`;
  return `The cheapest that has all that is needed; ${from} costs ${formatMoney(cost)}.`;
}

/** What its front door is without that no need asks for, and everybody expects of an API. */
function without({ optimum: { best }, start }: Optimized): readonly string[] {
  const before = new Set([...start.values()].map((setting) => setting['front-door']));
  return (best?.parts ?? []).flatMap(({ setting }) => {
    const said = FRONT_DOORS[setting['front-door'] as FrontDoor].without;
    return said === null || before.has(setting['front-door']) ? [] : [`Mind: ${said}.`];
  });
}

const REACHES = {
  settings: 'Settings alone',
  'one-addition': 'One addition',
  'any-work': 'Any work',
} as const satisfies Record<Step['reach'], string>;

function wayTo({ steps, cost, notPriced }: Optimized): Section {
  const total = (known: Decimal) => `${notPriced.length === 0 ? '' : '≥ '}${formatMoney(known)}`;
  return {
    heading: null,
    table: {
      open: true,
      columns: [
        { head: '  Work', fit: true },
        { head: 'Turns' },
        { head: 'A month', fit: true, align: 'right' },
        { head: 'Saves', fit: true, align: 'right' },
      ],
      rows: [
        ['  As it is', '', cost === null ? '' : total(cost), ''],
        ...steps.map(({ reach, best, saving, turns }) => [
          `  ${reach === 'any-work' && turns.some(({ effort }) => effort === 'migration') ? 'A migration' : REACHES[reach]}`,
          turns.map(turnText).join(', '),
          total(best.cost),
          formatMoney(saving),
        ]),
      ],
    },
  };
}

const turnText = ({ lever, from, to }: Turn) => `${LEVERS[lever].name} ${from} → ${to}`;

const KINDS = {
  'not-applicable': 'not for this workload',
  need: 'needs',
  exclusion: 'needs that exclude each other',
  'not-had': 'what it would leave out',
  help: 'help that is not stated',
  plan: 'plans that are too small',
  quota: 'quotas',
  rule: 'rules',
  price: 'no known price',
} as const satisfies Record<RuledOut['by'], string>;

function proved({ compositions, priced, dearer, ruledOut }: ReturnType<typeof proofOf>): readonly string[] {
  const kinds = [...new Set(ruledOut.map(({ by }) => by))].map((by) => {
    const of = ruledOut.filter((one) => one.by === by);
    const ids = of.slice(0, 3).map(({ id }) => id);
    const count = of.reduce((all, one) => all + one.compositions, 0);
    return `${count} by ${KINDS[by]} (${ids.join(', ')}${of.length > 3 ? ', …' : ''})`;
  });
  return [
    `${counted(compositions, 'composition')}: ${priced} priced`,
    ...(dearer === 0 ? [] : [`${dearer} cost more by a part alone`]),
    ...kinds,
  ];
}

function boundBy({ bound }: Optimized): readonly (readonly [string, readonly string[]])[] {
  const said = bound.map(
    ({ lever, stated, saving }) =>
      `${LEVERS[lever].name} ${stated.length > 3 ? 'as stated' : stated.join(' or ')}${saving === null ? '' : `; --free ${lever} saves ${formatMoney(saving)} more`}`,
  );
  return said.length === 0 ? [] : [['Bound', said]];
}

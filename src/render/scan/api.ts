import { placesText, placeText } from '../../app/scan/places.ts';
import type { ApiAnswer } from '../../app/scan/scan.ts';
import type { Costs, Moved } from '../../app/scan/worth.ts';
import { VERDICTS, type Item, type ScannedApi, type Step } from '../../intake/templates/scanned.ts';
import { ITEM_KINDS } from '../../intake/templates/verdict/item-kinds.ts';
import { isNegative } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { sentence } from '../recommend/words.ts';
import { counted } from '../report/words.ts';
import type { Entry, Section, Titled } from '../section.ts';
import { millionText } from './list.ts';
import { becauseOf, keptText, nameOf, routeText, some, whatItIs } from './words.ts';

/** Routes that a line names. */
const MOST_ROUTES = 8;
/** Routes of one item. */
const MOST_OF_ITEM = 3;

/** What it is called, what it is, and where. */
export function titleOf({ api }: ApiAnswer): Titled {
  const made = api.madeBy === null ? [] : [`made by ${api.madeBy}`];
  return { title: nameOf(api), beside: [whatItIs(api), ...made, placeText(api.at)].join(' · ') };
}

/** One API on one screen: the verdict, what leads to it, and what comes with a move. */
export function apiScreen(one: ApiAnswer): readonly Section[] {
  const { api, findings } = one;
  const { file } = api.at;
  const sections: readonly Section[] = [
    ...verdictSections(one),
    { heading: 'On the way', list: api.steps.map((step) => stepText(step, file)) },
    { heading: 'What changes without an error', list: api.breaks.map((step) => stepText(step, file)) },
    {
      heading: 'Findings',
      list: findings.map(({ id, severity, because, at }) => `${severity} ${id}: ${because} (${placeText(at, file)})`),
    },
    { heading: null, under: [{ text: 'All of it, with what the template says and AWS’s pages', option: '--each' }] },
  ];
  return sections.filter(filled);
}

/** Everything about one API. */
export function apiSections(one: ApiAnswer): readonly Section[] {
  const { api, findings } = one;
  const { file } = api.at;
  const sections: readonly Section[] = [
    ...verdictSections(one),
    stepsSection('On the way', api.steps, file),
    stepsSection('What changes without an error', api.breaks, file),
    {
      heading: 'Findings',
      ledger: {
        heads: ['Severity', 'Finding', 'Where', 'AWS'],
        entries: findings.map(({ id, severity: mark, because, remedy, at, sources }) => {
          const text = `${id}: ${because}. Do: ${sentence(remedy)}`;
          return { mark, text, from: placeText(at, file), links: sources.slice(0, 1), decides: true };
        }),
      },
    },
    {
      heading: 'What the template says',
      table: {
        open: true,
        columns: [{ head: 'Field', fit: true }, { head: 'Value' }, { head: 'Where' }],
        rows: api.facts.map((fact) => [
          fact.what,
          `${fact.value}${fact.conditions.length === 0 ? '' : ` if ${fact.conditions.join(' and ')}`}`,
          placesText(fact, file),
        ]),
      },
    },
  ];
  return sections.filter(filled);
}

function verdictSections(one: ApiAnswer): readonly Section[] {
  const { api } = one;
  const { file } = api.at;
  return [
    head(one),
    {
      heading: 'What an HTTP API lacks',
      ledger: { heads: ['Class', 'What', 'Where', 'AWS'], entries: grouped(worstFirst(api.items)).map((items) => itemEntry(items, file)) },
    },
    {
      heading: 'Not known',
      list: api.gaps.map(
        ({ what, because, give, at }) => `${what} (${placeText(at, file)}): ${because}.${give === null ? '' : ` Give ${give}.`}`,
      ),
    },
  ];
}

function worstFirst(items: readonly Item[]): readonly Item[] {
  const rank = (one: Item) => VERDICTS.indexOf(one.class);
  return items.toSorted((a, b) => rank(b) - rank(a));
}

function head(one: ApiAnswer): Section {
  const { api, leaving, moved } = one;
  return {
    heading: null,
    headlines: [{ mark: '▶', text: `${api.verdict}: ${becauseOf(api)}`, amounts: [] }],
    under: [
      ...keptText(one),
      ...(leaving.length === 0
        ? []
        : [
            `${leaving.length} of ${counted(api.routes.length, 'route')} could leave by themselves: ${some(leaving.map(routeText), MOST_ROUTES)}.`,
          ]),
      ...millionText([one]),
      ...('because' in moved ? [] : monthText(moved)),
    ],
    labels: labels(api),
  };
}

function labels({ stages, routes, construct, conditions }: ScannedApi): NonNullable<Section['labels']> {
  const names = stages.flatMap(({ name, isSpokenOf }) => (name === null ? [] : [isSpokenOf ? name : `${name} (not looked at)`]));
  const all: NonNullable<Section['labels']> = [
    ['Stages', names],
    ['Routes', routes.length === 0 ? [] : [some(routes.map(routeText), MOST_ROUTES)]],
    ['Construct', construct === null ? [] : [construct]],
    ['If', conditions],
  ];
  return all.filter(([, items]) => items.length > 0);
}

/** Items that say the same of several routes stand together. */
function grouped(items: readonly Item[]): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const one of items) {
    const key = [one.id, one.because, one.routes === null ? '' : 'of routes', ...one.conditions].join('\0');
    const before = groups.get(key);
    if (before === undefined) groups.set(key, [one]);
    else before.push(one);
  }
  return [...groups.values()];
}

function itemEntry(items: readonly [Item, ...Item[]], file: string): Entry {
  const [{ id, class: mark, because, remedy, source, conditions }] = items;
  const named = items.flatMap((one) => one.routes ?? []);
  const routes = items[0].routes === null ? null : [...new Set(named)];
  const ofRoutes = routes === null ? '' : ` ${counted(routes.length, 'route')}: ${some(routes, MOST_OF_ITEM)}.`;
  const when = conditions.length === 0 ? '' : ` If ${conditions.join(' and ')}.`;
  const text = `${ITEM_KINDS[id].title}: ${because}.${ofRoutes}${when} Instead: ${remedy}.`;
  const places = [...new Set(items.map((one) => placesText(one, file)))];
  return { mark, text, from: some(places, MOST_OF_ITEM), links: [source], decides: true };
}

function monthText({ today, instead, saving }: Moved): readonly string[] {
  const costs = ({ title, cost, bound }: Costs) => `${title} ${bound === 'exact' ? '' : 'at least '}${formatMoney(cost)}`;
  if (instead === null || saving === null) return [`A month: ${costs(today)}.`, ...left(today)];
  const whole = today.bound === 'exact' && instead.bound === 'exact';
  const moves = isNegative(saving) ? `costs ${formatMoney(saving.abs())} more` : `saves ${formatMoney(saving)}`;
  return [`A month: ${costs(today)}, ${costs(instead)}. Moving ${moves}${whole ? '' : ' of what is known'}.`, ...left(instead)];
}

function left({ notPriced }: Costs): readonly string[] {
  return notPriced.length === 0 ? [] : [`Not in the price: ${notPriced.join('; ')}.`];
}

function stepText({ what, at }: Step, file: string): string {
  return `${what}${at === null ? '' : ` (${placeText(at, file)})`}`;
}

function stepsSection(heading: string, steps: readonly Step[], file: string): Section {
  const entries = steps.map(({ what, at, source }): Entry => {
    return { mark: '-', text: what, from: at === null ? '' : placeText(at, file), links: [source], decides: true };
  });
  return { heading, ledger: { heads: ['', 'What', 'Where', 'AWS'], entries } };
}

function filled({ heading, list = [], table, ledger }: Section): boolean {
  return heading === null || list.length + (table?.rows.length ?? 0) + (ledger?.entries.length ?? 0) > 0;
}

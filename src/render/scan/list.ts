import { placeText } from '../../app/scan/places.ts';
import type { ApiAnswer, ScanAnswer } from '../../app/scan/scan.ts';
import { canMove } from '../../app/scan/worth.ts';
import type { RegionUsed } from '../../app/scan/region.ts';
import { sum } from '../../money/decimal.ts';
import { formatMoney } from '../../money/format.ts';
import { asideText, agreementText } from '../contract-words.ts';
import { counted } from '../report/words.ts';
import type { Hinted, Section } from '../section.ts';
import { becauseOf, nameOf, othersText, verdictsText } from './words.ts';

/**
 * A total, and a line for each API.
 * @param after a line under them.
 */
export function listSections(answer: ScanAnswer, after?: string): readonly Section[] {
  const { apis, templates, unread } = answer;
  const others = othersText(answer);
  const folder = folderOf(apis.map(({ api }) => api.at.file));
  return [
    {
      heading: null,
      headlines: [{ mark: '▶', text: verdictsText(answer), amounts: together(apis) }],
      under: [
        `${counted(templates, 'template')} read${folder === '' ? '' : ` in ${folder}`}.${others === '' ? '' : ` Also ${others}.`}`,
        ...contractWords(answer),
        ...millionText(apis),
        ...(unread.length === 0 ? [] : [`${counted(unread.length, 'part')} not read that may hold an API; they are listed at the end.`]),
      ],
    },
    {
      heading: null,
      table: {
        open: true,
        columns: [
          { head: 'API', fit: true, cut: 'end' },
          { head: 'Verdict', fit: true },
          { head: 'Because', cut: 'end' },
          { head: 'Where', cut: 'start' },
        ],
        rows: apis.map(({ api }) => [
          nameOf(api),
          api.kind === 'rest' ? api.verdict : api.kind,
          becauseOf(api),
          placeText(api.at).slice(folder.length),
        ]),
      },
      ...(after === undefined ? {} : { after: [after] }),
    },
    unreadSection(answer),
  ];
}

/** By which contract it is worth that, or that there is one. */
export function contractWords({ agreement }: Pick<ScanAnswer, 'agreement'>): readonly (string | Hinted)[] {
  return [...agreementText(agreement), ...asideText(agreement)];
}

/** What was not read, and what is odd in templates. */
export function unreadSection({ unread, noted }: Pick<ScanAnswer, 'unread' | 'noted'>): Section {
  const list = [
    ...unread.map(({ what, because, give, at }) => `${placeText(at)}: ${what}: ${because}${give === null ? '' : `. Give ${give}`}.`),
    ...noted.map(({ what, because, at }) => `${placeText(at)}: ${what}: ${because}.`),
  ];
  return { heading: list.length > 0 ? 'Not read, or odd' : null, list };
}

/** What moving all that can move saves a month, where traffic is stated. */
function together(apis: readonly ApiAnswer[]): readonly string[] {
  const savings = apis.flatMap(({ moved }) => ('because' in moved || moved.saving === null ? [] : [moved.saving]));
  return savings.length === 0 ? [] : [`moving saves ${formatMoney(sum(savings))} a month`];
}

/** What a million requests cost either way, once for each Region. */
export function millionText(apis: readonly ApiAnswer[]): readonly (string | Hinted)[] {
  const rest = apis.filter(({ api, leaving }) => canMove(api) || leaving.length > 0);
  const regions = new Map(rest.map((one) => [`${one.region.id} ${one.region.by}`, one]));
  return [...regions.values()].flatMap(({ region, perMillion }): readonly (string | Hinted)[] => {
    if (perMillion === null) return [];
    if ('because' in perMillion) return [`What moving saves is not known: ${perMillion.because}.`];
    const { rest: of, http, saving } = perMillion;
    const text = `A million requests cost ${formatMoney(of)} on REST and ${formatMoney(http)} on HTTP in ${region.id}${assumed(region)}: moving saves ${formatMoney(saving)} before what workarounds cost.`;
    return [region.by === 'nobody' ? { text, option: '--region' } : text];
  });
}

const assumed = ({ by }: RegionUsed) => (by === 'nobody' ? ', where no Region is stated' : '');

/** The folder that all of several files lie in, with its last slash. */
function folderOf(files: readonly string[]): string {
  const [first = '', ...others] = files;
  if (others.length === 0) return '';
  const steps = first.split('/').slice(0, -1);
  const same = steps.findIndex((_, at) => {
    const start = `${steps.slice(0, at + 1).join('/')}/`;
    return !others.every((one) => one.startsWith(start));
  });
  const shared = same < 0 ? steps : steps.slice(0, same);
  return shared.length === 0 ? '' : `${shared.join('/')}/`;
}

import type { DoctorAnswer } from '../../app/doctor/doctor.ts';
import type { OwnFolder } from '../../app/doctor/machine.ts';
import { decimal } from '../../money/decimal.ts';
import { formatQuantity } from '../../money/format.ts';
import { drawSections, type Section } from '../section.ts';
import type { Screen } from '../theme.ts';

/** So many unpriced skus are named on the screen; the document has all. */
const MOST_NAMED = 6;
const MOST_CANDIDATES = 3;

/** What this program goes by on this machine: one screen. */
export function doctorText(answer: DoctorAnswer, screen: Screen): string {
  const { version, node, platform } = answer.machine;
  const titled = {
    title: `apigw-advisor ${version}`,
    beside: `Node.js ${node}${answer.isNodeSupported ? '' : ' (not supported)'}, ${platform}`,
  };
  return drawSections(titled, sectionsOf(answer), screen);
}

function sectionsOf(answer: DoctorAnswer): readonly Section[] {
  const { machine, next } = answer;
  const steps = next.map(({ what, because }) => `${what}: ${because}`);
  return [
    { heading: null, words: [pricesWords(answer), ...contractWords(answer)] },
    agesSection(answer),
    lackingSection(answer),
    {
      heading: 'Folders',
      labels: [
        ['compiled code', [folderWords(machine.code)]],
        ['downloads', [folderWords(machine.downloads)]],
        ['data', [folderWords(machine.data)]],
      ],
    },
    steps.length === 0 ? { heading: null, lead: 'Nothing needs to be done.' } : { heading: 'To do next', list: steps },
  ];
}

function pricesWords({ laid, layers, isDamaged, age }: DoctorAnswer): string {
  const oldest = age.oldest === null ? '' : ` The oldest is ${age.ageDays} days old${age.stale ? ', which is more than 90' : ''}.`;
  const over = laid.filter(({ kind }) => kind === 'prices').map(({ path, by }) => `${path} (${by})`);
  if (over.length === 0) return `Prices are those of the package; nothing is laid over them.${oldest}`;
  if (isDamaged && layers.length === 0)
    return `What is laid over the prices of the package cannot be read: ${over.join(', ')}. The ages below are those of the package.${oldest}`;
  const kinds = layers.map(
    ({ id, kind, sources }) => `${id}${id === kind ? '' : ` (${kind})`}, ${figure(sources)} ${sources === 1 ? 'source' : 'sources'}`,
  );
  return `Over the prices of the package lies ${over.join(', ')}: ${kinds.length === 0 ? 'all of them replaced' : kinds.join('; ')}.${oldest}`;
}

/** The name of a contract and its days, none of its rates. */
function contractWords({ laid, contract }: DoctorAnswer): readonly string[] {
  const named = laid.find(({ kind }) => kind === 'contract');
  if (named === undefined) return [];
  const where = `${named.path} (${named.by})`;
  if (contract === null) return [`The contract in ${where} cannot be read.`];
  const { name, from, until, holds } = contract;
  const days = [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`until ${until}`])].join(' ');
  const said = { now: 'holds; --cost contracted goes by it', 'not-yet': 'does not hold yet', ended: 'has ended' }[holds];
  return [`The contract ${name} in ${where} ${said}${days === '' ? '' : ` (${days})`}.`];
}

function agesSection({ ages, regions }: DoctorAnswer): Section {
  const columns = [
    { head: `Prices ${regions.length === 0 ? 'in all Regions' : `used in ${regions.join(', ')}`}` },
    { head: 'Tiers', fit: true, align: 'right' },
    { head: 'Oldest', fit: true },
    { head: 'Newest', fit: true },
  ] as const;
  const rows = ages.map(({ service, prices, undated, oldest, newest }) => [
    service,
    undated === 0 ? figure(prices) : `${figure(prices)}, ${figure(undated)} undated`,
    oldest ?? 'undated',
    newest ?? 'undated',
  ]);
  return { heading: null, table: { open: true, columns, rows } };
}

function lackingSection({ lacking, regions }: DoctorAnswer): Section {
  if (regions.length === 0) return { heading: null };
  if (lacking.length === 0) return { heading: null, lead: 'All that these workloads use has a price where they are.' };
  const list = lacking.slice(0, MOST_NAMED).map(({ sku, region, want, candidates }) => {
    const others = candidates.length - MOST_CANDIDATES;
    const named = candidates.slice(0, MOST_CANDIDATES).join(', ') + (others > 0 ? ` and ${others} more` : '');
    return `${sku} in ${region}${want === 'not-published' ? ' (AWS publishes none)' : ''}: ${named}`;
  });
  const more = lacking.length - list.length;
  return { heading: 'Used, and without a price', list, after: [`${more > 0 ? `And ${more} more. ` : ''}--json says why.`] };
}

function folderWords({ path, size }: OwnFolder): string {
  if (path === null) return 'none: the environment names no home';
  if (size === null) return `${path} (does not exist)`;
  return `${path} (${figure(size.files)} ${size.files === 1 ? 'file' : 'files'}, ${figure(Math.ceil(size.bytes / 1e5) / 10)} MB)`;
}

const figure = (count: number) => formatQuantity(decimal(String(count)));

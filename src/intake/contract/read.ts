import * as v from 'valibot';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { PriceError, type Problem } from '../../errors/errors.ts';
import { ZERO } from '../../money/decimal.ts';
import type { AgreedRate, Contract } from '../../pricebook/contract.ts';
import type { Sku } from '../../pricebook/skus.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { together, type Outline } from '../../reading/outline.ts';
import { readYaml } from '../../reading/yaml.ts';
import { dotted, show, valueAt, type Mistake } from '../../workload/mistakes.ts';
import { contradictions, type Places } from './contradictions.ts';
import { readPrice } from './price.ts';
import { contractSchema, type WrittenContract } from './schema.ts';

/**
 * Reads what is agreed with AWS.
 * @throws PriceError with every mistake, each with line and column.
 */
export function readContract(text: string, file: string, places: Places): Contract {
  const { outline: sound, problems, remains } = readYaml(text, file, BOUNDS.contract);
  const outline = sound ?? remains?.outline;
  if (outline === undefined) throw new PriceError(problems.map((one) => (one.what === 'the file is empty' ? { ...one, ...EMPTY } : one)));
  const checked = v.safeParse(contractSchema, outline.data);
  // What is not in the file may stand on a line that was left out.
  const isWhole = remains?.isWhole !== false;
  const issues = (checked.issues ?? []).filter(({ received }) => isWhole || received !== 'undefined');
  const mistakes = isSection(outline.data)
    ? [
        ...issues.flatMap((issue) => listAsSection(issue, outline.data) ?? mistakeOf(issue, outline.data)),
        ...(isWhole ? contradictions(outline.data, places) : []),
      ]
    : [noSection(outline.data)];
  if (checked.success && sound && mistakes.length === 0) return contractOf(checked.output);
  throw new PriceError(
    together(
      problems,
      // Of a list in place of names with values, the names and the values are mistaken.
      mistakes.filter(({ what }, at) => mistakes.findIndex((one) => one.what === what) === at).map((one) => placedIn(one, outline, file)),
    ),
  );
}

const isSection = (data: unknown): boolean => typeof data === 'object' && data !== null && !Array.isArray(data);

function noSection(data: unknown): Mistake {
  return { path: [], what: `the file is ${show(data)}`, because: EMPTY.because, write: EXAMPLE };
}

const EXAMPLE = 'apigw-advisor init --contract writes one to start from';
const EMPTY = { because: 'a contract has a name, and discounts, rates or commitments', write: EXAMPLE };

function placedIn({ path, at, ...rest }: Mistake, outline: Outline, file: string): Problem {
  return { file, ...outline.place(path, at), path: path.length > 0 ? dotted(path) : null, ...rest };
}

/** To the schema a list is a section whose fields are numbers: one mistake, whatever is in it; null of any other. */
function listAsSection(issue: v.BaseIssue<unknown>, data: unknown): readonly Mistake[] | null {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  const at = (issue.path ?? []).findIndex(({ type, input }) => type !== 'array' && Array.isArray(input));
  if (at <= 0) return null;
  const path = keys.slice(0, at);
  const fields = fieldsAt(path);
  const because = `it is a section${fields.length > 0 ? ` with the fields ${fields.join(', ')}` : ' with a name and a percentage a line'}`;
  return keys[at] === '0' ? [{ path, what: `${dotted(path)} is ${show(valueAt(data, path))}`, because, write: EXAMPLE }] : [];
}

function mistakeOf(issue: v.BaseIssue<unknown>, data: unknown): Mistake {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const key = String(path.at(-1) ?? '');
  const name = dotted(path) || 'the file';
  if (issue.type === 'picklist' && issue.path?.at(-1)?.origin === 'key') {
    const isSku = path.at(-2) === 'skus';
    return { path, at: 'key', what: `${name} is not a ${isSku ? 'sku' : 'service'}`, ...amongst(key, issue.expected, isSku) };
  }
  if (issue.type === 'never') {
    const fields = fieldsAt(path.slice(0, -1));
    const nearest = didYouMean(key, fields);
    // YAML ends a value inside braces at its comma.
    if (/^\d{3}$/.test(key))
      return {
        path,
        at: 'key',
        what: `${name} is not a field`,
        because: 'inside { } a comma ends a number',
        write: 'the number without its comma',
      };
    const ends = path.at(-3) === 'tiers' ? ': a tier ends where the next begins, and the last has no end' : '';
    return {
      path,
      at: 'key',
      what: `${name} is not a field`,
      because: `the fields here are ${fields.join(', ')}${ends}`,
      write: nearest === null ? null : `did you mean ${nearest}?`,
    };
  }
  if (issue.received === 'undefined') return { path, what: `${name} is missing`, because: 'every contract has it', write: EXAMPLE };
  const found = `${name} is ${show(valueAt(data, path))}`;
  if (issue.type === 'picklist') return { path, what: found, ...amongst(String(valueAt(data, path)), issue.expected, key === 'sku') };
  if (issue.type === 'raw_transform') return { path, what: found, because: issue.expected ?? '', write: `${key}: ${issue.message}` };
  if (issue.type === 'min_length')
    return { path, what: `${name} lists nothing`, because: 'a list that is there has something in it', write: 'remove it' };
  return { path, what: found, because: `${WORDS.get(issue.type) ?? 'something else'} is expected here`, write: EXAMPLE };
}

const WORDS = new Map([
  ['array', 'a list'],
  ['object_with_rest', 'a section with fields'],
  ['record', 'a section with fields'],
  ['string', 'text'],
  ['union', 'text'],
]);

/** What a word should have been one of: a whole list of skus helps nobody. */
function amongst(word: string, expected: string | null, isSku: boolean): Pick<Mistake, 'because' | 'write'> {
  const known = [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, one = '']) => one);
  const nearest = didYouMean(word, known);
  return {
    because: isSku ? 'apigw-advisor prices list names each' : `services are called as on AWS’s bills: ${nearest ?? known.join(', ')}`,
    write: nearest === null ? null : `did you mean ${nearest}?`,
  };
}

/** The fields of a section of the schema. */
function fieldsAt(path: readonly (string | number)[]): readonly string[] {
  let node: Node | undefined = contractSchema as unknown as Node;
  for (const step of path) {
    node = bare(node);
    node = typeof step === 'number' ? node?.item : node?.entries?.[step];
  }
  return Object.keys(bare(node)?.entries ?? {});
}

interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly entries?: Readonly<Record<string, Node>>;
}

const bare = (node: Node | undefined): Node | undefined => (node?.type === 'optional' ? bare(node.wrapped) : node);

function contractOf({ name, valid, covers, discounts, rates, commitments }: WrittenContract): Contract {
  return {
    name,
    from: valid?.from ?? null,
    until: valid?.until ?? null,
    payers: covers?.payers ?? [],
    accounts: covers?.accounts ?? [],
    off: { everything: discounts?.everything ?? null, services: discounts?.services ?? {}, skus: discounts?.skus ?? {} },
    rates: (rates ?? []).map(({ sku, in: places, price, tiers }): AgreedRate => ({
      sku,
      places: places ?? null,
      tiers: (tiers ?? [{ from: ZERO, price: price ?? '' }]).map((tier) => ({ from: tier.from, unitPrice: priceOf(tier.price, sku) })),
    })),
    commitments: (commitments ?? []).map(({ services, monthly, besides }) => ({
      services: services ?? null,
      monthly,
      besides: besides ?? null,
    })),
  };
}

function priceOf(written: string | number, sku: Sku) {
  const reading = readPrice(String(written), sku);
  if ('value' in reading) return reading.value;
  throw new Error('a price that was not checked');
}

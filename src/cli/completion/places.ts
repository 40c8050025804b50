import type { Ports } from '../ports.ts';
import type { Word } from './standing.ts';

/** Where a shell completes by itself. */
export type Files = 'files' | 'folders';

/** What can stand in a place: files, words, or words of which several stand with commas between them. */
export interface Place {
  readonly files?: Files;
  readonly words?: (ports: Ports, typed: readonly string[]) => Promise<readonly Word[]>;
  readonly isList?: true;
  /** Something follows such a word at once. */
  readonly goesOn?: true;
}

const plain = (words: readonly string[]): readonly Word[] => words.map((word) => ({ word, says: '' }));

const pages = async (ports: Ports, typed: readonly string[]) => (await import('./data.ts')).pages(typed.includes('--list'));
const candidates = async () => (await import('./data.ts')).candidates();
const fields = async (ports: Ports, typed: readonly string[]) => (await import('./fields.ts')).varying(typed, ports);

/** A price list: a folder, or a word (a day is free). */
const LIST: Place = { files: 'folders', words: async () => plain(['packaged']) };
const FILES: Place = { files: 'files' };
/** What only its user knows: a date, an amount, a name. */
const FREE: Place = {};

/**
 * By what an option takes, or how an argument is called; of one option or command where others have one of that name. A test names
 * what is missing.
 */
export const PLACES: Readonly<Record<string, Place>> = {
  file: FILES,
  path: FILES,
  before: FILES,
  now: FILES,
  more: FILES,
  'prices diff before': LIST,
  'prices diff now': LIST,
  folder: { files: 'folders' },
  region: { words: async (ports) => plain(ports.prices().regions) },
  geography: { words: async (ports) => plain(Object.keys(ports.prices().cloudfront.geographies)) },
  sku: { words: async () => (await import('./data.ts')).skus() },
  code: { words: async () => plain((await import('../../app/prices/update/wanted.ts')).serviceCodes()) },
  id: { words: pages },
  name: {
    words: async (ports) => (await import('../files/stories.ts')).stories(ports).map(({ name, about }) => ({ word: name, says: about })),
  },
  '--candidate id': { words: candidates },
  '--candidate which': { words: async () => [...plain(['built', 'all']), ...(await candidates())], isList: true },
  'a,b': { words: candidates, isList: true },
  field: { words: fields },
  'field=from..to': {
    words: async (ports, typed) => (await fields(ports, typed)).map((one) => ({ ...one, word: `${one.word}=` })),
    goesOn: true,
  },
  lever: { words: async () => (await import('./data.ts')).levers() },
  'lever=value': { words: async () => (await import('./data.ts')).settings() },
  severities: { words: async () => plain((await import('../../decide/rule.ts')).SEVERITIES), isList: true },
  outcomes: { words: async () => plain((await import('../../app/recommend/recommend.ts')).FAILURES), isList: true },
  words: { words: async () => plain((await import('../../app/scan/scan.ts')).FAILING), isList: true },
  'amount|list|contracted': { words: async () => plain(['list', 'contracted']) },
  address: FREE,
  amount: FREE,
  count: FREE,
  date: FREE,
  hours: FREE,
  month: FREE,
  number: FREE,
  quantity: FREE,
  rate: FREE,
  share: FREE,
  tag: FREE,
};

import { QUESTIONS } from '../../decide/questions.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { WorkloadError, type Problem } from '../../errors/errors.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { together } from '../../reading/outline.ts';
import { own } from '../../reading/own.ts';
import { readYaml } from '../../reading/yaml.ts';
import { describe } from '../../workload/describe.ts';
import { editWorkload } from '../../workload/document.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { FIELDS, KINDS, kindsOf, type Field } from './fields.ts';
import { notAmong, valuesAmong } from './present.ts';
import type { Ready } from './ready.ts';
import { answered, questionOf, saidBy } from './said.ts';
import type { Answer, State } from './state.ts';
import { NONE } from './values.ts';

const WORDS = { yes: 'yes', no: 'no', unknown: 'unknown', example: 'example' } as const;

const NOTHING = {
  what: 'this is not a list of answers',
  because: 'each line is the name of a question, a colon and its answer',
  write: 'vpc-only: no',
} as const;

const MOST_SHOWN = 60;

interface Refusal {
  readonly because: string;
  readonly write: string;
}

/**
 * Reads answers: a line each, the id of a question, the path of a field or the name of a section, and what one answers.
 * @throws WorkloadError with every mistake of the file.
 */
export function readAnswers(text: string, file: string, book: PriceBook): Ready {
  if (text.replaceAll(/^\s*#.*$/gm, '').trim() === '') throw new WorkloadError([{ ...NOTHING, file, line: 1, column: 1, path: null }]);
  const { outline: sound, problems, remains } = readYaml(text, file, BOUNDS.workload);
  const outline = sound ?? remains?.outline;
  if (outline === undefined) throw new WorkloadError(problems);
  const { data, place } = outline;
  const found: Problem[] = [];
  const at = (path: readonly string[], of: 'key' | 'value') => ({ file, ...place(path, of), path: path[0] ?? null });
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new WorkloadError(together(problems, [{ ...NOTHING, ...at([], 'value') }]));
  const ready = Object.entries(data).flatMap(([item, value]): [string, Ready[string]][] => {
    const reader = readerOf(item, book);
    if (reader === null) {
      const meant = didYouMean(item, itemsThatAre());
      found.push({
        ...at([item], 'key'),
        what: `${item} is not a question of choose`,
        because: 'it is the id of a question, or a field that the wizard asks for',
        write: meant ?? 'a question of apigw-advisor explain --list question, or a field such as traffic.requests',
      });
      return [];
    }
    const written: unknown = Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(', ') : value;
    const read = typeof written === 'string' ? reader(written.trim()) : { because: 'one answer is expected here', write: WORDS.unknown };
    if ('type' in read) return [[item, read]];
    found.push({
      ...at([item], 'value'),
      what: `${item} is ${typeof written === 'string' ? `"${written.slice(0, MOST_SHOWN)}"` : written === null ? 'empty' : 'no single value'}`,
      because: read.because,
      write: `${item}: ${read.write}`,
    });
    return [];
  });
  if (problems.length + found.length > 0) throw new WorkloadError(together(problems, found));
  return Object.fromEntries(ready);
}

type Reader = (text: string) => Ready[string] | Refusal;

function itemsThatAre(): readonly string[] {
  return [
    ...QUESTIONS.map(({ id }) => id),
    ...Object.keys(KINDS),
    ...new Set(FIELDS.flatMap(({ paths }) => paths.map((path) => path.join('.')))),
  ];
}

/** What reads an answer to this item; null where nothing asks for it. */
function readerOf(item: string, book: PriceBook): Reader | null {
  const question = QUESTIONS.find(({ id }) => id === item);
  if (question) return (text) => ofQuestion(text, question.features);
  if (Object.hasOwn(KINDS, item)) return (text) => ofKind(text, kindsOf(item));
  const fields = FIELDS.filter(({ paths }) => paths.some((path) => path.join('.') === item));
  return fields.length > 0 ? (text) => ofField(text, item.split('.'), fields, book) : null;
}

/** As a workload file reads yes and no. */
const FLAGS: Readonly<Record<string, string>> = { true: WORDS.yes, on: WORDS.yes, false: WORDS.no, off: WORDS.no };

function ofQuestion<Id extends string>(written: string, features: readonly Id[]): Ready[string] | Refusal {
  const text = own(FLAGS, written) ?? written;
  if (text === WORDS.no || text === WORDS.unknown) return { type: text };
  if (text === WORDS.yes && features.length === 1) return { type: text };
  const names = text.split(/\s*,\s*/);
  const known = features.filter((id) => names.includes(id));
  if (known.length === names.length) return { type: 'features', features: known as never };
  const wanted = features.length > 1 ? `no, unknown, or which of these are needed: ${features.join(', ')}` : 'yes, no or unknown';
  return { because: `it is ${wanted}`, write: features.length > 1 ? (features[0] ?? '') : WORDS.unknown };
}

function ofKind(text: string, kinds: readonly string[]): Ready[string] | Refusal {
  if (text === NONE || text === WORDS.unknown) return { type: text };
  if (kinds.includes(text)) return { type: 'kind', kind: text };
  return { because: `it is one of ${[...kinds, NONE, WORDS.unknown].join(', ')}`, write: kinds[0] ?? NONE };
}

function ofField(text: string, path: readonly string[], fields: readonly Field[], book: PriceBook): Ready[string] | Refusal {
  if (text === WORDS.unknown || text === WORDS.example) return { type: text };
  if (text === NONE && fields.some(({ none }) => none !== undefined)) return { type: NONE };
  const { refuse, example } = describe(path);
  const refused = refuse(text);
  if (refused !== null) return { because: refused.because, write: refused.write ?? example };
  const among = fields.flatMap((field) => valuesAmong(field, book));
  return (among.length > 0 ? notAmong(text, among) : null) ?? { type: 'value', text, isExample: false };
}

/** The answers so far as such a file. A yes to several features says nothing before it is known which. */
export function answersText(state: State): string {
  const said = saidBy(state);
  const edits = Object.entries(answered({ fixed: {}, given: state.given })).flatMap(([item, answer]) => {
    const several = answer.type === 'yes' ? questionOf(item).features : [];
    const stated = several.filter((id) => valueAt(said, ['needs', id]) === 'yes');
    const value = several.length > 1 ? stated.join(', ') : written(answer);
    return value === '' ? [] : [{ path: [item], value, comment: null }];
  });
  return editWorkload('# Answers for apigw-advisor choose.\n\n', edits, []);
}

function written(answer: Answer): string {
  switch (answer.type) {
    case 'features':
      return answer.features.join(', ');
    case 'kind':
      return answer.kind;
    case 'value':
      return answer.isExample ? WORDS.example : answer.text;
    default:
      return answer.type;
  }
}

import { QUESTIONS } from '../../decide/questions.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { WorkloadError, type Problem } from '../../errors/errors.ts';
import { BOUNDS } from '../../reading/bounds.ts';
import { readYaml } from '../../reading/yaml.ts';
import { describe } from '../../workload/describe.ts';
import { editWorkload } from '../../workload/document.ts';
import { valueAt } from '../../workload/mistakes.ts';
import { FIELDS, KINDS, kindsOf } from './fields.ts';
import { notAmong } from './present.ts';
import type { Ready } from './ready.ts';
import { answered, questionOf, saidBy } from './said.ts';
import type { Answer, State } from './state.ts';
import { NONE } from './values.ts';

const WORDS = { yes: 'yes', no: 'no', unknown: 'unknown', example: 'example' } as const;

interface Refusal {
  readonly because: string;
  readonly write: string;
}

/**
 * Reads answers: a line each, the id of a question, the path of a field or the name of a section, and what one answers.
 * @throws WorkloadError with every mistake of the file.
 */
export function readAnswers(text: string, file: string, regions: readonly string[]): Ready {
  const { outline, problems } = readYaml(text, file, BOUNDS.workload);
  if (outline === null) throw new WorkloadError(problems);
  const { data, place } = outline;
  const found: Problem[] = [];
  const at = (path: readonly string[], of: 'key' | 'value') => ({ file, ...place(path, of), path: path[0] ?? null });
  if (data !== null && (typeof data !== 'object' || Array.isArray(data)))
    throw new WorkloadError([
      {
        ...at([], 'value'),
        what: 'this is not a list of answers',
        because: 'each line is the name of a question and its answer',
        write: 'vpc-only: no',
      },
    ]);
  const ready = Object.entries(data ?? {}).flatMap(([item, value]): [string, Ready[string]][] => {
    const reader = readerOf(item, regions);
    if (reader === null) {
      const meant = didYouMean(item, itemsThatAre());
      found.push({
        ...at([item], 'key'),
        what: `${item} is nothing that choose asks`,
        because: 'it is the id of a question, or a field that the wizard asks for',
        write: meant ?? 'a name that docs/choose.md lists',
      });
      return [];
    }
    const written = Array.isArray(value) ? value.join(', ') : value;
    const read = typeof written === 'string' ? reader(written.trim()) : { because: 'one answer is expected here', write: WORDS.unknown };
    if ('type' in read) return [[item, read]];
    found.push({
      ...at([item], 'value'),
      what: `${item} is ${typeof written === 'string' ? `"${written}"` : written === null ? 'empty' : 'a section'}`,
      because: read.because,
      write: `${item}: ${read.write}`,
    });
    return [];
  });
  if (found.length > 0) throw new WorkloadError(found);
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
function readerOf(item: string, regions: readonly string[]): Reader | null {
  const question = QUESTIONS.find(({ id }) => id === item);
  if (question) return (text) => ofQuestion(text, question.features);
  if (Object.hasOwn(KINDS, item)) return (text) => ofKind(text, kindsOf(item));
  const fields = FIELDS.filter(({ paths }) => paths.some((path) => path.join('.') === item));
  return fields.length > 0
    ? (text) =>
        ofField(
          text,
          item.split('.'),
          fields.some(({ none }) => none !== undefined),
          fields.some(({ among }) => among) ? regions : null,
        )
    : null;
}

function ofQuestion<Id extends string>(text: string, features: readonly Id[]): Ready[string] | Refusal {
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

function ofField(text: string, path: readonly string[], canBeNone: boolean, among: readonly string[] | null): Ready[string] | Refusal {
  if (text === WORDS.unknown || text === WORDS.example) return { type: text };
  if (text === NONE && canBeNone) return { type: NONE };
  const { refuse, example } = describe(path);
  const refused = refuse(text);
  if (refused !== null) return { because: refused.because, write: refused.write ?? example };
  const other = among === null ? null : notAmong(text, among);
  return other === null ? { type: 'value', text, isExample: false } : { because: other, write: example };
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

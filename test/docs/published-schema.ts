/** JSON Schemas as they are published: draft-07, and for files that people write with what editors show. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { QUANTITIES } from '../../src/app/explain/field-page.ts';
import { FEATURES } from '../../src/workload/features.ts';
import { PATTERNS } from '../../src/workload/unit-words.ts';
import { priceData } from '../price-book.ts';

/** Files that people write, beside what commands print. */
const WRITTEN = ['workload', 'contract'];

type Json = Readonly<Record<string, unknown>>;

export function published(name: string, schema: GenericSchema): object {
  const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) as { properties?: Record<string, Json> };
  const isWritten = WRITTEN.includes(name);
  const { region, needs } = json.properties ?? {};
  if (name === 'workload' && region && needs) {
    Object.assign(region, { enum: priceData.regions, errorMessage: 'It is the code of a Region that has prices, such as us-east-1.' });
    json.properties = { ...json.properties, needs: { ...needs, ...eachFeature(needs['additionalProperties'] as Json) } };
  }
  const whole = { $id: `https://unpkg.com/apigw-advisor/schema/${name}.schema.json`, ...json };
  return isWritten ? { ...(forEditors(whole) as object), definitions: { ...quantities(), flag: FLAG } } : (plain(whole) as object);
}

/** A map of features, by name: an editor shows what is said of a name, and nothing of what names must be. */
function eachFeature(value: Json): Json {
  const properties = Object.fromEntries(
    Object.entries(FEATURES).map(([id, one]) => [id, { ...value, description: `${one.name}. ${one.description}` }]),
  );
  return { properties, propertyNames: undefined, additionalProperties: false };
}

const FLAG = {
  type: ['boolean', 'string'],
  enum: [true, false, 'yes', 'no', 'on', 'off', 'true', 'false'],
  errorMessage: 'It is yes or no.',
};

/** The form of each quantity, text or number alike: with a branch for each, an editor complains about the wrong one. */
function quantities(): Json {
  return Object.fromEntries(
    Object.entries(PATTERNS).map(([kind, pattern]) => [
      kind,
      {
        type: ['string', 'number'],
        pattern: kind === 'share' ? pattern().replace('^', `^${NOT_OVER_100}`) : pattern(),
        minimum: 0,
        ...(kind === 'share' ? { maximum: 1 } : {}),
        patternErrorMessage: `It is ${QUANTITIES[kind as keyof typeof QUANTITIES]}.`,
      },
    ]),
  );
}
const NOT_OVER_100 = '(?!\\s*(?:\\d{4,}|[2-9]\\d\\d|1(?:0[1-9]|[1-9]\\d)|100\\.0*[1-9])[\\d.]*\\s*(?:%|[Pp]))';

/** What printed documents need no more than: without the metadata that only the code asks for. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const { kind, inner } = parted(node as Json);
  const rest = Object.fromEntries(Object.entries(inner).map(([key, value]) => [key, plain(value)]));
  return kind === null ? rest : { ...rest, anyOf: [{ type: 'string', pattern: PATTERNS[kind]() }, { type: 'number', minimum: 0 }] };
}

/** What stands beside a reference only says something: draft-07 lets validators pass over it, and editors show it. */
function forEditors(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forEditors);
  if (typeof node !== 'object' || node === null) return node;
  // What valibot says of a field that is never there.
  if (JSON.stringify(node) === '{"not":{}}') return false;
  const { kind, inner } = parted(node as Json);
  const { anyOf, examples, ...rest } = inner as { anyOf?: readonly Json[]; examples?: readonly unknown[] };
  const said: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, forEditors(value)]));
  const described = typeof said['description'] === 'string' ? { ...said, ...description(said['description'], examples ?? []) } : said;
  if (anyOf?.some((one) => one['type'] === 'boolean')) return { ...described, $ref: '#/definitions/flag' };
  // A quantity, or in its place something with fields.
  const others = (anyOf ?? []).filter((one) => one['type'] === 'array' || one['type'] === 'object');
  const branches =
    kind === null ? anyOf?.map(forEditors) : [{ $ref: `#/definitions/${kind}` }, ...others.map(forEditors)];
  return {
    ...described,
    ...(examples === undefined ? {} : { examples: kind === null ? examples : examples.map(asWritten) }),
    ...(branches === undefined ? {} : others.length === 0 && kind !== null ? branches[0] as Json : { anyOf: branches }),
  };
}

/** Fields say their `kind` of quantity as metadata, and `traits`; a property of such a name is a schema. */
function parted(node: Json): { readonly kind: keyof typeof PATTERNS | null; readonly inner: Json } {
  const { kind, traits } = node as { kind?: unknown; traits?: { says?: unknown } };
  const isKind = typeof kind === 'string';
  const inner = Object.entries(node).filter(
    ([key]) => (key !== 'kind' || !isKind) && (key !== 'traits' || typeof traits?.says !== 'string'),
  );
  return { kind: isKind && Object.hasOwn(PATTERNS, kind) ? (kind as keyof typeof PATTERNS) : null, inner: Object.fromEntries(inner) };
}

/** An editor shows the example beside it, and takes a plain description for text without marks. */
function description(text: string, examples: readonly unknown[]): Json {
  const short = text.replace(` Example: ${String(examples[0])}.`, '');
  return { description: short, ...(short.includes('`') ? { markdownDescription: short } : {}) };
}

/** A number is written without quotes. */
const asWritten = (example: unknown) => (/^\d+(?:\.\d+)?$/.test(String(example)) ? Number(example) : example);

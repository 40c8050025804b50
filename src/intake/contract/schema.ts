import * as v from 'valibot';
import type { Decimal } from '../../money/decimal.ts';
import { ALL_SKUS, SKUS, type Service } from '../../pricebook/skus.ts';
import { text } from '../../workload/field.ts';
import { readCount, readMoney, readShare, type Reading } from '../../workload/quantity.ts';
import type { QuantityKind } from '../../workload/unit-words.ts';
import { isDay } from '../../reading/day.ts';

/** The form of contract.yaml; schema/contract.schema.json is made from it. */

// Valibot carries two texts with an issue, `expected` and `message`: as in the workload file, because and what to write.

/** What a person writes and `read` understands. */
function written<T>(description: string, example: string, kind: QuantityKind | null, read: (text: string) => Reading<T>) {
  return v.pipe(
    v.union([v.string(), v.number()]),
    v.description(`${description} Example: ${example}.`),
    v.examples([example]),
    v.metadata(kind === null ? {} : { kind }),
    v.rawTransform<string | number, T>(({ dataset, addIssue, NEVER }) => {
      const reading = read(String(dataset.value));
      if ('value' in reading) return reading.value;
      addIssue({ message: example, expected: reading.because });
      return NEVER;
    }),
  );
}

const off = (description: string) => written<Decimal>(description, '12%', 'share', readOff);

/** Of a bare 5 nobody knows whether it is percent. */
function readOff(given: string): Reading<Decimal> {
  const because = 'what is taken off is between 0% and 100%, with its percent sign';
  return /%$|percent$/i.test(given.trim()) && 'value' in readShare(given) ? readShare(given) : { because };
}

/** Services that bill what has a price here. */
const SERVICES = [...new Set(ALL_SKUS.map((sku) => SKUS[sku].service))].toSorted() as [Service, ...Service[]];

const sku = v.pipe(v.picklist(ALL_SKUS), v.description('A sku, as apigw-advisor prices list names it. Example: apigateway/rest-requests.'));
const service = v.pipe(v.picklist(SERVICES), v.description('A service of AWS. Example: Amazon CloudFront.'));

const day = (description: string, example: string) =>
  v.pipe(
    v.string(),
    v.description(`${description} Example: ${example}.`),
    v.examples([example]),
    v.metadata({ format: 'date' }),
    v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
      if (isDay(dataset.value)) return dataset.value;
      addIssue({ message: example, expected: 'a day is year, month and day, as the calendar has it' });
      return NEVER;
    }),
  );

const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.minLength(1));
/** Strict objects would tell of the first unknown field only. */
const fields = <T extends v.ObjectEntries>(entries: T) => v.objectWithRest(entries, v.never());

const price = v.pipe(
  v.union([v.string(), v.number()]),
  v.description('Dollars for one unit, or for many of them. Example: $0.85/M.'),
  v.examples(['$0.85/M']),
);

const rate = fields({
  sku,
  in: v.optional(
    v.pipe(list(text('A Region, or a geography of CloudFront.', 'us-east-1')), v.description('Where it holds; everywhere when absent.')),
  ),
  price: v.optional(v.pipe(price, v.description('One price for every unit, in place of tiers. Example: $0.85/M.'))),
  tiers: v.optional(
    v.pipe(
      list(fields({ from: written<Decimal>('Where the tier begins, in units of the sku.', '300M', 'count', readCount), price })),
      v.description('Prices by the quantity of a month: the first from 0, each from where it begins.'),
    ),
  ),
});

const money = (description: string, example: string) => written<Decimal>(description, example, 'money', readMoney);

const commitment = fields({
  services: v.optional(v.pipe(list(service), v.description('What counts towards it; the whole bill when absent.'))),
  monthly: money('What is paid at least each month.', '$5,000'),
  besides: v.optional(money('What else counts towards it each month, besides the workloads that are priced.', '$3,000')),
});

export const contractSchema = v.pipe(
  fields({
    name: text('What answers call it.', 'Example Corp, AWS 2026'),
    valid: v.optional(
      v.pipe(
        fields({
          from: v.optional(day('The first day on which it holds.', '2026-01-01')),
          until: v.optional(day('The last day on which it holds.', '2026-12-31')),
        }),
        v.description('When it holds; always when absent.'),
      ),
    ),
    covers: v.optional(
      v.pipe(
        fields({
          payers: v.optional(list(text('All that this account pays for.', '999988887777'))),
          accounts: v.optional(list(text('All that is in this account.', '111122223333'))),
        }),
        v.description('Whose workloads it covers; all of them when absent.'),
      ),
    ),
    discounts: v.optional(
      v.pipe(
        fields({
          everything: v.optional(off('Off everything that nothing more specific prices.')),
          services: v.optional(v.record(service, off('Off what a service bills.'))),
          skus: v.optional(v.record(sku, off('Off one sku.'))),
        }),
        v.description('Percent off the listed rates. One holds for each rate, the most specific; they do not add up.'),
      ),
    ),
    rates: v.optional(v.pipe(list(rate), v.description('Prices that take the place of the listed ones. No discount is taken off them.'))),
    commitments: v.optional(v.pipe(list(commitment), v.description('Amounts that are paid each month, used or not.'))),
  }),
  v.description('What is agreed with AWS: what `--contract` reads.'),
);

export type WrittenContract = v.InferOutput<typeof contractSchema>;

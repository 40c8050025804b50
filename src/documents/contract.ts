import * as v from 'valibot';
import { decimalText, described } from './form.ts';

/** What documents say of a contract with AWS: with list cost its name alone, and no figure of it. */
export const contractEntries = {
  contract: v.optional(
    described(
      v.strictObject({
        name: v.string(),
        applied: described(v.boolean(), 'Whether amounts are contracted cost; otherwise they are what AWS lists.'),
        because: described(
          v.nullable(v.picklist(['not-asked', 'not-yet', 'ended', 'not-covered'])),
          'Why it is not applied: list cost was asked for, it does not hold on that day, or it does not cover the workload.',
        ),
        commitments: v.optional(
          described(
            v.array(
              v.strictObject({
                services: described(v.nullable(v.array(v.string())), 'What counts towards it; null for the whole bill.'),
                monthly: decimalText,
              }),
            ),
            'What is paid at least each month, where it is applied. Only a report adds what is missing of it.',
          ),
        ),
      }),
      'The contract that is known; absent where there is none.',
    ),
  ),
};

/** What of it is read back: a comparison is of two costs of one kind. */
export const earlierContract = { contract: v.optional(v.object({ applied: v.boolean() })) };

/** A total by what AWS lists, and by the contract where one is applied. */
export const costEntries = (of: string) => ({
  listCost: described(decimalText, of),
  contractedCost: v.optional(described(decimalText, 'The same by the contract, where one is applied: what comparisons go by.')),
});

/** A cost that is of one kind only, under the name of that kind. */
export const oneCost = (of: string) => ({
  listCost: v.optional(described(decimalText, `${of} By what AWS lists.`)),
  contractedCost: v.optional(described(decimalText, `${of} By the contract that is applied, in place of listCost.`)),
});

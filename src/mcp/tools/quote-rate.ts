import * as v from 'valibot';
import { described } from '../../documents/form.ts';
import { lineItemSchema } from '../../documents/cost/schema.ts';
import { pricesQuoteSchema } from '../../documents/prices/schema.ts';
import { priceAgeSchema } from '../../documents/summary.ts';
import { UsageError } from '../../errors/errors.ts';
import { free, region } from '../takes.ts';
import { tool } from '../tool.ts';

const optional = (description: string) => v.exactOptional(described(v.string(), description));
const { lineItems: _rows, ...entries } = pricesQuoteSchema.pipe[0].entries;
const { hop: _hop, usageType: _usage, consumedQuantity: _used, consumedUnit: _unit, note: _note, ...row } = lineItemSchema.entries;

export const quoteRate = tool({
  name: 'quote_rate',
  title: 'Quote a rate',
  description:
    'What a quantity of one priced thing costs, tier by tier, with the AWS rate code of each; or the quantity that an amount buys. ' +
    'explain with list "sku" names all skus.',
  takes: {
    sku: described(v.string(), 'Such as apigateway/http-requests.'),
    quantity: optional('In units of the sku, such as 432M. Either this or amount.'),
    amount: optional('Dollars, such as 500, for the greatest quantity that they buy.'),
    ...region,
    geography: optional('A CloudFront geography, such as us, for what CloudFront prices.'),
    ...free,
  },
  gives: {
    ...entries,
    summary: described(v.object({ prices: priceAgeSchema }), 'How old the prices of the rows are.'),
    lineItems: v.array(v.object(row)),
  },
  async answer({ sku: name, quantity, amount, ...options }, { prices, edition, asOf }) {
    if ((quantity === undefined) === (amount === undefined))
      throw new UsageError(
        `quote_rate takes quantity or amount, ${amount === undefined ? 'and neither is given' : 'not both'}`,
        'a quantity gives what it costs, and an amount the quantity that it buys',
        'quantity 432M',
      );
    const [{ quote, quoteFor }, { quoteDocument }, { published }, { priceAge }] = await Promise.all([
      import('../../app/prices/prices.ts'),
      import('../../app/prices/document.ts'),
      import('../../estimate/disclose.ts'),
      import('../../app/staleness.ts'),
    ]);
    const asked = { ...options, edition };
    const said = quantity === undefined ? quoteFor(name, amount ?? '', asked, prices) : quote(name, quantity, asked, prices);
    return {
      document: { summary: { prices: priceAge(published(said.quote.lineItems), asOf) }, ...quoteDocument(said) },
      isAnswered: true,
      problems: [],
      remarks: [],
      words: async () => (await import('../words/quoted.ts')).quoted(said),
    };
  },
});

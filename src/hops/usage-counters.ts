import { requestsOf } from './count.ts';
import { arriving, type Hop } from './hop.ts';

/**
 * Counters of each client's requests in a DynamoDB table on demand, which an authorizer of yours keeps: one write of a record of
 * at most 1 KB for each request, which answers with the new count, so that nothing is read.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.AtomicCounters
 */
export const usageCounters: Hop = {
  id: 'usage-counters',
  side: 'front-door',
  meter(routed, { index }) {
    const count = requestsOf(arriving(routed, index));
    if (count.isZero()) return [];
    return [
      {
        type: 'usage',
        sku: 'dynamodb/write-request-units',
        consumedQuantity: count,
        consumedUnit: 'writes',
        pricingQuantity: count,
        note: 'one counter written for each request',
      },
      { type: 'assumed', id: 'help-counters' },
    ];
  },
};

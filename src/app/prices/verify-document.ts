import { jsonText, SCHEMA_VERSION } from '../../documents/json.ts';
import type { PricesVerifyDocument } from '../../documents/prices/verify.ts';
import { plain } from '../../money/decimal.ts';
import { SKUS } from '../../pricebook/skus.ts';
import { countOf, STATUSES, type VerifiedRate, type VerifyAnswer } from './verify.ts';

type Result = PricesVerifyDocument['results'][number];

/** What `prices verify` answers, as data. */
export function verifyDocument({ verified, problems }: VerifyAnswer): PricesVerifyDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    results: verified.map(({ file, head, rates, rows, passed }) => ({
      summary: Object.fromEntries(STATUSES.map((status) => [status, countOf(rates, status)])) as Result['summary'],
      file,
      format: head.format,
      offer: head.offer,
      version: head.version,
      published: head.published,
      rows,
      passed: { ...passed },
      rates: rates.map(rateData),
    })),
    errors: problems.map((one) => ({ ...one })),
  };
}

export function verifyJson(answer: VerifyAnswer): string {
  return jsonText(verifyDocument(answer));
}

function rateData({ sku, place, status, by, usageType, bands, because }: VerifiedRate): Result['rates'][number] {
  return {
    sku,
    ...place,
    status,
    joinedBy: by,
    usageType,
    unit: SKUS[sku].unit,
    currency: 'USD',
    because,
    tiers: bands.map(({ from, one: ours, other: aws, isDifferent }) => ({
      tierFrom: plain(from),
      isDifferent,
      ours: ours?.unitPrice
        ? { unitPrice: plain(ours.unitPrice), rateCode: ours.skuPriceId, source: ours.source.title, published: ours.source.published }
        : null,
      aws: aws && {
        unitPrice: plain(aws.unitPrice),
        rateCode: aws.rateCode,
        effective: aws.effectiveDate === '' ? null : aws.effectiveDate,
      },
    })),
  };
}

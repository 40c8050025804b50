import { REGIONS } from '../../src/facts/regions.ts';
import type { PriceData } from '../../src/pricebook/sheet.ts';

/** What a Region lacks that has a sheet of prices, or a record: a line for each file that forgot it. */
export function forgottenOf(
  data: Pick<PriceData, 'regions' | 'cloudfront'>,
  records: readonly string[] = Object.keys(REGIONS),
): readonly string[] {
  const placed = Object.values(data.cloudfront.geographies).flatMap((one) => one.regions);
  return [...new Set([...data.regions, ...records])].flatMap((region) => [
    ...(data.regions.includes(region) ? [] : [`pricing-data/${region}.yaml: there are no prices of ${region}`]),
    ...(placed.filter((one) => one === region).length === 1 ? [] : [`pricing-data/cloudfront.yaml: ${region} is not in one geography`]),
    ...(records.includes(region) ? [] : [`src/facts/regions.ts: ${region} has no record`]),
  ]);
}

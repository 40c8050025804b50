import type { PriceAge } from '../../documents/summary.ts';
import type { Problem } from '../../errors/errors.ts';
import { METERS, SERVICE_CODES } from '../../pricebook/usage-types.ts';
import { SKUS } from '../../pricebook/skus.ts';
import type { Lacking } from './lacking.ts';
import type { InForceContract, LaidOver } from './doctor.ts';
import type { Machine } from './machine.ts';

/** Something to do, and why; a command where one does it. */
export interface NextStep {
  readonly what: string;
  readonly because: string;
}

interface Found {
  readonly machine: Machine;
  readonly isNodeSupported: boolean;
  readonly laid: readonly LaidOver[];
  readonly contract: InForceContract | null;
  readonly damage: readonly Problem[];
  readonly age: PriceAge;
  readonly regions: readonly string[];
  readonly lacking: readonly Lacking[];
}

/** What to do next, the most urgent first. */
export function nextSteps({ machine, isNodeSupported, laid, contract, damage, age, regions, lacking }: Found): readonly NextStep[] {
  const steps: NextStep[] = [];
  if (!isNodeSupported)
    steps.push({ what: 'install a supported Node.js', because: `${machine.node} is not one of ${machine.nodeSupported}` });
  const [first] = damage;
  const damaged = laid.find(({ path }) => first?.file?.startsWith(path)) ?? laid[0];
  if (first && damaged) steps.push({ what: damaged.repair, because: `${first.file ?? damaged.path}: ${first.what}` });
  if (contract?.holds === 'ended') steps.push({ what: 'renew the contract', because: `${contract.name} ended on ${contract.until}` });
  const update = ['apigw-advisor prices update', ...regions.map((region) => `--region ${region}`)].join(' ');
  if (age.stale) steps.push({ what: update, because: `the oldest price in use is ${age.ageDays} days old (${age.oldest})` });
  const fetchable = lacking.filter(({ sku }) => METERS[sku] !== undefined && SERVICE_CODES[SKUS[sku].service] !== undefined);
  if (!age.stale && fetchable.length > 0)
    steps.push({ what: update, because: `AWS's price lists may have ${fetchable.map(({ sku }) => sku).join(', ')}` });
  return steps;
}

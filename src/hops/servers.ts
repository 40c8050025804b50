import { decimal, quotient, type Decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Workload } from '../workload/schema.ts';
import { countedWithRequests } from '../workload/servers.ts';
import { toBytes } from '../workload/units.ts';
import type { Hop, Metered } from './hop.ts';

const DAY = decimal('24');
// Fargate counts 1,024 MiB as a GB: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
const BINARY = decimal('1024');

/** Servers of one's own that answer, or hold connections, at what the workload states of their cost: once. */
export function servers(workload: Workload): Hop {
  const { backend, realtime } = workload;
  return {
    id: 'servers',
    side: 'backend',
    meter(routed, { units: { hoursPerMonth } }) {
      const counted = [
        ...(backend?.monthly === undefined ? [] : [dollars(backend.monthly)]),
        ...(backend?.fargate === undefined ? [] : containers(backend.fargate, hoursPerMonth)),
      ];
      if (!routed.realtime || realtime === undefined || !countedWithRequests(workload)) return counted;
      return counted.map((fact): Metered =>
        fact.type === 'usage' ? { ...fact, type: 'unbilled', reason: 'the same servers answer the requests, and are counted there' } : fact,
      );
    },
  };
}

function dollars(amount: Decimal): Metered {
  return { type: 'usage', sku: 'servers/monthly', consumedQuantity: amount, consumedUnit: 'dollars', pricingQuantity: amount, note: null };
}

function containers(
  { tasks, vcpu, memory, architecture, hoursPerDay }: NonNullable<NonNullable<Workload['backend']>['fargate']>,
  hoursPerMonth: Decimal,
): readonly Metered[] {
  const hours = hoursPerDay === undefined ? hoursPerMonth : quotient(hoursPerMonth.times(hoursPerDay), DAY);
  const taskHours = tasks.times(hours);
  const gigabytes = quotient(toBytes(memory, { hoursPerMonth, bytesPerKB: BINARY }), BINARY.pow(3));
  const of = architecture ?? 'x86';
  const usage = (sku: `fargate/${'vcpu' | 'memory'}-${'x86' | 'arm64'}`, each: Decimal, consumedUnit: string): Metered => ({
    type: 'usage',
    sku,
    consumedQuantity: taskHours.times(each),
    consumedUnit,
    pricingQuantity: taskHours.times(each),
    note: `${formatQuantity(tasks)} tasks of ${formatQuantity(each)} ${consumedUnit.replace('-hours', '')}`,
  });
  return [
    usage(`fargate/vcpu-${of}`, vcpu, 'vCPU-hours'),
    usage(`fargate/memory-${of}`, gigabytes, 'GB-hours'),
    ...(architecture === undefined ? ([{ type: 'assumed', id: 'fargate-x86' }] as const) : []),
    { type: 'assumed', id: 'fargate-steady' },
  ];
}

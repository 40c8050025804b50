/** Fields that say how much, and fields that say of what kind; everything else of a workload is how it is built. */
const VOLUME = [
  'traffic.requests',
  'realtime.connections',
  'realtime.connectRate',
  'realtime.hoursPerDay',
  'realtime.inbound.rate',
  'realtime.outbound.rate',
] as const;
const MIX = [
  'traffic.request',
  'traffic.response',
  'traffic.sizes',
  'traffic.fates',
  'traffic.connections',
  'realtime.sessionLength',
  'realtime.fanOut',
  'realtime.inbound.size',
  'realtime.outbound.size',
  'edge.hitRatio',
  'edge.geography',
  'cache.hitRatio',
  'auth.lambdaAuthorizer.duration',
  'auth.lambdaAuthorizer.cacheHitRatio',
  'backend.lambda.duration',
  'observability.accessLogs.bytes',
] as const;

/** An earlier workload with the volumes of a later one, or with its volumes and its mix. Both as plain data. */
export function hybrid(before: unknown, after: unknown, kind: 'volume' | 'mix'): unknown {
  const fields = kind === 'volume' ? VOLUME : [...VOLUME, ...MIX];
  return fields.reduce((data, field) => replaced(data, after, field.split('.')), before);
}

/** Takes one field over, or takes it away; where either lacks the section it stands in, that is a change of design. */
function replaced(before: unknown, after: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isSection(before) || !isSection(after)) return before;
  if (rest.length > 0) return key in before && key in after ? { ...before, [key]: replaced(before[key], after[key], rest) } : before;
  if (key in after) return { ...before, [key]: after[key] };
  return Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

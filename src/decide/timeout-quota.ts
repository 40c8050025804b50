import type { Subject } from './subject.ts';

/** The quota on how long an API waits for its backend, by its endpoint; null of what is no REST or HTTP API. */
export function timeoutQuota({ candidate: { frontDoor }, edgeOptimized, needs }: Pick<Subject, 'candidate' | 'edgeOptimized' | 'needs'>) {
  if (frontDoor === 'http') return 'http-timeout';
  if (frontDoor !== 'rest') return null;
  if (edgeOptimized()) return 'rest-timeout-edge';
  return needs('endpoint-private') ? 'rest-timeout-private' : 'rest-timeout-regional';
}

import { formatMoney } from '../../money/format.ts';
import type { Advised } from '../../advise/advised.ts';
import { choose, type Policy } from '../../advise/policy.ts';
import { assess } from '../../advise/assess.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { monthOf } from '../../journey/month.ts';
import { bookFor, type PriceBook } from '../../pricebook/price-book.ts';

import { lead } from './leaves.ts';
import type { Sighting } from './flow.ts';
import { costOf } from '../../estimate/cost-in-question.ts';

/** What would be picked wherever the tree may still end: for the connections, if there are any, and for the requests. */
export function costSoFar({ decision, draft: { workload } }: Sighting, book: PriceBook, policy: Policy, from: boolean): string {
  const { candidates } = assess(monthOf(workload, book), bookFor(book, workload));
  const group = (carries: Candidate['carries']) => candidates.filter((one) => one.candidate.carries === carries);
  const priced = (picks: readonly (Advised | null)[]) => [...new Set(picks.filter((one) => one !== null))].map((one) => cost(one, from));
  const connections = workload.realtime ? priced([choose(group('realtime'), 'websocket', policy, workload)?.advised ?? null]) : [];
  const leaves = decision.leaves.filter((leaf) => leaf !== 'websocket');
  const requests = workload.traffic ? priced(leaves.map((leaf) => choose(group('requests'), leaf, policy, workload)?.advised ?? null)) : [];
  if (connections.length > 0 && requests.length > 0)
    return `For the connections: ${connections.join(', ')} a month. For the requests${requests.length > 1 ? ', still possible' : ''}: ${requests.join(', ')}.`;
  const unpriced = decision.leaves.includes('websocket') && !workload.realtime ? ['WebSocket API (no connections to price)'] : [];
  const all = [...unpriced, ...connections, ...requests];
  return `${lead(all.length)} ${all.join(', ')}${all.length > unpriced.length ? ' a month' : ''}.`;
}

function cost({ estimate, verdict }: Advised, from: boolean): string {
  const amount = formatMoney(costOf(estimate), estimate.bound);
  const lacking = verdict === 'no' || estimate.lacks.length > 0 ? ' (without all that is needed)' : '';
  return `${estimate.title} ${from && estimate.bound === 'exact' ? 'from ' : ''}${amount}${lacking}`;
}

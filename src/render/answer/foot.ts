import type { Costed } from '../../advise/costed.ts';
import type { PriceAge } from '../../documents/summary.ts';
import { importedWords } from '../../estimate/disclose.ts';
import { canBeStated } from '../../workload/assumptions.ts';
import { counted } from '../report/words.ts';
import type { Hinted } from '../section.ts';

/** Options that say more of an answer, alike on every command that gives one. */
const MORE = '--why --rows --limits --assumptions --full';

/** The last line: what it depends on, how old its prices are, and what else there is. */
export function foot({ estimate, subject }: Costed, { ageDays, stale }: PriceAge): Hinted {
  const ids = subject.map(({ advised }) => advised.candidate.id);
  const assumed = estimate.assumptions.filter(({ candidates }) => candidates.some((id) => ids.includes(id)));
  const moving = assumed.filter(({ id }) => canBeStated(id)).length;
  const { oldest, newest } = estimate.pricesPublished;
  const span =
    oldest === null ? 'undated prices' : `prices ${oldest.slice(0, 7)}${newest === oldest ? '' : ` to ${(newest ?? '').slice(0, 7)}`}`;
  const old = stale ? `, oldest ${ageDays} days` : '';
  return {
    text: `${counted(assumed.length, 'assumption')} (${moving} you can state) · ${span}${importedWords(estimate.pricesPublished)}${old}`,
    option: MORE,
  };
}

import type { CostedAnswer } from '../../app/costed-months.ts';
import type { Optimized } from '../../app/optimize/optimize.ts';
import { priceAge } from '../../app/staleness.ts';
import { optimizeScreen } from '../../render/optimize/screen.ts';
import { breakdown } from '../../render/recommend/tables.ts';
import type { Detail } from '../tool.ts';
import { written } from './written.ts';

export async function optimized({ results, asOf }: CostedAnswer<Optimized>, detail: Detail): Promise<string> {
  const pages = results.map((one) => {
    const short = optimizeScreen(one, priceAge(one.costed.estimate.pricesPublished, asOf));
    const rows = detail === 'full' ? one.rows().map((estimate) => breakdown({ advised: { estimate } })) : [];
    return written(one.costed.estimate.workload, [...short, ...rows]);
  });
  return pages.join('\n');
}

import type { Quoted } from '../../app/prices/prices.ts';
import { quoteText } from '../../render/prices/rates.ts';
import { PLAIN } from '../../render/theme.ts';

export async function quoted(said: Quoted): Promise<string> {
  return quoteText(said, { theme: PLAIN, columns: 100, unicode: false });
}

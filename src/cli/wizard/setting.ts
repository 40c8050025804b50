import type { Policy } from '../../advise/policy.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Screen } from '../../render/theme.ts';
import type { Ports } from '../ports.ts';

/** What a conversation needs besides the person. */
export interface Setting {
  readonly book: PriceBook;
  readonly policy: Policy;
  readonly screen: Screen;
  readonly ports: Ports;
  /** Text of the file that it began from, or the head of a new one. */
  readonly before: string;
  readonly from: string | null;
  readonly output: string | null;
}

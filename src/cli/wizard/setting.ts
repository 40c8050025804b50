import type { Policy } from '../../advise/policy.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { Screen } from '../../render/theme.ts';
import type { Ports } from '../ports.ts';
import type { Ready } from './ready.ts';

/** What a conversation needs besides the person. */
export interface Setting {
  readonly book: PriceBook;
  readonly policy: Policy;
  /** The folder of prices that the command line named. */
  readonly prices: string | null;
  /** The contract that it named, and by which cost it goes. */
  readonly contract: string | null;
  readonly cost: string | null;
  readonly screen: Screen;
  readonly ports: Ports;
  /** Text of the file that it began from, or the head of a new one. */
  readonly before: string;
  readonly from: string | null;
  readonly output: string | null;
  /** Whether a file that is there is replaced without a question. */
  readonly force: boolean;
  /** Answers that are there already, of a run that was interrupted: what they answer is not asked. */
  readonly ready: Ready;
}

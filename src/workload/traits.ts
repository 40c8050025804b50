/** A tenth more, or one more. */
export type Step = 'tenth' | 'one';

/** What a value of a workload file says, for whoever compares two months, or asks what another value would do. */
export interface Traits {
  /** `volume`: how much there is; `mix`: of what kind it is; `design`: how the API is built and run, and everything else. */
  readonly says: 'volume' | 'mix' | 'design';
  /** By what step the cost follows from it: one asks what a tenth more does, or one more of what is counted; null where it does not. */
  readonly felt: Step | null;
  /** Stated once, and paid in full by each of the APIs that a workload makes: it does not grow with what they do. */
  readonly paidByEach?: true;
}

/** What every field chooses from; flags, words and texts are `DESIGN` by their form. */
export const VOLUME: Traits = { says: 'volume', felt: 'tenth' };
export const MIX: Traits = { says: 'mix', felt: 'tenth' };
/** Part of a mix that is compared as a whole, such as shares that add up: alone, none of it can be a tenth more. */
export const PART_OF_MIX: Traits = { says: 'mix', felt: null };
export const DESIGN: Traits = { says: 'design', felt: null };
export const FELT_DESIGN: Traits = { says: 'design', felt: 'tenth' };
/** So many of something that is paid for one by one. */
export const COUNTED: Traits = { says: 'design', felt: 'one' };
export const PAID_BY_EACH: Traits = { says: 'design', felt: null, paidByEach: true };

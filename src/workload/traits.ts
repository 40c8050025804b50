/** What a value of a workload file says, for whoever compares two months, or asks what another value would do. */
export interface Traits {
  /** `volume`: how much there is; `mix`: of what kind it is; `design`: how the API is built and run, and everything else. */
  readonly says: 'volume' | 'mix' | 'design';
  /** Whether the cost follows from it by degrees, so that one may ask what a tenth more of it does. */
  readonly felt: boolean;
  /** Stated once, and paid in full by each of the APIs that a workload makes: it does not grow with what they do. */
  readonly paidByEach?: true;
}

/** What every field chooses from; flags, words and texts are `DESIGN` by their form. */
export const VOLUME: Traits = { says: 'volume', felt: true };
export const MIX: Traits = { says: 'mix', felt: true };
/** Part of a mix that is compared as a whole, such as shares that add up: alone, none of it can be a tenth more. */
export const PART_OF_MIX: Traits = { says: 'mix', felt: false };
export const DESIGN: Traits = { says: 'design', felt: false };
export const FELT_DESIGN: Traits = { says: 'design', felt: true };
export const PAID_BY_EACH: Traits = { says: 'design', felt: false, paidByEach: true };

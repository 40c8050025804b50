/** What one run may make of its templates, so that a small template cannot grow without end. */
export interface Budget {
  /** Whether so much more may be made. */
  spend(amount: number): boolean;
}

/** Characters and values that functions, includes and Globals make: far more than any template needs. */
const MOST = 20_000_000;
/** What a value that is copied costs, in characters. */
export const VALUE = 20;

/** Beyond it, the values in a value need not be counted: they cost too much. */
export const MOST_VALUES = MOST / VALUE;

export function openBudget(): Budget {
  let left = MOST;
  return {
    spend: (amount) => {
      if (amount > left) return false;
      left -= amount;
      return true;
    },
  };
}

/** Why a value that would be beyond it is unknown. */
export const TOO_MUCH = 'it would become too large';

import type { Point } from './point.ts';

/** Where another candidate becomes the cheapest that serves. */
export interface Turn {
  /** The first step at which it is so. */
  readonly at: Point;
  /** By their place among the candidates; null where none serves at a known price. */
  readonly from: number | null;
  readonly to: number | null;
  /** It costs less, or what was cheapest no longer serves, or something new does. */
  readonly because: 'costs-less' | 'no-longer-serves' | 'begins-to-serve';
}

/**
 * Where the cheapest changes between the points of a sweep, to the step: found by halving between two points with another
 * cheapest each. What is cheapest between two points with the same cheapest is not looked at.
 */
export function turnsOf(points: readonly Point[], at: (steps: bigint) => Point): readonly Turn[] {
  const turns: Turn[] = [];
  for (const [index, end] of points.entries()) {
    let start = points[index - 1] ?? end;
    while (start.cheapest !== end.cheapest) {
      const [before, after] = changeBetween(start, end, at);
      turns.push({ at: after, from: before.cheapest, to: after.cheapest, because: reasonOf(before, after) });
      start = after;
    }
  }
  return turns;
}

/** Two neighbouring steps, the second the first one found at which the cheapest is not that of the start. */
function changeBetween(start: Point, end: Point, pointAt: (steps: bigint) => Point): readonly [before: Point, after: Point] {
  let [before, after] = [start, end];
  for (;;) {
    const [low = 0n, high = 0n] = [before.at[0], after.at[0]];
    if (high - low <= 1n) return [before, after];
    const between = pointAt((low + high) / 2n);
    if (between.cheapest === start.cheapest) before = between;
    else after = between;
  }
}

function reasonOf(before: Point, after: Point): Turn['because'] {
  if (before.cheapest !== null && !after.costs[before.cheapest]?.wins) return 'no-longer-serves';
  return after.cheapest !== null && !before.costs[after.cheapest]?.wins ? 'begins-to-serve' : 'costs-less';
}

import type { FrontDoor } from '../workload/front-doors.ts';

/** From and to, in milliseconds. */
export type Milliseconds = readonly [from: string, to: string];

/** Time that a gateway itself takes: of half the requests, and of all but one in a hundred. */
interface Overhead {
  readonly p50: Milliseconds;
  readonly p99: Milliseconds;
  /** Heading of the article. */
  readonly section: string;
}

/**
 * As the author of the article measured it. AWS publishes no such figures, so they are shown as his in every edition;
 * they break ties and are not a guarantee. Of other front doors nobody published any.
 */
export const GATEWAY_OVERHEAD: Readonly<Partial<Record<FrontDoor, Overhead>>> = {
  rest: { p50: ['15', '20'], p99: ['50', '80'], section: 'Performance Comparison' },
  http: { p50: ['5', '10'], p99: ['20', '40'], section: 'Performance Comparison' },
};

/** How long a new environment of a function takes to start, by its runtime; the ranges of the article too. */
export const COLD_STARTS = {
  section: 'Cold Starts with Lambda Integration',
  byRuntime: {
    python: ['100', '300'],
    node: ['100', '300'],
    java: ['500', '3000'],
    go: ['50', '150'],
    dotnet: ['200', '1000'],
  },
} as const satisfies { readonly section: string; readonly byRuntime: Readonly<Record<string, Milliseconds>> };

import { used } from './held.ts';

/** One quota of the account's settings for every type of API: what each has by itself is its id and its page. */
export const STAGES = {
  held: used('operations.stages'),
  measured: 'stages',
  name: 'Stages of an API',
  value: '10',
  unit: 'stages',
  adjustable: 'yes',
  code: 'L-379E48B0',
} as const;

import { sweep as answer, type SweepOptions } from '../../app/sweep/sweep.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { sourceOf } from '../files/sources.ts';
import { SWEEP_FORMATS } from '../formats/sweep.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface SweepCommandOptions extends Omit<SweepOptions, 'isDrawn' | 'over'>, PriceOptions, Printing<keyof typeof SWEEP_FORMATS> {
  readonly over?: readonly string[];
}

/** Candidates of one workload over a range of one field, or of two. */
export async function sweep(file: string, options: SweepCommandOptions, ports: Ports): Promise<ExitCode> {
  const { asOf = ports.today(), over = [], ...asked } = options;
  const isDrawn = !options.json && (options.format === 'svg' || options.format === 'html');
  const said = await answer(sourceOf(file, ports), { ...asked, asOf, over, isDrawn }, await pricesOf(options, ports));
  return answered(said, said.results.length, SWEEP_FORMATS, options, ports);
}

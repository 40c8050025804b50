import { optimize as answer, type OptimizeOptions } from '../../app/optimize/optimize.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { sourcesOf } from '../files/sources.ts';
import { OPTIMIZE_FORMATS } from '../formats/optimize.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface OptimizeCommandOptions extends OptimizeOptions, PriceOptions, Printing<keyof typeof OPTIMIZE_FORMATS> {
  readonly rows?: true;
}

/** The cheapest architecture for every file that can be read. */
export async function optimize(files: readonly string[], options: OptimizeCommandOptions, ports: Ports): Promise<ExitCode> {
  const { asOf = ports.today(), ...asked } = options;
  const said = await answer(sourcesOf(files, ports), { ...asked, asOf }, await pricesOf(options, ports));
  return answered(said, said.results.length, OPTIMIZE_FORMATS, options, ports);
}

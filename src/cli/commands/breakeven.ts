import { breakeven as answer, type BreakevenOptions } from '../../app/breakeven/breakeven.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { sourcesOf } from '../files/sources.ts';
import { BREAKEVEN_FORMATS } from '../formats/breakeven.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface BreakevenCommandOptions extends BreakevenOptions, PriceOptions, Printing<keyof typeof BREAKEVEN_FORMATS> {}

/** Where the cheaper of two candidates changes, for every file that can be read. */
export async function breakeven(files: readonly string[], options: BreakevenCommandOptions, ports: Ports): Promise<ExitCode> {
  const { asOf = ports.today(), ...asked } = options;
  const said = await answer(sourcesOf(files, ports), { ...asked, asOf }, await pricesOf(options, ports));
  return answered(said, said.results.length, BREAKEVEN_FORMATS, options, ports);
}

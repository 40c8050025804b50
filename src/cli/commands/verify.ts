import { verify as answer } from '../../app/prices/verify.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { offerFile } from '../files/offer-files.ts';
import { VERIFY_FORMATS } from '../formats/verify.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export type VerifyOptions = PriceOptions & Printing<keyof typeof VERIFY_FORMATS>;

/** `prices verify`: price lists of AWS held against ours. */
export async function verify(paths: readonly string[], options: VerifyOptions, ports: Ports): Promise<ExitCode> {
  const { asOf = ports.today() } = options;
  const said = await answer(
    paths.map((path) => offerFile(path, ports)),
    asOf,
    await pricesOf(options, ports),
  );
  return answered(said, said.verified.length, VERIFY_FORMATS, options, ports, EXIT_CODES.template.code);
}

import { recommend as advise, type RecommendOptions } from '../../app/recommend/recommend.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { sourcesOf } from '../files/sources.ts';
import type { Detail } from '../formats/answers.ts';
import { RECOMMEND_FORMATS } from '../formats/recommend.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface RecommendCommandOptions
  extends Omit<RecommendOptions, 'asOf'>, PriceOptions, Printing<keyof typeof RECOMMEND_FORMATS>, Detail {
  readonly asOf?: string;
}

/** Recommends for every file that can be read; `--fail-on` decides the exit code after everything is printed. */
export async function recommend(files: readonly string[], options: RecommendCommandOptions, ports: Ports): Promise<ExitCode> {
  const { asOf = ports.today(), ...asked } = options;
  const answer = await advise(sourcesOf(files, ports), { ...asked, asOf }, await pricesOf(options, ports));
  return answered(answer, answer.results.length, RECOMMEND_FORMATS, options, ports);
}

import type { PricingOptions } from '../../app/pricing-options.ts';
import { throttle as weigh } from '../../app/throttle/throttle.ts';
import { UsageError } from '../../errors/errors.ts';
import type { ExitCode } from '../../errors/exit-codes.ts';
import { answered, type Printing } from '../answered.ts';
import { sourcesOf } from '../files/sources.ts';
import { THROTTLE_FORMATS } from '../formats/throttle.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';

export interface ThrottleCommandOptions extends Omit<PricingOptions, 'asOf'>, PriceOptions, Printing<keyof typeof THROTTLE_FORMATS> {
  readonly seconds: string;
}

/** Weighs the peak of every file that can be read, at a REST and an HTTP API and for its connections. */
export async function throttle(files: readonly string[], options: ThrottleCommandOptions, ports: Ports): Promise<ExitCode> {
  const seconds = secondsOf(options.seconds);
  const answer = await weigh(sourcesOf(files, ports), options, await pricesOf(options, ports));
  return answered(answer, answer.weighed.length, THROTTLE_FORMATS, { ...options, seconds }, ports);
}

function secondsOf(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 600) return Number(text);
  throw new UsageError(`--seconds is "${text}"`, 'it is a number of seconds, at most 600', '--seconds 10');
}

import { throttle as weigh, type WorkloadThrottling } from '../../advise/throttling.ts';
import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readWorkloads } from '../files/read-workloads.ts';

export interface ThrottleOptions extends PricingOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'json';
  readonly edition: EditionId;
  readonly seconds: string;
  readonly color: boolean;
}

/** Weighs the peak of every file that can be read, at a REST and an HTTP API and for its connections. */
export async function throttle(files: readonly string[], options: ThrottleOptions, ports: Ports): Promise<ExitCode> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  const seconds = secondsOf(options.seconds);
  const estimateOptions = estimateOptionsOf(options);
  const { workloads, problems } = readWorkloads(files, region, book, ports);
  const all = workloads.map((workload) => weigh(workload, book, estimateOptions));
  const format = options.json ? 'json' : options.format;
  if (format === 'json') ports.stdout.write((await import('../../documents/throttling/document.ts')).throttleJson(all, problems));
  else if (all.length > 0) ports.stdout.write(await print(format, all, seconds, options, ports));
  if (problems.length === 0) return EXIT_CODES.answer.code;
  const { formatProblems } = await import('../../render/problems.ts');
  ports.stderr.write(formatProblems(problems));
  return EXIT_CODES.workload.code;
}

async function print(
  format: 'table' | 'markdown',
  all: readonly WorkloadThrottling[],
  seconds: number,
  { color }: ThrottleOptions,
  ports: Ports,
): Promise<string> {
  const [{ throttlingSections }, { drawSections, writeSections }, { visible }, { screenOf }] = await Promise.all([
    import('../../render/throttling/section.ts'),
    import('../../render/section.ts'),
    import('../../documents/visible.ts'),
    import('../screen.ts'),
  ]);
  const screen = await screenOf(ports, { color });
  return all
    .map(({ workload, region, regionName, throttling }) => {
      const sections = [{ heading: null, words: [`${region}, ${regionName}`] }, ...throttlingSections(throttling, seconds)];
      return format === 'markdown' ? writeSections(workload, sections) : drawSections(visible(workload), sections, screen);
    })
    .join('\n');
}

function secondsOf(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 600) return Number(text);
  throw new UsageError(`--seconds is "${text}"`, 'it is a number of seconds, at most 600', '--seconds 10');
}

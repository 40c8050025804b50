import { throttlings } from '../../advise/throttling.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import type { WorkloadThrottling } from '../../report/throttling-json.ts';
import type { Workload } from '../../workload/schema.ts';
import { estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readWorkloads } from '../read-workloads.ts';

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
  const { hoursPerMonth } = estimateOptionsOf(options);
  const { workloads, problems } = readWorkloads(files, region, book, ports);
  const all = workloads.map((workload): WorkloadThrottling => ({
    workload: workload.name,
    region: workload.region,
    throttling: throttlings(gateways(workload), workload, book, hoursPerMonth ?? workload.hoursPerMonth ?? book.edition.hoursPerMonth),
  }));
  const format = options.json ? 'json' : options.format;
  if (format === 'json') ports.stdout.write((await import('../../report/throttling-json.ts')).throttleJson(all, problems));
  else if (all.length > 0) ports.stdout.write(await print(format, all, seconds, options, book, ports));
  if (problems.length === 0) return EXIT_CODES.answer.code;
  const { formatProblems } = await import('../../report/problems.ts');
  ports.stderr.write(formatProblems(problems));
  return EXIT_CODES.workload.code;
}

/** API Gateway in each of its forms that apply; behind CloudFront where the workload has one. */
function gateways(workload: Workload) {
  const web = workload.waf ? 'http+cloudfront+waf' : 'http+cloudfront';
  const ids = workload.edge ? ['rest+cloudfront', web, 'websocket'] : ['rest', 'http', 'websocket'];
  return CANDIDATES.filter((one) => ids.includes(one.id) && one.applies(workload));
}

async function print(
  format: 'table' | 'markdown',
  all: readonly WorkloadThrottling[],
  seconds: number,
  { color }: ThrottleOptions,
  book: PriceBook,
  ports: Ports,
): Promise<string> {
  const [{ throttlingSections }, { drawSections, writeSections }, { visible }, { screenOf }] = await Promise.all([
    import('../../report/throttling-section.ts'),
    import('../../report/section.ts'),
    import('../../report/visible.ts'),
    import('../screen.ts'),
  ]);
  const screen = await screenOf(ports, { color });
  return all
    .map(({ workload, region, throttling }) => {
      const sections = [{ heading: null, words: [`${region}, ${book.placeName({ region })}`] }, ...throttlingSections(throttling, seconds)];
      return format === 'markdown' ? writeSections(workload, sections) : drawSections(visible(workload), sections, screen);
    })
    .join('\n');
}

function secondsOf(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 600) return Number(text);
  throw new UsageError(`--seconds is "${text}"`, 'it is a number of seconds, at most 600', '--seconds 10');
}

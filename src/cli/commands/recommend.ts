import { advise, type Recommendation } from '../../advise/advise.ts';
import type { Policy } from '../../advise/policy.ts';
import { SEVERITIES } from '../../decide/rule.ts';
import type { Problem } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { visible } from '../../documents/visible.ts';
import { dateOf, estimateOptionsOf, type PricingOptions } from '../estimate-options.ts';
import { failuresOf } from '../gates/fail-on.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readWorkloads } from '../files/read-workloads.ts';
import { staleness } from '../staleness.ts';

export interface RecommendOptions extends PricingOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'json';
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly failOn?: string;
  readonly color: boolean;
}

const FAILURES = ['no-fit', 'ask', ...SEVERITIES] as const;

/** Recommends for every file that can be read; `--fail-on` decides the exit code after everything is printed. */
export async function recommend(files: readonly string[], options: RecommendOptions, ports: Ports): Promise<ExitCode> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  const failOn = failuresOf(options.failOn, FAILURES);
  const asOf = dateOf(options.asOf) ?? ports.today();
  const adviseOptions = { ...estimateOptionsOf(options), policy: options.policy };
  const { workloads, placed, problems } = readWorkloads(files, region, book, ports);
  const inputs = placed.map((one) => one.input);
  const advices = workloads.map((workload) => advise(workload, book, adviseOptions));
  const format = options.json ? 'json' : options.format;
  if (advices.length > 0 || format === 'json') ports.stdout.write(await print(format, advices, { problems, inputs }, options, ports));
  const old = staleness(
    advices.map((one) => one.estimate),
    asOf,
  );
  if (old !== null) ports.stderr.write(old);
  if (problems.length > 0) {
    const { formatProblems } = await import('../../render/problems.ts');
    ports.stderr.write(formatProblems(problems));
    return EXIT_CODES.workload.code;
  }
  return advices.some((one) => namedBy(failOn, one)) ? EXIT_CODES.policy.code : EXIT_CODES.answer.code;
}

async function print(
  format: RecommendOptions['format'],
  advices: readonly Recommendation[],
  { problems, inputs }: { readonly problems: readonly Problem[]; readonly inputs: readonly unknown[] },
  { color }: RecommendOptions,
  ports: Ports,
): Promise<string> {
  if (format === 'json') return (await import('../../documents/recommend/document.ts')).recommendJson(advices, problems, inputs);
  const { recommendSections } = await import('../../render/recommend/sections.ts');
  const { drawSections, writeSections } = await import('../../render/section.ts');
  const { screenOf } = await import('../screen.ts');
  const screen = await screenOf(ports, { color });
  return advices
    .map((one) =>
      format === 'markdown'
        ? writeSections(one.estimate.workload, recommendSections(one))
        : drawSections(visible(one.estimate.workload), recommendSections(one), screen),
    )
    .join('\n');
}

/** Whether `--fail-on` names the outcome, or the severity of a finding about what is picked, or of a blocker of what is in use. */
function namedBy(failOn: readonly string[], { outcome, picks, findings, inUse }: Recommendation): boolean {
  const picked = picks.map((one) => one.advised.candidate.id);
  const concerning = findings.filter((one) =>
    one.candidates.some((id) => picked.includes(id) || (one.severity === 'blocker' && id === inUse)),
  );
  return failOn.includes(outcome) || concerning.some((one) => failOn.includes(one.severity));
}

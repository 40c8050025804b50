import { advise } from '../../advise/advise.ts';
import type { Candidate } from '../../candidates/candidate.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import { inspect } from '../../decide/inspect.ts';
import { SEVERITIES, type Severity } from '../../decide/rule.ts';
import { didYouMean } from '../../errors/did-you-mean.ts';
import { UsageError, type Problem } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import { monthOf } from '../../journey/month.ts';
import type { PriceBook } from '../../pricebook/price-book.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import type { Linted } from '../../documents/lint/linted.ts';
import type { Workload } from '../../workload/schema.ts';
import { failuresOf } from '../gates/fail-on.ts';
import type { Ports } from '../ports.ts';
import { knownRegion, priceBook } from '../price-book.ts';
import { readWorkloads, type Placed } from '../files/read-workloads.ts';

export interface LintOptions {
  readonly json?: true;
  readonly format: 'table' | 'markdown' | 'json' | 'sarif' | 'junit';
  readonly candidate: string;
  readonly failOn?: string;
  readonly region?: string;
  readonly edition: EditionId;
  readonly color: boolean;
}

/** Prints what the rule book says about every file that can be read; `--fail-on` decides the exit code afterwards. */
export async function lint(files: readonly string[], options: LintOptions, ports: Ports): Promise<ExitCode> {
  const book = priceBook(ports, options.edition);
  const region = options.region === undefined ? null : knownRegion(options.region, book);
  const failOn = failuresOf(options.failOn, SEVERITIES);
  const named = namedCandidates(options.candidate);
  const { placed, problems } = readWorkloads(files, region, book, ports);
  const all = placed.map((one) => judge(one, named ?? inUse(one.workload) ?? picked(one.workload, book), book));
  const format = options.json ? 'json' : options.format;
  if (all.length > 0 || !['table', 'markdown'].includes(format))
    ports.stdout.write(await print(format, all, problems, failOn, options, ports));
  if (problems.length > 0) {
    const { formatProblems } = await import('../../render/problems.ts');
    ports.stderr.write(formatProblems(problems));
    return EXIT_CODES.workload.code;
  }
  const failed = all.some(({ findings }) => findings.some((one) => failOn.includes(one.severity)));
  return failed ? EXIT_CODES.policy.code : EXIT_CODES.answer.code;
}

function judge({ file, workload, place }: Placed, candidates: readonly Candidate[], book: PriceBook): Linted {
  const applying = candidates.filter((one) => one.applies(workload));
  const findings = inspect(monthOf(workload, book), applying).map((one) => ({ ...one, ...place(one.path) }));
  return { file, workload: workload.name, candidates: applying, findings };
}

/** What the workload says it is built as today. */
function inUse(workload: Workload): readonly Candidate[] | null {
  const today = CANDIDATES.find((one) => one.id === workload.inUse);
  return today ? [today] : null;
}

/** What `recommend` would pick: the candidates that a reader is most likely to build. */
function picked(workload: Workload, book: PriceBook): readonly Candidate[] {
  return advise(workload, book).picks.map((one) => one.advised.candidate);
}

/** The candidates that the option names; null where the workload decides. */
function namedCandidates(text: string): readonly Candidate[] | null {
  if (text === 'built') return null;
  if (text === 'all') return CANDIDATES;
  const ids = CANDIDATES.map((one) => one.id);
  return text.split(',').map((word) => {
    const found = CANDIDATES.find((one) => one.id === word.trim());
    if (found) return found;
    throw new UsageError(
      `--candidate names "${word}"`,
      `it is built, all, or a list of ${ids.join(', ')}`,
      `--candidate ${didYouMean(word, ids) ?? 'all'}`,
    );
  });
}

async function print(
  format: LintOptions['format'],
  all: readonly Linted[],
  problems: readonly Problem[],
  failOn: readonly Severity[],
  { color }: LintOptions,
  ports: Ports,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../documents/lint/document.ts')).lintJson(all, problems);
    case 'sarif':
      return (await import('../../export/lint/sarif.ts')).lintSarif(all, problems);
    case 'junit':
      return (await import('../../export/lint/junit.ts')).lintJunit(all, problems, failOn.length > 0 ? failOn : ['blocker']);
    case 'markdown':
      return (await import('../../render/lint/markdown.ts')).lintMarkdown(all);
    case 'table': {
      const [{ lintText }, { screenOf }] = await Promise.all([import('../../render/lint/text.ts'), import('../screen.ts')]);
      return lintText(all, await screenOf(ports, { color }));
    }
  }
}

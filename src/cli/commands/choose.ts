import { join } from 'node:path';
import type { Policy } from '../../advise/policy.ts';
import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import { nameOf } from '../files/path-bytes.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';
import { knownRegion } from '../../app/known-place.ts';
import { openPriceBook, type PriceBook } from '../../pricebook/price-book.ts';
import { screenOf } from '../screen.ts';
import { Left } from '../wizard/ask.ts';
import { command } from '../wizard/command.ts';
import { converse } from '../wizard/converse.ts';
import type { Place } from '../wizard/until-key.ts';
import type { Setting } from '../wizard/setting.ts';
import type { State } from '../wizard/state.ts';

export interface ChooseOptions extends PriceOptions {
  readonly from?: string;
  readonly output?: string;
  readonly force?: true;
  readonly answers?: string;
  readonly resume?: true;
  readonly region?: string;
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly color: boolean;
}

/** Asks what is open, saves the answers as a workload file, and recommends. */
export async function choose(options: ChooseOptions, ports: Ports): Promise<ExitCode> {
  if (options.answers === undefined) demandPerson(options, ports);
  const book = openPriceBook(await pricesOf(options, ports), options.edition);
  const region = knownRegion(options.region, book);
  const { before, said, examples } = await beginning(options, region === null ? book.regions : null, ports);
  const state: State = {
    edition: options.edition,
    base: said,
    examples,
    fixed: region === null || said['region'] === region ? {} : { region: { type: 'value', text: region, isExample: false } },
    given: [],
    earlier: {},
  };
  const setting = {
    book,
    screen: await screenOf(ports, options),
    ports,
    before,
    policy: options.policy,
    prices: options.prices ?? null,
    contract: options.contract ?? null,
    cost: options.cost ?? null,
    from: options.from ?? null,
    output: options.output ?? null,
    force: options.force === true,
    ready: await readyAnswers(options, book, ports),
  };
  if (options.answers === undefined) return converseWith(state, setting, ports);
  const { unattended } = await import('../wizard/unattended.ts');
  await unattended(state, setting);
  return EXIT_CODES.answer.code;
}

/** Answers that a file has, or those of the run that is resumed. */
async function readyAnswers({ answers, resume }: ChooseOptions, book: PriceBook, ports: Ports): Promise<Setting['ready']> {
  if (answers !== undefined) {
    if (resume === true)
      throw new UsageError('--answers and --resume are both given', 'one takes all answers from a file, the other asks you', 'one of them');
    const [{ readText }, { readAnswers }, { inputName }] = await Promise.all([
      import('../files/read-text.ts'),
      import('../wizard/answers.ts'),
      import('../files/path-bytes.ts'),
    ]);
    return readAnswers(
      readText(answers, ports, undefined, 'a file of answers, with lines such as server-push: no'),
      inputName(answers),
      book,
    );
  }
  return resume === true ? (await import('../wizard/kept.ts')).kept(ports, book) : {};
}

/** Asks a person. What was answered is kept until the end, so that whatever interrupts it, it can be resumed. */
async function converseWith(begun: State, setting: Setting, ports: Ports): Promise<ExitCode> {
  const terminal = ports.terminal();
  const columns = terminal.output.columns || setting.screen.columns;
  const window = () => ({ ...setting.screen, columns: terminal.output.columns || columns, rows: terminal.output.rows || 24 });
  // Beside the next question, which does not wait for a disk.
  let kept: Promise<boolean> = Promise.resolve(false);
  const reached = (state: State) => {
    kept = kept.then(async () => (await import('../wizard/kept.ts')).keep(state, ports));
  };
  try {
    await converse(begun, await askerFor({ ...terminal, window }, ports), { ...setting, screen: { ...setting.screen, columns } }, reached);
    if (await kept) (await import('../wizard/kept.ts')).forget(ports);
    return EXIT_CODES.answer.code;
  } catch (error) {
    const isKept = await kept;
    if (!(error instanceof Left)) throw error;
    // Line by line, leaving is a signal or the end of the input, with the cursor behind the question.
    const byLine = isDumb(ports);
    if (byLine || !terminal.gone.aborted)
      ports.stderr.write(
        `${byLine ? '\n' : ''}Cancelled; no workload file written.${isKept ? ` To go on from here: ${command('choose --resume', null, { ...setting, edition: begun.edition })}` : ''}\n`,
      );
    return EXIT_CODES.left.code;
  } finally {
    terminal.release();
  }
}

const isDumb = ({ env }: Ports): boolean => env['TERM'] === 'dumb';

/** A terminal that cannot move its cursor is asked line by line. Inquirer is loaded only where it can draw. */
async function askerFor(place: Place, ports: Ports) {
  if (isDumb(ports)) return (await import('../wizard/line-asker.ts')).lineAsker(place);
  return (await import('../wizard/screen-asker.ts')).screenAsker(place);
}

/** The file that it goes on from, or the head of a new one, which is that of the starter. */
async function beginning(
  { from }: ChooseOptions,
  regions: readonly string[] | null,
  ports: Ports,
): Promise<{ readonly before: string } & { readonly said: State['base']; readonly examples: State['examples'] }> {
  if (from === undefined) {
    const starter = new TextDecoder().decode(ports.readFile(join(ports.root, 'examples', 'starter.yaml')));
    const lines = starter.split('\n');
    const head = lines.slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    );
    return { before: `${head.join('\n')}\n`, said: {}, examples: [] };
  }
  const [{ readText }, { parseSaid, examplesIn }] = await Promise.all([import('../files/read-text.ts'), import('../../workload/read.ts')]);
  const before = readText(from, ports);
  const said = parseSaid(before, { file: nameOf(from), ...(regions === null ? {} : { regions }) });
  return { before, said, examples: examplesIn(before) };
}

function demandPerson({ from }: ChooseOptions, { stdin, stdout, env }: Ports): void {
  const instead = 'apigw-advisor choose --answers answers.yaml, with lines such as server-push: no';
  const ci = env['CI'] ?? '';
  if (!['', '0', 'false'].includes(ci)) throw new UsageError('choose asks questions, and CI is set', 'there is nobody to answer', instead);
  const piped = stdin.isTTY ? (stdout.isTTY ? null : 'standard output') : 'standard input';
  if (piped !== null)
    throw new UsageError(`choose asks questions, and ${piped} is not a terminal`, 'it needs a person to read and answer', instead);
  if (from === '-')
    throw new UsageError('--from is -', 'standard input is where the answers are typed', 'apigw-advisor choose --from workload.yaml');
}

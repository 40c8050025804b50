import { join } from 'node:path';
import type { Policy } from '../../advise/policy.ts';
import { UsageError } from '../../errors/errors.ts';
import { EXIT_CODES, type ExitCode } from '../../errors/exit-codes.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import type { Said } from '../../workload/draft.ts';
import { nameOf } from '../files/path-bytes.ts';
import type { Ports } from '../ports.ts';
import { knownRegion } from '../../app/known-place.ts';
import { openPriceBook } from '../../pricebook/price-book.ts';
import { screenOf } from '../screen.ts';
import { Left } from '../wizard/ask.ts';
import { converse } from '../wizard/converse.ts';
import type { Place } from '../wizard/screen-asker.ts';
import type { State } from '../wizard/state.ts';

export interface ChooseOptions {
  readonly from?: string;
  readonly output?: string;
  readonly region?: string;
  readonly edition: EditionId;
  readonly policy: Policy;
  readonly color: boolean;
}

/** Asks what is open, recommends, and saves the answers as a workload file. */
export async function choose(options: ChooseOptions, ports: Ports): Promise<ExitCode> {
  demandPerson(options, ports);
  const book = openPriceBook(ports.prices(), options.edition);
  const region = knownRegion(options.region, book);
  const { before, said } = await beginning(options, region === null ? book.regions : null, ports);
  const screen = await screenOf(ports, options);
  const terminal = ports.terminal();
  const window = () => ({ ...screen, columns: terminal.output.columns || screen.columns, rows: terminal.output.rows || 24 });
  const asker = await askerFor({ ...terminal, window }, ports);
  const state: State = {
    edition: options.edition,
    base: said,
    fixed: region === null || said['region'] === region ? [] : [{ step: 'region', reply: { type: 'value', text: region } }],
    given: [],
    earlier: {},
  };
  try {
    await converse(state, asker, {
      book,
      screen,
      ports,
      before,
      policy: options.policy,
      from: options.from ?? null,
      output: options.output ?? null,
    });
    return EXIT_CODES.answer.code;
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    // Line by line, leaving is a signal or the end of the input, with the cursor behind the question.
    const byLine = isDumb(ports);
    if (byLine || !terminal.gone.aborted) ports.stderr.write(`${byLine ? '\n' : ''}Left before the end; nothing was written.\n`);
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
): Promise<{ readonly before: string; readonly said: Said }> {
  if (from === undefined) {
    const starter = new TextDecoder().decode(ports.readFile(join(ports.root, 'examples', 'starter.yaml')));
    const lines = starter.split('\n');
    return {
      before: `${lines
        .slice(
          0,
          lines.findIndex((line) => !line.startsWith('#')),
        )
        .join('\n')}\n`,
      said: {},
    };
  }
  const [{ readText }, { parseSaid }] = await Promise.all([import('../files/read-text.ts'), import('../../workload/read.ts')]);
  const before = readText(from, ports);
  return { before, said: parseSaid(before, { file: nameOf(from), ...(regions === null ? {} : { regions }) }) };
}

function demandPerson({ from }: ChooseOptions, { stdin, stdout, env }: Ports): void {
  const instead =
    from === undefined || from === '-'
      ? 'apigw-advisor init workload.yaml, fill it in, then apigw-advisor recommend workload.yaml'
      : `apigw-advisor recommend ${nameOf(from)}`;
  const ci = env['CI'] ?? '';
  if (!['', '0', 'false'].includes(ci)) throw new UsageError('choose asks questions, and CI is set', 'nobody is there to answer', instead);
  const piped = stdin.isTTY ? (stdout.isTTY ? null : 'standard output') : 'standard input';
  if (piped !== null)
    throw new UsageError(`choose asks questions, and ${piped} is not a terminal`, 'it needs someone to read and answer', instead);
  if (from === '-')
    throw new UsageError('--from is -', 'standard input is where the answers are typed', 'apigw-advisor choose --from workload.yaml');
}

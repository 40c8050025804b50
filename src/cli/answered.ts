import type { Answer } from '../app/answer.ts';
import { EXIT_CODES, type ExitCode } from '../errors/exit-codes.ts';
import type { Formats } from './formats/format.ts';
import type { Output } from './output.ts';
import type { Ports } from './ports.ts';

/** How a command prints, as a person says it. */
export interface Printing<Name extends string> {
  readonly json?: true;
  readonly format: Name;
  readonly color: boolean;
}

/**
 * Prints an answer in the format that was asked for, and ends the command.
 * @param results how many there are: without any, only a format that programs read is written.
 * @param mistaken how it ends where files had mistakes.
 */
export async function answered<A extends Answer, Options extends Printing<string>>(
  answer: A,
  results: number,
  formats: Formats<A, NoInfer<Options>>,
  options: Options,
  ports: Ports,
  mistaken: ExitCode = EXIT_CODES.workload.code,
): Promise<ExitCode> {
  const format = formats[options.json ? 'json' : options.format];
  if (format !== undefined && (results > 0 || format.isData)) ports.stdout.write(await format.write(answer, options, ports));
  return ended(answer, ports, mistaken);
}

/** Says what belongs beside an answer that is printed already, and how the command ends. */
export async function ended(
  { problems, failed, remarks }: Answer,
  ports: Ports,
  mistaken: ExitCode = EXIT_CODES.workload.code,
): Promise<ExitCode> {
  if (remarks.length > 0) ports.stderr.write(remarks.map((one) => `${one}\n`).join(''));
  if (problems.length === 0) return failed ? EXIT_CODES.policy.code : EXIT_CODES.answer.code;
  const { formatProblems } = await import('../render/problems.ts');
  ports.stderr.write(formatProblems(problems, widthOf(ports.stderr)));
  return mistaken;
}

/** The width of a screen; null of what is none, whose reader breaks no line. */
export function widthOf(output: Output): number | null {
  return output.isTTY ? (output.columns ?? null) : null;
}

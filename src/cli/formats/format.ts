import type { Costed } from '../../advise/costed.ts';
import type { Screen } from '../../render/theme.ts';
import type { Section, Titled } from '../../render/section.ts';
import type { Ports } from '../ports.ts';

/** One way to write an answer. What it takes to do so is loaded only then. */
export interface Format<Answer, Options> {
  /** Written even where nothing could be read: a program waits for it. */
  readonly isData?: true;
  write(answer: Answer, options: Options, ports: Ports): Promise<string | Uint8Array>;
}

/** The formats of a command by name, the default first: the choices of `--format` and its help are these. */
export type Formats<Answer, Options> = Readonly<Record<string, Format<Answer, Options>>>;

interface Printing {
  readonly color: boolean;
}

/** Sections under a title, drawn for the screen. */
export async function drawn(title: string | Titled, sections: readonly Section[], options: Printing, ports: Ports): Promise<string> {
  const [{ drawSections }, screen] = await Promise.all([import('../../render/section.ts'), screenOf(ports, options)]);
  return drawSections(title, sections, screen);
}

/** Sections under a title, as Markdown. */
export async function written(title: string | Titled, sections: readonly Section[]): Promise<string> {
  return (await import('../../render/section.ts')).writeSections(title, sections);
}

/** What standard output can show. */
export async function screenOf(ports: Ports, options: Printing): Promise<Screen> {
  return (await import('../screen.ts')).screenOf(ports, options);
}

/** The title of one workload's answer: its name, and what stands beside it. */
export async function titleOf({ costed }: { readonly costed: Costed }): Promise<Titled> {
  const { beside } = await import('../../render/answer/cost-screen.ts');
  return { title: costed.estimate.workload, beside: beside(costed) };
}

/** Answers one below the other. */
export async function each<One>(results: readonly One[], write: (one: One) => Promise<string>): Promise<string> {
  return (await Promise.all(results.map(write))).join('\n');
}

import type { DiffAnswer, DiffResult } from '../../app/diff/diff.ts';
import type { ScenariosAnswer } from '../../app/diff/scenarios.ts';
import { drawn, screenOf, written, type Format, type Formats } from './format.ts';

/** Columns from which on quantities stand in the table. */
const WIDE = 110;

/** Workloads that a screen lists of two folders, and a pull request. */
const [ON_SCREEN, IN_MARKDOWN] = [25, 5];

interface Printing {
  readonly color: boolean;
  /** Every workload of two folders in full. */
  readonly each?: true;
}

export const DIFF_FORMATS = {
  table: {
    async write({ results, total }, options, ports) {
      const [{ diffSections, diffTitle }, { severalSections }, { drawSections }] = await Promise.all([
        import('../../render/diff/sections.ts'),
        import('../../render/diff/short.ts'),
        import('../../render/section.ts'),
      ]);
      const screen = await screenOf(ports, options);
      const width = screen.columns >= WIDE ? 'wide' : 'narrow';
      if (isList(results) && !options.each) return drawSections('What changed', severalSections(results, total, ON_SCREEN), screen);
      return results.map(({ diff }) => drawSections(diffTitle(diff), diffSections(diff, width), screen)).join('\n');
    },
  },
  markdown: {
    async write({ results, total }) {
      const [{ diffSections, diffTitle }, { isSame, sameLine, severalSections, shortSections }, { writeSections, writeFolded }] =
        await Promise.all([
          import('../../render/diff/sections.ts'),
          import('../../render/diff/short.ts'),
          import('../../render/section.ts'),
        ]);
      const changed = results.filter(({ state, diff }) => state === 'kept' && !isSame(diff));
      const full = changed.flatMap(({ diff }) => [
        ...(isList(results) ? [{ heading: diffTitle(diff) }] : []),
        ...diffSections(diff, 'wide'),
      ]);
      const [only] = results;
      if (only !== undefined && !isList(results) && isSame(only.diff)) return sameLine(only.diff);
      const short =
        only === undefined || isList(results)
          ? writeSections('What changed', severalSections(results, total, IN_MARKDOWN))
          : writeSections(diffTitle(only.diff), shortSections(only.diff));
      return full.length === 0 ? short : `${short}\n${writeFolded('Inputs, effects, rows, prices and candidates', full)}`;
    },
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/diff/document.ts')).diffJson(answer),
  },
} as const satisfies Formats<DiffAnswer, Printing>;

function isList(results: readonly DiffResult[]): boolean {
  return results.some(({ path }) => path !== null);
}

/** More than two workloads, in the same formats. */
export const SCENARIO_FORMATS = {
  table: {
    write: async (answer, options, ports) => drawn(SIDE_BY_SIDE, await scenariosOf(answer), options, ports),
  },
  markdown: {
    write: async (answer) => written(SIDE_BY_SIDE, await scenariosOf(answer)),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/diff/scenarios-document.ts')).scenariosJson(answer),
  },
} as const satisfies Readonly<Record<keyof typeof DIFF_FORMATS, Format<ScenariosAnswer, Printing>>>;

const SIDE_BY_SIDE = 'Side by side';

const scenariosOf = async (answer: ScenariosAnswer) => (await import('../../render/diff/scenarios.ts')).scenariosSections(answer);

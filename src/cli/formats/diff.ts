import type { DiffAnswer } from '../../app/diff/diff.ts';
import { screenOf, type Formats } from './format.ts';

/** Columns from which on quantities stand in the table. */
const WIDE = 110;

export const DIFF_FORMATS = {
  table: {
    async write({ diff }, options, ports) {
      const [{ diffSections, diffTitle }, { drawSections }] = await drawing();
      const screen = await screenOf(ports, options);
      return drawSections(diffTitle(diff), diffSections(diff, screen.columns >= WIDE ? 'wide' : 'narrow'), screen);
    },
  },
  markdown: {
    async write({ diff }) {
      const [{ diffSections, diffTitle }, { writeSections }] = await drawing();
      return writeSections(diffTitle(diff), diffSections(diff, 'wide'));
    },
  },
  json: {
    isData: true,
    write: async ({ diff }) => (await import('../../app/diff/document.ts')).diffJson(diff),
  },
} as const satisfies Formats<DiffAnswer, { readonly color: boolean }>;

const drawing = () => Promise.all([import('../../render/diff/sections.ts'), import('../../render/section.ts')]);

import type { ListDiff } from '../../app/prices/diff.ts';
import { drawn, written, type Formats } from './format.ts';

export const PRICES_DIFF_FORMATS = {
  table: {
    async write(diff, options, ports) {
      const { listDiffSections, listDiffTitle } = await import('../../render/prices/diff.ts');
      return drawn(listDiffTitle(diff), listDiffSections(diff), options, ports);
    },
  },
  markdown: {
    async write(diff) {
      const { listDiffSections, listDiffTitle } = await import('../../render/prices/diff.ts');
      return written(listDiffTitle(diff), listDiffSections(diff));
    },
  },
  json: {
    isData: true,
    write: async (diff) => (await import('../../app/prices/diff-document.ts')).listDiffJson(diff),
  },
} as const satisfies Formats<ListDiff, { readonly color: boolean }>;

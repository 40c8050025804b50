import type { Written } from '../../app/prices/import-document.ts';
import type { UpdateAnswer } from '../../app/prices/update/update.ts';
import { drawn, written, type Formats } from './format.ts';

const rendered = () => import('../../render/prices/update.ts');

export const UPDATE_FORMATS = {
  table: {
    async write(answer, options, ports) {
      const { updateSections, updateTitle } = await rendered();
      return drawn(updateTitle(answer), updateSections(answer), options, ports);
    },
  },
  markdown: {
    async write(answer) {
      const { updateSections, updateTitle } = await rendered();
      return written(updateTitle(answer), updateSections(answer));
    },
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/prices/update/document.ts')).updateJson(answer),
  },
} as const satisfies Formats<UpdateAnswer & { readonly written: Written }, { readonly color: boolean }>;

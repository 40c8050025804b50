import type { Written } from '../../app/prices/import-document.ts';
import type { ImportAnswer } from '../../app/prices/import.ts';
import { screenOf, type Formats } from './format.ts';

export const IMPORT_FORMATS = {
  table: {
    async write({ imported }, options, ports) {
      const [{ drawSections }, { verifyTitle }, { importSections }, screen] = await Promise.all([
        import('../../render/section.ts'),
        import('../../render/prices/verify.ts'),
        import('../../render/prices/import.ts'),
        screenOf(ports, options),
      ]);
      return imported.map((one) => drawSections(verifyTitle(one), importSections(one), screen)).join('\n');
    },
  },
  markdown: {
    async write({ imported }) {
      const [{ writeSections }, { verifyTitle }, { importSections }] = await Promise.all([
        import('../../render/section.ts'),
        import('../../render/prices/verify.ts'),
        import('../../render/prices/import.ts'),
      ]);
      return imported.map((one) => writeSections(verifyTitle(one), importSections(one))).join('\n');
    },
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/prices/import-document.ts')).importJson(answer),
  },
} as const satisfies Formats<ImportAnswer & { readonly written: Written }, { readonly color: boolean }>;

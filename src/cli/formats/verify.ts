import type { VerifyAnswer } from '../../app/prices/verify.ts';
import { screenOf, type Formats } from './format.ts';

export const VERIFY_FORMATS = {
  table: {
    async write({ verified }, options, ports) {
      const [{ drawSections }, { verifySections, verifyTitle }, screen] = await Promise.all([
        import('../../render/section.ts'),
        import('../../render/prices/verify.ts'),
        screenOf(ports, options),
      ]);
      return verified.map((one) => drawSections(verifyTitle(one), verifySections(one), screen)).join('\n');
    },
  },
  markdown: {
    async write({ verified }) {
      const [{ writeSections }, { verifySections, verifyTitle }] = await Promise.all([
        import('../../render/section.ts'),
        import('../../render/prices/verify.ts'),
      ]);
      return verified.map((one) => writeSections(verifyTitle(one), verifySections(one))).join('\n');
    },
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/prices/verify-document.ts')).verifyJson(answer),
  },
} as const satisfies Formats<VerifyAnswer, { readonly color: boolean }>;

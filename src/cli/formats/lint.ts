import type { LintAnswer } from '../../app/lint/lint.ts';
import { screenOf, type Formats } from './format.ts';

export const LINT_FORMATS = {
  table: {
    async write({ linted }, options, ports) {
      const [{ lintText }, screen] = await Promise.all([import('../../render/lint/text.ts'), screenOf(ports, options)]);
      return lintText(linted, screen);
    },
  },
  markdown: {
    write: async ({ linted }) => (await import('../../render/lint/markdown.ts')).lintMarkdown(linted),
  },
  json: {
    isData: true,
    write: async (answer) => (await import('../../app/lint/document.ts')).lintJson(answer),
  },
  sarif: {
    isData: true,
    write: async ({ linted, problems }) => (await import('../../export/lint/sarif.ts')).lintSarif(linted, problems),
  },
  junit: {
    isData: true,
    write: async ({ linted, problems, failOn }) =>
      (await import('../../export/lint/junit.ts')).lintJunit(linted, problems, failOn.length > 0 ? failOn : ['blocker']),
  },
} as const satisfies Formats<LintAnswer, { readonly color: boolean }>;

import { writeSections, type Section, type Titled } from '../../render/section.ts';

/** Sections as Markdown, with what says more of a sentence beside it: `asArguments` makes arguments of such options. */
export function written(title: string | Titled, sections: readonly Section[]): string {
  return writeSections(
    title,
    sections.map(({ under, ...section }) => ({
      ...section,
      ...(under === undefined ? {} : { under: under.map((one) => (typeof one === 'string' ? one : hinted(one.text, one.option))) }),
    })),
  );
}

function hinted(text: string, option: string): string {
  return option === '' ? text : `${text} (${option})`;
}

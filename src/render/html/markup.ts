import { visible } from '../../documents/visible.ts';

/** Markup that is safe as it stands: everything in it that someone else wrote has been escaped. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | readonly Html[];

/**
 * Markup from a template. What is put in is text, and escaped, unless it is markup already; so a name cannot become an
 * element or leave its attribute, as long as attributes are quoted. Control characters are shown, not obeyed.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: strings.reduce((text, part, index) => text + written(values[index - 1] ?? '') + part) };
}

/** Nothing. */
export const EMPTY: Html = { html: '' };

/** Ours from the first sign to the last, such as a style sheet. Never pass what anyone else wrote. */
export function ours(markup: string): Html {
  return { html: markup };
}

function written(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A bound stays on one line with its amount. */
function escaped(text: string): string {
  return visible(text)
    .replace(/([≥≤]) (?=[-+]?\$)/g, '$1\u00a0')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A word in the colour of what it says. */
export function tag(word: string, tone: 'bad' | 'warn' | 'good' | 'plain'): Html {
  return markup`<span class="tag ${tone}">${word}</span>`;
}

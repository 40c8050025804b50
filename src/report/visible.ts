/** Controls, signs without a shape (zero width, direction of writing, tags), line separators, halves of characters, private use. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** Whether a text has nothing but printable ASCII and line ends: nearly always, and quicker to know than what is hidden in it. */
export function isPlainText(text: string): boolean {
  return /^[\n -~]*$/.test(text);
}

/**
 * Text of a stranger made harmless for a terminal: control characters are shown, not obeyed. A workload may be
 * named "\u001b[2J" by someone who would like to clear your screen.
 */
export function visible(text: string): string {
  if (isPlainText(text) && !text.includes('\n')) return text;
  return text.replace(HIDDEN, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

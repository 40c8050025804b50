/**
 * Controls, signs without a shape (zero width, direction of writing, tags), line separators, halves of characters, private
 * use. Made when asked for: V8 takes a hundredth of a start to gather the signs of these classes.
 */
export const hiddenSigns = () => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** Whether a text has nothing but Latin letters, common punctuation, arrows and line ends: nearly always, and quick to know. */
export function isPlainText(text: string): boolean {
  return /^[\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u21ff]*$/.test(text);
}

/**
 * Text of a stranger made harmless for a terminal: control characters are shown, not obeyed. A workload may be
 * named "\u001b[2J" by someone who would like to clear your screen.
 */
export function visible(text: string): string {
  if (isPlainText(text) && !text.includes('\n')) return text;
  return text.replace(hiddenSigns(), (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

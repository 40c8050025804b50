/**
 * Text of a stranger made harmless for a terminal: control characters are shown, not obeyed. A workload may be
 * named "\u001b[2J" by someone who would like to clear your screen.
 */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

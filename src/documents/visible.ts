/**
 * Controls, signs without a shape (zero width, direction of writing, tags, fillers, the empty Braille cell), line
 * separators, halves of characters, private use, and what is no character. Only the sign that asks for an emoji, or for
 * none, stays: names have it. Made when asked for: V8 takes a hundredth of a start to gather the signs of these classes.
 */
export const hiddenSigns = () => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{NChar}\u2800]|(?![\ufe0e\ufe0f])\p{DI}/gu;

/** Whether a text has only Latin letters, common punctuation, arrows and line ends: nearly always, and quick to know. */
export function isPlainText(text: string): boolean {
  return /^[\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u21ff]*$/.test(text);
}

/** Of a command to Azure Pipelines, TeamCity or an old GitHub runner, which look for it anywhere in a line of a log. */
export const LOG_COMMAND = /#(?=#\w*\[)/g;

/** Of a command to GitHub Actions, which stands at the start of a line; text is wrapped at spaces. */
const LINE_COMMAND = /(^|\s):(?=:[a-z])/gi;

/**
 * Text of a stranger made harmless for a terminal and the log of a pipeline: what they would obey is shown. A workload may
 * be named "\u001b[2J" by someone who would like to clear your screen, or `##vso[task.setvariable ...]`:
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands ,
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function visible(text: string): string {
  const shown =
    isPlainText(text) && !text.includes('\n')
      ? text
      : text.replace(hiddenSigns(), (sign) => {
          const code = (sign.codePointAt(0) ?? 0).toString(16);
          return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
        });
  return shown.replace(LOG_COMMAND, '\\u0023').replace(LINE_COMMAND, '$1\\u003a');
}

/** The same for text of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

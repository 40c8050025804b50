import { visible } from './visible.ts';

/**
 * GitHub makes links of mentions, references, commits and :emoji: after Markdown is parsed, when escapes are gone. An
 * empty comment parts the text that it looks at, and shows nothing: https://github.com/github/markup/issues/1168 ,
 * https://github.com/github/cmark-gfm/issues/181 . Unlike a sign of no width it is not copied with the text.
 */
const PARTED = '<!-- -->';

/** GitHub's own way to write a dollar that is none of a formula: https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions */
const DOLLAR = '<span>$</span>';

/** Stand for the two while the rest is escaped: signs for private use, which visible text has not. */
const [PART, SIGN] = ['\ue000', '\ue001'];

/**
 * Text that stays text in GitHub-flavoured Markdown: nothing in it becomes markup, a cell border, HTML, a formula, a link
 * or a mention, and it reads as it would on a terminal.
 */
export function markdownText(text: string): string {
  return escaped(parted(visible(text)))
    .replaceAll(PART, PARTED)
    .replaceAll(SIGN, DOLLAR);
}

/**
 * @user, @org/team, a@b.example, #1, owner/repo#1, GH-1, :emoji: (of digits alone there are two, and a place in a file
 * is `file:7:20`), https://…, www.…, the id of a commit (a price has no id, and twelve digits are an account or a date).
 * Of dollars those that could end a formula: after something, and not before a digit, so that `$20,000 and $30,000` stays
 * as it is: https://pandoc.org/MANUAL.html#extension-tex_math_dollars ; GitHub looks for both in the text of one element,
 * https://nschloe.github.io/2022/05/20/math-on-github.html .
 */
function parted(text: string): string {
  return text
    .replace(/@(?=\w)|#(?=\d)|(?<![a-z\d])GH-(?=\d)|:(?=100:|1234:|(?!\d+:)[\w+-]+:|\/\/)|www(?=\.)/gi, `$&${PART}`)
    .replace(/(?<![\da-z]|\$0\.)(?!\d{12,}(?![\da-z]))[\da-f]{7,40}(?![\da-z])/gi, (id) => id.replace(/.{6}(?=.)/g, `$&${PART}`))
    .replace(/(?<=\S)\$(?!\d)|(?<=\$)\$/g, SIGN);
}

/** Signs of Markdown anywhere; at the start those of a list, a rule or code. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~#]|&(?=[#\w])/g, '\\$&')
    .replace(/^(?:[-+](?= |$)|-(?=[- ]*$))/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)]( |$))/, '$1\\')
    .replace(/^ (?= {3})/, '&#32;');
}

// What the comment and the summary say.

// GitHub takes 65,536 characters in a comment, and 1 MiB in the summary of a step.
export const COMMENT = 65_000;
export const SUMMARY = 1_000_000;
/** The most of an answer's remarks that is shown. */
const REMARKS = 6000;

/**
 * The comparison, then the limits that are not met and mistakes, then its rows, which are left out where all of it has more bytes
 * than that.
 * @param remarks pairs of a sentence of ours and what the command line said, which is kept from being read as Markdown.
 */
export function written({ markdown, remarks, foot }, most) {
  const told = remarks.flatMap(([sentence, said]) => [sentence, ...(said === '' ? [] : [fenced(cut(said, REMARKS))])]);
  const [head, ...details] = markdown.trim().split(/\n(?=<details>)/);
  const room = most - Buffer.byteLength([...told, foot].join('\n\n')) - 200;
  const rows = details.join('\n');
  const parts =
    Buffer.byteLength(head + rows) <= room ? [rows] : rows === '' ? [] : ['_The rows are left out here: the text is too long._'];
  return [cut(head.trim(), room), ...told, ...parts, foot].filter((part) => part !== '').join('\n\n');
}

/** A block that nothing in the text can end. */
function fenced(text) {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text.trim()}\n${fence}`;
}

function cut(text, most) {
  if (Buffer.byteLength(text) <= most) return text;
  const kept = Buffer.from(text).subarray(0, most).toString();
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\n… and more, which is left out here.`;
}

/** What the limits came to, the worst first; without any there is none. */
export function verdictOf(document, { compare, lint, failOn }) {
  const gates = (document?.totals ?? document?.results[0]?.summary)?.gates ?? [];
  const verdicts = [
    ...gates.map(({ verdict }) => verdict),
    ...(failOn === '' ? [] : [lint.status === 1 ? 'failed' : 'passed']),
    ...(compare.status === 3 || lint.status === 3 ? ['unknown'] : []),
  ];
  return ['failed', 'unknown', 'passed-as-far-as-known', 'passed'].find((one) => verdicts.includes(one)) ?? 'no-limit';
}

/** Whether the comparison says anything else than before. */
export function differs(document, isSame) {
  if (isSame) return false;
  if (document === null || document.errors.length > 0) return true;
  return document.results.some(({ state, inputs, summary }) => state !== 'kept' || inputs.length > 0 || summary.change !== '0');
}

// What the comment and the summary say.

// GitHub takes 65,536 characters in a comment, and 1 MiB in the summary of a step.
export const COMMENT = 65_000;
export const SUMMARY = 1_000_000;
/** The most of an answer's remarks that is shown. */
const REMARKS = 6000;

/**
 * The comparison, the limits that are not met, mistakes, and what was compared, in so many bytes.
 * @param remarks pairs of a sentence of ours and what the command line said, which is kept from being read as Markdown.
 */
export function written({ markdown, remarks, foot }, most) {
  const told = remarks.flatMap(([sentence, said]) => [sentence, ...(said === '' ? [] : [fenced(cut(said, REMARKS, 'line'))])]);
  const rest = [...told, foot].join('\n\n');
  const text = cut(markdown.trim(), most - Buffer.byteLength(rest) - 200, 'details');
  return [text, rest].filter((part) => part !== '').join('\n\n');
}

/** A block that nothing in the text can end. */
function fenced(text) {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text.trim()}\n${fence}`;
}

function cut(text, most, first) {
  if (Buffer.byteLength(text) <= most) return text;
  const at = text.indexOf('\n<details>');
  if (first === 'details' && at >= 0)
    return `${cut(text.slice(0, at).trim(), most, 'line')}\n\n_The rows are left out here: the text is too long._`;
  const kept = Buffer.from(text).subarray(0, most).toString();
  const lines = kept.slice(0, kept.lastIndexOf('\n'));
  return `${lines}\n\n… and more, which is left out here.`;
}

/** What the limits came to, the worst first; without any there is none. */
export function verdictOf(document, { compare, lint, failOn }) {
  const gates = (document?.totals ?? document?.results[0]?.summary)?.gates ?? [];
  const verdicts = [
    ...gates.map(({ verdict }) => verdict),
    ...(failOn === '' ? [] : [lint.said.startsWith('failed ') ? 'failed' : 'passed']),
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

import type { Screen } from './theme.ts';

/** The signs beyond ASCII that words of ours use, and their plain neighbours. */
const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '–': '-',
  '…': '...',
  '×': 'x',
  '→': '->',
  '←': '<-',
  '’': "'",
  '·': '-',
  '▶': '>',
  '−': '-',
};

/** Text as a screen can show it: where there is no Unicode, in plain signs. */
export function forScreen(text: string, { unicode }: Screen): string {
  return unicode ? text : text.replaceAll(' · ', ', ').replace(/[≥≤–…×→←’·▶−]/g, (sign) => PLAIN_SIGNS[sign] ?? sign);
}

/** Text broken at spaces, but not between a bound and its amount, to fit the screen, with a mark before the first line and the rest indented under it. */
export function paragraph(text: string, columns: number, mark: string): string {
  const width = Math.max(20, Math.min(columns, 100)) - mark.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<![≥≤]) /)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + one).join('\n');
}

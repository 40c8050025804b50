/** The lines that something prints to the console: Tab has no other way to give its answers. */
export function printed(print: () => void): readonly string[] {
  const lines: string[] = [];
  const { log } = console;
  console.log = (text: string) => void lines.push(...text.split('\n'));
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines;
}

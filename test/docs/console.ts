import { ROOT, run } from '../run.ts';

const BLOCK = /(?:<!-- in (\S+) -->\n\n?)?```console\n\$ apigw-advisor ([^\n]+)\n([\s\S]*?)```/g;

/** The commands of the console blocks of a page. */
export const commandsOf = (page: string): readonly string[] => [...page.matchAll(BLOCK)].map(([, , command = '']) => command);

/**
 * A page whose console blocks hold what their commands print today. Of a block that ends with "…" as many lines stay as it has.
 * Files are those of the repository, or of the folder that a comment before the block names: `<!-- in test/golden/diff -->`.
 */
export async function filled(page: string, folder = ROOT): Promise<string> {
  let text = '';
  let end = 0;
  for (const match of page.matchAll(BLOCK)) {
    const [whole, place, command = '', shown = ''] = match;
    const { stdout, stderr } = await run(wordsOf(command), { folder: place === undefined ? folder : `${ROOT}${place}` });
    const printed = stdout === '' ? stderr : stdout;
    const cut = shown.endsWith('…\n') ? `${printed.split('\n').slice(0, shown.split('\n').length - 2).join('\n')}\n…\n` : printed;
    text += `${page.slice(end, match.index)}${whole.slice(0, whole.length - 3 - shown.length)}${cut}\`\`\``;
    end = match.index + whole.length;
  }
  return text + page.slice(end);
}

/** The words of a command line, as a shell tells them apart by spaces and quotes. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));

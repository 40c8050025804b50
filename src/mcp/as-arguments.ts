/** Options of the command line that say more of an answer. */
const MORE = ['all', 'why', 'rows', 'limits', 'assumptions', 'full', 'each', 'json'];
const SEVERAL = new RegExp(`--(?:${MORE.join('|')})\\b(?: --(?:${MORE.join('|')})\\b)*`, 'g');

/**
 * Sentences speak of options, for most are read beside a command line; here the same things are arguments.
 * @param names of the arguments that a tool takes.
 */
export function asArguments(text: string, names: readonly string[]): string {
  return text.replace(SEVERAL, 'detail full').replace(/(?<![\w-])--([a-z]+(?:-[a-z]+)*)/g, (option, name: string) => {
    const argument = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return names.includes(argument) ? argument : option;
  });
}

import { RootCommand, type Command as Node, type Complete } from '@bomb.sh/tab';
import type { Command, Option } from 'commander';
import { printed } from './printed.ts';

/** What stands at the cursor of a command line. */
export interface Standing {
  /** Words that commander knows (commands, options, choices), each with what it says. */
  readonly known: readonly Word[];
  /** What is wanted where it does not: what an option takes, or an argument of a command. */
  readonly wanted: { readonly of: string; readonly takes: string } | null;
}

export interface Word {
  readonly word: string;
  readonly says: string;
}

/**
 * Tab goes by the commands that it is told of, and is told of those that commander has.
 * @param typed the words after the name of the program, the one at the cursor last.
 */
export function standing(program: Command, typed: readonly string[]): Standing {
  const help = program.createHelp();
  const tree = new RootCommand();
  let wanted: Standing['wanted'] = null;
  const wants =
    (of: string, takes: string, choices: readonly string[] | undefined) =>
    (complete: Complete): void => {
      if (choices === undefined) wanted = { of, takes };
      for (const choice of choices ?? []) complete(choice, '');
    };
  const tell = (command: Command, names: readonly string[], beside: readonly string[]): void => {
    const node: Node = names.length === 0 ? tree : tree.command(names.join(' '), command.summary() || command.description());
    for (const option of help.visibleOptions(command)) {
      const name = option.long?.slice(2) ?? '';
      const short = option.short?.slice(1);
      if (takesValue(option)) node.option(name, option.description, wants(`--${name}`, takenBy(option.flags), option.argChoices), short);
      else node.option(name, option.description, short);
    }
    for (const one of command.registeredArguments)
      node.argument(one.name(), wants(names.join(' '), one.name(), one.name() === 'command' ? beside : one.argChoices), one.variadic);
    const under = help.visibleCommands(command);
    for (const one of under)
      tell(
        one,
        [...names, one.name()],
        under.map((its) => its.name()),
      );
  };
  tell(program, [], []);
  const lines = printed(() => tree.parse(parted(typed))).slice(0, -1);
  return {
    known: lines.map((line) => {
      const [word = '', says = ''] = line.split('\t');
      return { word, says };
    }),
    wanted,
  };
}

/** Tab knows an option and its value in one word only at the cursor, and takes any word with `=` there for one. */
function parted(typed: readonly string[]): string[] {
  const before = typed.slice(0, -1).flatMap((word) => /^(--[^=]+)=(.*)$/s.exec(word)?.slice(1) ?? [word]);
  return [...before, ...typed.slice(-1).map((word) => (word.startsWith('-') ? word : word.replace(/=.*/s, '')))];
}

const takesValue = (option: Option) => option.required || option.optional;
const takenBy = (flags: string) => /[<[]([^>\]]+)/.exec(flags)?.[1] ?? '';

import { script } from '@bomb.sh/tab';
import { bashScript } from './bash.ts';
import { printed } from './printed.ts';

/** What is wrong in the scripts of Tab, and what stands in its place. */
const CORRECTIONS: Readonly<Record<string, readonly (readonly [wrong: string, right: string])[]>> = {
  zsh: [
    // Before compinit there is no compdef, and each new shell would say so.
    ['compdef _', '(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\ncompdef _'],
    // An option before its `=`, not `-door=` of `front-door=rest`.
    ["'-.*='", "'^--[^=]*='"],
  ],
  fish: [["string match -r -- '-.*='", "string match -r -- '^--[^=]*='"]],
};

/** The completion script of a shell, for the program of that name. */
export function scriptOf(shell: string, name: string): string {
  if (shell === 'bash') return bashScript(name);
  const written = printed(() => script(shell, name, name)).join('\n');
  return (CORRECTIONS[shell] ?? []).reduce((text, [wrong, right]) => text.replace(wrong, () => right), written);
}

/** Shells as their users have them: in a terminal, with the script that `completion` prints. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { start, type Session } from '../wizard/terminal.ts';

/** The prompt is written in two parts, so that it is not on the screen before it is one. */
export const SHELLS = {
  bash: { argv: ['--noprofile', '--norc', '-i'], load: 'eval "$(apigw-advisor completion bash)"; PS1="rea""dy> "' },
  // Before compinit, as a new zsh is.
  zsh: { argv: ['-f', '-i'], load: 'source <(apigw-advisor completion zsh); PS1="rea""dy> "' },
  fish: {
    argv: ['--no-config', '-i'],
    load: 'apigw-advisor completion fish | source; function fish_prompt; echo -n "rea""dy> "; end',
  },
} as const;
export type Shell = keyof typeof SHELLS;

/** Whether a shell is here: tests of one may be left out on a machine of somebody's own, never in CI. */
export function isHere(shell: Shell): boolean {
  const found = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, shell)));
  const how = `apt-get install ${shell}`;
  if (!found && process.env['CI'] === 'true') throw new Error(`Completion is tested in ${shell}, and there is none here: ${how}.`);
  if (!found) process.stderr.write(`Left out: completion in ${shell}, for want of it (${how}).\n`);
  return found;
}

/** @param path of the program's folder, before all others. */
export async function opened(shell: Shell, folder: string, path: string): Promise<Session> {
  const { argv, load } = SHELLS[shell];
  const env = { PATH: `${path}${delimiter}${process.env['PATH'] ?? ''}` };
  const session = start(argv, { folder, env, program: shell, columns: 100 });
  await session.press(`${load}\r`);
  await session.until('ready>');
  return session;
}

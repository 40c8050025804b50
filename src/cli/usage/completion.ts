import { examples, wordArgument, type Usage } from './usage.ts';

export const completionUsage: Usage = {
  name: 'completion',
  summary: 'print the script by which Tab completes in a shell',
  description: 'print the script by which a shell completes commands, options, files, Regions, skus and ids',
  define(completion, ports) {
    completion
      .addArgument(wordArgument('<shell>', 'the name of a shell', ['bash', 'zsh', 'fish', 'powershell']))
      .addHelpText(
        'after',
        `
Where to put it:
  bash        eval "$(apigw-advisor completion bash)"      in ~/.bashrc
  zsh         source <(apigw-advisor completion zsh)       in ~/.zshrc
  fish        apigw-advisor completion fish | source       in ~/.config/fish/config.fish
  PowerShell  apigw-advisor completion powershell | Out-String | Invoke-Expression
              in the file that $PROFILE names
${examples('apigw-advisor completion bash > ~/.local/share/bash-completion/completions/apigw-advisor')}`,
      )
      .action(async (shell: string) => (await import('../commands/completion.ts')).completion(shell, ports));
  },
};

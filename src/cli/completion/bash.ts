/**
 * Bash's own script. That of Tab runs what the user has typed (`eval`), asks for a package that macOS does not have, completes no
 * files and no word with `=`, and fails where it is read twice.
 *
 * Words are parted at blanks; Bash parts them at `=` and `:` too, and replaces no more than the part at the cursor (`$2`).
 */
export function bashScript(name: string): string {
  const complete = `_${name.replaceAll('-', '_')}_complete`;
  return `# bash completion for ${name}
${complete}() {
    local -a words
    local at kept said directive word
    read -a words <<< "\${COMP_LINE:0:COMP_POINT}"
    [[ \${COMP_LINE:0:COMP_POINT} == *[[:space:]] ]] && words+=("")
    at="\${words[\${#words[@]}-1]}"
    [[ $at == --*=* ]] && at="\${at#*=}"
    kept="\${at%"$2"}"
    COMPREPLY=()
    said="$(${name} complete -- "\${words[@]:1}" 2>/dev/null)" || return
    directive="\${said##*:}"
    while IFS=$'\\t' read -r word _; do
        [[ -n $word && $word == "$at"* ]] && COMPREPLY+=("\${word#"$kept"}")
    done <<< "\${said%:*}"
    # Bash 3, which macOS has, knows no compopt: it offers files where there are no words.
    type compopt &>/dev/null || return
    (( directive & 2 )) && compopt -o nospace
    (( directive & 4 )) && compopt +o default
    (( directive & 16 )) && compopt +o default -o dirnames
}
complete -o default -F ${complete} ${name}
`;
}

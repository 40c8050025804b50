// Writes into CHANGELOG.md what a program found out.

/** Puts a text first under the heading Prices of what is not released yet. Where all is released, a new part begins. */
export function withEntry(changelog, text) {
  const [title, ...parts] = changelog.split(/^(?=## )/m);
  const isReleased = /^## \S+ - \d{4}-/.test(parts[0] ?? '');
  const [part = '', ...released] = isReleased ? ['## Unreleased\n\n', ...parts] : parts;
  const whole = part.includes('### Prices\n\n') ? part : `${part.trimEnd()}\n\n### Prices\n\n\n`;
  return [title, whole.replace('### Prices\n\n', () => `### Prices\n\n- ${broken(text)}\n`), ...released].join('');
}

function broken(text) {
  return text.match(/\S.{0,137}(?= |$)|\S+/g).join('\n  ');
}

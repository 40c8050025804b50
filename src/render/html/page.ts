import { createHash } from 'node:crypto';
import { markup, ours, type Html } from './markup.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/**
 * A whole page in one file. It may load nothing and send nothing anywhere, and runs only the script whose hash it names:
 * whatever else got into it is text.
 */
export function page(title: string, header: Html, main: Html, footer: Html): string {
  const policy = [
    `default-src 'none'`,
    `style-src '${hash(STYLE)}'`,
    `script-src '${hash(SCRIPT)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `${
    markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ours(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ours(STYLE)}</style>
</head>
<body>
<header>${header}</header>
<main>${main}</main>
<footer>${footer}</footer>
<script>${ours(SCRIPT)}</script>
</body>
</html>`.html
  }\n`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

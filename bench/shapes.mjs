// Texts that would take a careless reader long, of any length: each is a shape, and a number of characters.

const HEAD = 'name: a\nregion: us-east-1\n';
const START = `${HEAD}traffic: { requests: 1M/month }\n`;

/** So many characters of a text again and again. */
const again = (text, length) => text.repeat(Math.ceil(length / text.length));
/** So many characters of texts that differ by their number. */
function counted(length, text) {
  const parts = [];
  for (let index = 0, total = 0; total < length; index += 1) {
    const part = text(index);
    parts.push(part);
    total += part.length;
  }
  return parts.join('');
}

/** YAML, as a workload file, a manifest or a price sheet may be. */
export const YAML_SHAPES = {
  'aliases of one anchor': (n) => `${START}tags: { x: &a b${counted(n, (i) => `, k${i}: *a`)} }\n`,
  'aliases of aliases': (n) => `${START}x: &a0 [v]\n${counted(n, (i) => `x${i}: &a${i + 1} [*a${i}, *a${i}]\n`)}`,
  'a chain of aliases': (n) => `${START}x: &a0 v\n${counted(n, (i) => `x${i}: &a${i + 1} { a: *a${i} }\n`)}`,
  anchors: (n) => `${START}tags: { x: b${counted(n, (i) => `, k${i}: &a${i} v`)} }\n`,
  'anchors of one value': (n) => `${START}x: ${again('&a ', n)}b\n`,
  'tags of one value': (n) => `${START}x: ${again('!a ', n)}b\n`,
  'distinct keys': (n) => START + counted(n, (i) => `k${i}: v\n`),
  'distinct keys in braces': (n) => `${START}tags: {${counted(n, (i) => `k${i}: v, `)}}\n`,
  'distinct tags': (n) => `${START}tags:\n${counted(n, (i) => `  k${i}: v\n`)}`,
  'one key again': (n) => START + again('kk: v\n', n),
  'unknown needs': (n) => `${START}needs:\n${counted(n, (i) => `  k${i}: yes\n`)}`,
  'lists instead of needs': (n) => `${START}needs: {${counted(n, (i) => `k${i}: [], `)}}\n`,
  'lists instead of shares': (n) => `${HEAD}traffic: { requests: 1M, sizes: [${again('{ share: [a], fates: [] }, ', n)}] }\n`,
  'wrong values': (n) => `${START}waf: { ruleGroups: [${again('{ rules: x }, ', n)}] }\n`,
  'spaces in a rate': (n) => `${HEAD}traffic: { requests: "1${' '.repeat(n)}x" }\n`,
  'spaces in a size': (n) => `${START}cache: { hitRatio: 1%, size: "1${' '.repeat(n)}x" }\n`,
  'zeros after a point': (n) => `${HEAD}traffic: { requests: 1.${'0'.repeat(n)} }\n`,
  digits: (n) => `${HEAD}traffic: { requests: ${'1'.repeat(n)}x }\n`,
  'many long rates': (n) => `${START}x: [${again(`"1${' '.repeat(90)}x", `, n)}]\n`,
  'open brackets': (n) => '['.repeat(n),
  'nested brackets': (n) => `${START}x: ${'['.repeat(n / 2)}${']'.repeat(n / 2)}\n`,
  'nested braces': (n) => `${START}x: ${again('{ a: ', n / 2)}${again(' }', n / 4)}\n`,
  'closing brackets': (n) => `${START}x: ${']'.repeat(n)}\n`,
  'nested lists on a line': (n) => `${START}x:\n  ${again('- ', n)}a\n`,
  'nested sections': (n) => START + counted(n, (i) => `${' '.repeat(i)}k:\n`),
  'question marks': (n) => `${again('? ', n)}a\n`,
  'colons on a line': (n) => `a${again(': a', n)}\n`,
  'commas in brackets': (n) => `${START}x: [${','.repeat(n)}]\n`,
  'missing commas': (n) => `${START}x: [${again(' "a"', n)} ]\n`,
  'keys that are lists': (n) => `${START}x:\n${again('  ? [a]\n  : b\n', n)}`,
  tabs: (n) => START + '\t'.repeat(n),
  'tabs on lines': (n) => START + again('\t\n', n),
  'a value after tabs': (n) => `${HEAD}x:${'\t'.repeat(n)}1\n`,
  'empty lines': (n) => HEAD + '\n'.repeat(n) + START.slice(HEAD.length),
  'carriage returns': (n) => START + '\r'.repeat(n),
  comments: (n) => START + again('# x\n', n),
  'comments between items': (n) => `${START}tags:\n${counted(n, (i) => `  a${i}: b # x\n  # y\n`)}`,
  'comments in braces': (n) => `${START}tags: {\n${counted(n, (i) => `  a${i}: b, # x\n`)}  }\n`,
  directives: (n) => `${counted(n, (i) => `%TAG !e${i}! tag:e.com:\n`)}---\n${START}`,
  documents: (n) => START + again('---\na: b\n', n),
  'a long text': (n) => `${START}x: "${'a'.repeat(n)}"\n`,
  'escapes that are none': (n) => `${START}x: "${again('\\q', n)}"\n`,
  'quotes on lines': (n) => again('"\n', n),
  'quotes that do not close': (n) => again('x: "\n', n),
  'a text of many lines': (n) => `${START}x: a\n${again('  b\n', n)}`,
  'a block of text': (n) => `${START}x: |\n${again('  a\n', n)}`,
  'empty lines after a block': (n) => `${START}x: |\n  a\n${'\n'.repeat(n)}`,
  'many blocks of text': (n) => START + counted(n, (i) => `x${i}: |\n a\n`),
  'a long key': (n) => `${START}${'k'.repeat(n)}: v\n`,
  'an anchor without end': (n) => `${START}x: ${'&'.repeat(n)}\n`,
  'signs that begin nothing': (n) => START + again('@\n', n),
  'lines in and out': (n) => START + again('  a: b\n c: d\n', n),
  'marks of byte order': (n) => '\ufeff'.repeat(n) + START,
};

/** JSON, as an earlier document may be. */
export const JSON_SHAPES = {
  'nested lists': (n) => `{ "schemaVersion": ${'['.repeat(n / 2)}${']'.repeat(n / 2)} }`,
  'nested objects': (n) => `${again('{ "a": ', n)}1`,
  'distinct keys': (n) => `{ "schemaVersion": "1"${counted(n, (i) => `, "k${i}": 1`)} }`,
  'a long key': (n) => `{ "schemaVersion": "1", "${'k'.repeat(n)}": 1 }`,
  'a long text': (n) => `{ "schemaVersion": "1", "a": "${'k'.repeat(n)}" }`,
  'backslashes without end': (n) => `{ "schemaVersion": "${again('\\\\', n)}`,
  'texts and spaces': (n) => `{ "schemaVersion": "1"${again(' "a"     ', n)} }`,
  'empty lists': (n) => `{ "schemaVersion": "1", "results": [${again('[],', n)}[]] }`,
  digits: (n) => `{ "schemaVersion": ${'1'.repeat(n)} }`,
};

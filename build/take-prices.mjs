// Takes prices that `apigw-advisor prices update` wrote into a folder over into pricing-data, so that a release carries them:
//   node build/take-prices.mjs <folder> [pricing-data]
// Only the entries that change are written anew; comments and all other lines of a sheet stay as people wrote them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, parse, parseDocument } from 'yaml';

const [from, to = 'pricing-data'] = process.argv.slice(2);
if (from === undefined) throw new Error('node build/take-prices.mjs <folder> [pricing-data]');
const sheetsIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const taken = Object.fromEntries(sheetsIn(from).map((name) => [name, parse(readFileSync(join(from, name), 'utf8'))]));
const sheets = new Map(sheetsIn(to).map((name) => [name, readFileSync(join(to, name), 'utf8')]));

for (const [name, { rates, geographies, worldwide }] of Object.entries(taken)) {
  if (name === 'sources.yaml') continue;
  if (!sheets.has(name)) throw new Error(`${name} is no sheet of ${to}`);
  const put = (path, of) => {
    for (const [sku, rate] of Object.entries(of)) {
      sheets.set(name, withoutEntry(sheets.get(name), ['unavailable'], sku));
      sheets.set(name, withEntry(sheets.get(name), [...path, 'rates'], sku, rateLines(rate)));
    }
  };
  if (rates) put([], rates);
  for (const [id, geography] of Object.entries(geographies ?? {})) put(['geographies', id], geography.rates);
  if (worldwide) put(['worldwide'], worldwide.rates);
}
for (const [id, source] of Object.entries(taken['sources.yaml'] ?? {}))
  sheets.set(
    'sources.yaml',
    withEntry(
      sheets.get('sources.yaml'),
      [],
      id,
      Object.entries(source).map(([key, text]) => `${key}: ${plain(key, text)}`),
    ),
  );
const named = new Set([...sheets].filter(([name]) => name !== 'sources.yaml').flatMap(([, text]) => sourcesIn(parse(text))));
for (const id of Object.keys(parse(sheets.get('sources.yaml'))))
  if (!named.has(id)) sheets.set('sources.yaml', withoutEntry(sheets.get('sources.yaml'), [], id));
for (const [name, text] of sheets) writeFileSync(join(to, name), text);

function rateLines({ tiers, ...rate }) {
  const written = tiers.map(
    (tier) =>
      `  - { ${Object.entries(tier)
        .map(([key, text]) => `${key}: ${plain(key, text)}`)
        .join(', ')} }`,
  );
  return [...Object.entries(rate).map(([key, text]) => `${key}: ${plain(key, text)}`), 'tiers:', ...written];
}

/** Quoted where the sheets quote it: amounts and dates, and what YAML would read as something else than a text. */
function plain(key, text) {
  const mayBe = /^[A-Za-z][\w.:/-]*(?: [\w.:/(),-]+)*$/.test(text) && !['from', 'price', 'published'].includes(key);
  return mayBe && parse(`x: ${text}`)?.x === text ? text : JSON.stringify(text);
}

/** A text of YAML with an entry of a map in place of the one of that name, or after the last. */
function withEntry(text, path, key, lines) {
  const map = mapAt(text, path);
  const found = map.items.find((one) => isScalar(one.key) && one.key.value === key);
  const indent = ' '.repeat(columnOf(text, map.items[0].key.range[0]));
  const entry = [`${indent}${key}:`, ...lines.map((line) => `${indent}  ${line}`)].map((line) => `${line}\n`).join('');
  const [start, end] = found ? linesOf(text, found) : Array(2).fill(linesOf(text, map.items.at(-1))[1]);
  return text.slice(0, start) + entry + text.slice(end);
}

/** The same without an entry, and without the map where it was the only one. */
function withoutEntry(text, path, key) {
  const map = mapAt(text, path);
  const found = map?.items.find((one) => isScalar(one.key) && one.key.value === key);
  if (!found) return text;
  if (map.items.length === 1) return withoutEntry(text, path.slice(0, -1), path.at(-1));
  const [start, end] = linesOf(text, found);
  return text.slice(0, start) + text.slice(end);
}

function mapAt(text, path) {
  const document = parseDocument(text);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : null;
}

function columnOf(text, at) {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** From the start of the line of a key to the start of the line after its value; a comment before the next entry is that entry's. */
function linesOf(text, { key, value }) {
  const end = text.indexOf('\n', lastOf(value));
  return [text.lastIndexOf('\n', key.range[0]) + 1, end === -1 ? text.length : end + 1];
}

/** Where the last sign of a value stands: the end of a block reaches into what follows it. */
function lastOf(node) {
  const last = node.items?.at(-1);
  if (node.flow || last === undefined) return node.range[1] - 1;
  return lastOf('value' in last && last.key ? last.value : last);
}

function sourcesIn(data) {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === 'source' ? [value] : sourcesIn(value)));
}

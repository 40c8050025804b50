// What new prices change, as Markdown for a pull request: the rates that moved, and the examples whose cost moves with them. The same
// goes as one entry under Prices into CHANGELOG.md.
//   node build/price-notes.mjs <folder before> <folder now> [<what prices update printed> <what it said>]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withEntry } from './changelog.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [before, now, ...said] = process.argv.slice(2);
if (now === undefined) throw new Error('node build/price-notes.mjs <folder before> <folder now> [<output of prices update>...]');
const advisor = (...argv) => execFileSync(process.execPath, [`${root}bin/apigw-advisor.cjs`, ...argv], { encoding: 'utf8' });

const [{ summary, rates }] = JSON.parse(advisor('prices', 'diff', before, now, '--json')).results;
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `examples/${name}`);
const moved = examples.flatMap((file) => {
  const compared = [file, '--prices-before', before, '--prices', now];
  const [{ summary: cost }] = JSON.parse(advisor('diff', ...compared, '--json')).results;
  if (cost.change === '0' && cost.bound === cost.beforeBound) return [];
  const [, sentence] = /^\*\*(.+)\*\*$/m.exec(advisor('diff', ...compared, '--format', 'markdown')) ?? [];
  return [`\`${file}\`: ${sentence}`];
});

const [printed, told] = said.map((file) => readFileSync(file, 'utf8').trim());
const fold = (title, text) => (text ? [`<details><summary>${title}</summary>`, text, '</details>'] : []);
console.log(
  [
    advisor('prices', 'diff', before, now, '--format', 'markdown').trim(),
    '## Examples',
    moved.length === 0 ? `The answers of the ${examples.length} examples stay as they were.` : moved.map((one) => `- ${one}`).join('\n'),
    ...fold('What was fetched, and what was not taken', printed),
    ...fold('What prices update said', told && `\`\`\`\n${told}\n\`\`\``),
  ].join('\n\n'),
);
writeFileSync('CHANGELOG.md', withEntry(readFileSync('CHANGELOG.md', 'utf8'), entry()));

/** One entry of the changelog. */
function entry() {
  const published = rates.flatMap(({ tiers }) => tiers.flatMap((tier) => tier.now?.published ?? [])).filter((day) => day !== 'undated');
  const until = published.toSorted().at(-1);
  const of = (status) =>
    rates.filter((rate) => rate.status === status).map(({ sku, region, geography }) => `\`${sku}\` in ${region ?? geography}`);
  const some = (all) => (all.length === 0 ? '' : ` (${all.slice(0, 8).join(', ')}${all.length > 8 ? `, and ${all.length - 8} more` : ''})`);
  const counts = [`moved: ${summary.moved}${some(of('moved'))}`, `new: ${summary.new}${some(of('new'))}`, `as they were: ${summary.equal}`];
  const costs = moved.length === 0 ? 'No example costs more or less.' : moved.join(' ');
  return `AWS's price lists${until ? ` up to ${until}` : ''}: rates ${counts.join('; ')}. ${costs}`;
}

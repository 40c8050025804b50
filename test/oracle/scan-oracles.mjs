// Compares what `scan` says of templates in fetched repositories with what people read in them. No part of the gate: nothing that
// was fetched is in the project. npm run oracles -- DIR FILE, where DIR/OWNER/REPO holds each repository and FILE the
// right answers: cases with kind, endpoint, verdict, items and facts with their lines, and pairs of files that must agree.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../bin/apigw-advisor.cjs', import.meta.url));
const [dir, file] = process.argv.slice(2);
if (dir === undefined || file === undefined) {
  console.error('npm run oracles -- DIR FILE');
  process.exit(2);
}
const { cases = [], metamorphic } = JSON.parse(readFileSync(file, 'utf8'));

const counts = { cases: 0, apis: 0, facts: 0, items: 0, pairs: 0, absent: 0 };
const wrong = new Set();
const disagree = (where, what) => {
  wrong.add(where);
  console.log(`${where}: ${what}`);
};

for (const one of cases) {
  const folder = join(dir, one.repo);
  if (!existsSync(folder)) {
    counts.absent += 1;
    continue;
  }
  counts.cases += 1;
  const found = scanned(one.id, folder, one.files);
  if (found !== null) checkCase(one, found, folder);
}
if (metamorphic !== undefined) checkPairs(metamorphic);

const { cases: read, apis, facts, items, pairs, absent } = counts;
console.log(`${read} cases with ${apis} APIs, ${facts} facts and ${items} items; ${pairs} pairs; ${absent} cases or pairs are not there`);
console.log(wrong.size === 0 ? 'all agree' : `${wrong.size} disagree`);
process.exit(wrong.size === 0 ? 0 : 1);

/** What `scan --json` prints of files; null where it prints nothing that can be compared. */
function scanned(where, cwd, files) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'scan', ...files, '--json'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) disagree(where, `exit code ${status}: ${stderr.split('\n').slice(0, 2).join(' ')}`);
  return stdout === '' ? null : JSON.parse(stdout);
}

function checkCase({ id, apis: expected, mustNotReport = [] }, { results }, folder) {
  for (const api of expected) {
    counts.apis += 1;
    const where = `${id} ${api.resource}`;
    const found = results.find((one) => one.id === api.resource);
    if (found === undefined) disagree(where, `not found; there are ${results.map((one) => one.id).join(', ') || 'no APIs'}`);
    else checkApi(where, api, found, folder);
  }
  for (const one of results) {
    if (!expected.some(({ resource }) => resource === one.id)) disagree(id, `also has ${one.summary.kind} ${one.id} at ${placeOf(one)}`);
  }
  for (const what of mustNotReport) {
    const [word, kind] = what.split(' ');
    const reported =
      word === 'kind'
        ? results.filter(({ summary }) => summary.kind === kind).map(placeOf)
        : results
            .flatMap((one) => one.facts.filter(({ field }) => `${field}.`.startsWith(`${what}.`) || field.startsWith(`${what}[`)))
            .map(placeOf);
    if (reported.length > 0) disagree(id, `must not report ${what}, and does at ${reported.join(', ')}`);
  }
}

function checkApi(where, api, found, folder) {
  const same = (what, wanted, given) => wanted === given || disagree(where, `${what} is ${given}, and should be ${wanted}`);
  same('kind', api.kind, found.summary.kind);
  same('verdict', api.verdict, found.summary.verdict);
  if (found.summary.verdict === 'unknown')
    for (const gap of found.gaps) console.log(`  gap at ${placeOf(gap)}: ${gap.what}: ${gap.because}`);
  same('endpoint', api.endpoint.value, found.endpoint.value);
  same('whether the endpoint is stated', api.endpoint.stated, found.endpoint.isStated);
  if (!isAt(api, found, folder)) disagree(where, `is at ${placeOf(found)}, and should be at ${placeOf(api)}`);
  for (const fact of api.facts) {
    counts.facts += 1;
    const alike = found.facts.filter(({ field }) => field === fact.what);
    const equal = alike.filter(({ value }) => value === String(fact.value));
    if (alike.length === 0) disagree(where, `lacks ${fact.what}: ${fact.value} of ${placeOf(fact)}`);
    else if (equal.length === 0)
      disagree(where, `${fact.what} is ${alike.map(({ value }) => value).join(', ')}, and should be ${fact.value}`);
    else if (!equal.some((one) => isAt(fact, one, folder) || (one.said && isAt(fact, one.said, folder))))
      disagree(where, `${fact.what} is at ${equal.map(placeOf).join(', ')}, and should be at ${placeOf(fact)}`);
  }
  for (const item of api.items) {
    counts.items += 1;
    const alike = found.items.filter(({ need }) => need === item.need);
    if (alike.length === 0) disagree(where, `lacks the item ${item.need} (${item.class}) of ${placeOf(item)}`);
    else if (!alike.some((one) => one.class === item.class))
      disagree(where, `${item.need} is ${alike.map((one) => one.class).join(', ')}, and should be ${item.class}`);
    else if (!alike.some((one) => isAt(item, one, folder) || (one.said && isAt(item, one.said, folder))))
      disagree(where, `the item ${item.need} is at ${alike.map(placeOf).join(', ')}, and should be at ${placeOf(item)}`);
  }
  const RANKS = ['workaround', 'rewrite', 'blocked'];
  for (const item of found.items) {
    const isListed = api.items.some(({ need, resource }) => need === item.need || resource === item.resource);
    if (!isListed && RANKS.indexOf(item.class) >= RANKS.indexOf(api.verdict))
      disagree(where, `has the item ${item.id} (${item.class}) at ${placeOf(item)}, which is not expected`);
  }
}

/** At the line of the key, or of the value where that begins on the next line. */
function isAt(wanted, given, folder) {
  if (wanted.file !== given.file) return false;
  if (wanted.line === given.line) return true;
  const lines = readFileSync(join(folder, wanted.file), 'utf8').split('\n');
  const [first, second] = [wanted.line, given.line].toSorted((a, b) => a - b);
  return second === first + 1 && /[:={[|>(]\s*$|[|>][+-]?\s*$/.test(lines[first - 1] ?? '');
}

function placeOf({ file: name, line }) {
  return `${name}:${line}`;
}

/** Two files that describe the same APIs: the same kinds, endpoints, verdicts and needs. */
function checkPairs({ repo, input, output, pairs: groups }) {
  const folder = join(dir, repo);
  for (const name of Object.values(groups).flat()) {
    const files = [input, output].map((form) => form.replace('NAME', name));
    if (!files.every((one) => existsSync(join(folder, one)))) {
      counts.absent += 1;
      continue;
    }
    counts.pairs += 1;
    const [before, after] = files.map((one) => scanned(`pair ${name}`, folder, [one]));
    if (before === null || after === null) continue;
    const [apisBefore, apisAfter] = [before, after].map(({ results }) => new Map(results.map((one) => [one.id, one])));
    for (const id of new Set([...apisBefore.keys(), ...apisAfter.keys()])) {
      const sides = [apisBefore.get(id), apisAfter.get(id)];
      if (sides.some((one) => one === undefined)) {
        disagree(`pair ${name}`, `${id} is only in the ${sides[0] === undefined ? 'output' : 'input'}`);
        continue;
      }
      const [was, is] = sides.map(({ summary: { kind, verdict }, endpoint, facts: said }) => ({
        kind,
        verdict,
        endpoint: endpoint.value,
        needs: [...new Set(said.flatMap(({ field, value }) => (field.startsWith('needs.') ? [`${field}: ${value}`] : [])))].toSorted(),
      }));
      for (const key of ['kind', 'verdict', 'endpoint'])
        if (was[key] !== is[key]) disagree(`pair ${name}`, `${id}: ${key} is ${was[key]}, then ${is[key]}`);
      const lost = was.needs.filter((one) => !is.needs.includes(one));
      const gained = is.needs.filter((one) => !was.needs.includes(one));
      if (lost.length + gained.length > 0)
        disagree(
          `pair ${name}`,
          `${id}: ${[...lost.map((one) => `${one} in the input only`), ...gained.map((one) => `${one} in the output only`)].join(', ')}`,
        );
    }
  }
}

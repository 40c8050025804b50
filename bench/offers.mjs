// npm run bench:offers [-- megabytes]: an offer file of AWS's form, verified, as a ratio to what csv-parse alone takes to count its
// rows, and its peak memory. The fastest of three pairs: who else uses the machine only makes them slower.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [megabytes = '100'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'apigw-advisor-bench-'));
const offer = join(folder, 'offer.csv');
const cells = (all) => `${all.map((cell) => `"${cell}"`).join(',')}\n`;
const HEADER =
  'SKU OfferTermCode RateCode TermType PriceDescription EffectiveDate StartingRange EndingRange Unit PricePerUnit Currency serviceCode Location usageType operation'.split(
    ' ',
  );

/** Most rows of a large file are of products that nothing here prices. */
function write(bytes) {
  const file = openSync(offer, 'w');
  writeSync(file, `${cells(['FormatVersion', 'v1.0'])}${cells(['OfferCode', 'AmazonEC2'])}${cells([...HEADER, 'Region Code'])}`);
  for (let [written, row, text] = [0, 0, '']; written < bytes; text = '') {
    for (let at = 0; at < 2000; at += 1, row += 1) {
      const sku = `X${String(row).padStart(15, '0')}`;
      const [code, size] = [`${sku}.JRTCKXETXF.6YS6EN2CT7`, `m${row % 9}.large`];
      const price = `0.${String(row).padStart(10, '0')}`;
      const described = `$${price} per On Demand Linux ${size} Instance Hour`;
      const tier = ['2026-08-01', '0', 'Inf', 'Hrs', price, 'USD'];
      const product = ['AmazonEC2', 'US East (N. Virginia)', `BoxUsage:${size}`, 'RunInstances', 'us-east-1'];
      text += cells([sku, 'JRTCKXETXF', code, 'OnDemand', described, ...tier, ...product]);
    }
    written += writeSync(file, text);
  }
  closeSync(file);
}

const ALONE = `
  import { createReadStream } from 'node:fs';
  import { parse } from 'csv-parse';
  const parser = createReadStream(process.argv[1]).pipe(parse({ relax_column_count: true }));
  let rows = 0;
  parser.on('readable', () => { while (parser.read() !== null) rows += 1; });`;

const root = fileURLToPath(new URL('..', import.meta.url));
const preload = fileURLToPath(new URL('./max-rss.cjs', import.meta.url));
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Seconds, and megabytes at most. */
function run(args) {
  const began = performance.now();
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe'];
  const { status, output } = spawnSync(process.execPath, ['--require', preload, ...args, offer], { cwd: root, env, stdio });
  if (status !== 0) throw new Error(`it ended with ${status}`);
  return { seconds: (performance.now() - began) / 1000, megabytes: Number(String(output[3])) / 1024 };
}

try {
  write(Number(megabytes) * 1e6);
  const pairs = [1, 2, 3].map(() => ({
    alone: run(['--input-type=module', '--eval', ALONE, '--']),
    whole: run(['bin/apigw-advisor.cjs', 'prices', 'verify']),
  }));
  const least = (of) => Math.min(...pairs.map(of));
  const ratio = least(({ whole }) => whole.seconds) / least(({ alone }) => alone.seconds);
  const memory = Math.max(...pairs.map(({ whole }) => whole.megabytes));
  console.log(
    `${megabytes} MB verified in ${ratio.toFixed(2)} times what csv-parse takes (aim 1.3), in ${memory.toFixed(0)} MB (aim 250).`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

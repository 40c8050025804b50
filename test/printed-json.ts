/** What every JSON that the command line prints must be, whichever test made it print. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { plus, scaled, times, total, written } from './properties/scaled.ts';

const ajv = new Ajv({ strict: false });
const schemas = new Map<string, ValidateFunction>();

/** Whether a command line asks for JSON. */
function asksForJson(argv: readonly string[]): boolean {
  return argv.includes('--json') || argv.some((word, index) => word === 'json' && argv[index - 1] === '--format');
}

/** The name of the published schema of what a command line prints. */
function schemaNameOf(argv: readonly string[]): string {
  const [command = '', subcommand = ''] = argv;
  return command === 'prices' ? `prices-${subcommand}` : argv.includes('--list') ? `${command}-list` : command;
}

function schemaOf(name: string): ValidateFunction {
  const file = fileURLToPath(new URL(`../schema/${name}.schema.json`, import.meta.url));
  const known = schemas.get(name) ?? ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  schemas.set(name, known);
  return known;
}

/** Throws unless JSON that was printed is what it must be. What is no JSON, by the command line, is left alone. */
export function checkPrinted(argv: readonly string[], stdout: string): void {
  if (asksForJson(argv) && stdout !== '') checkDocument(schemaNameOf(argv), JSON.parse(stdout));
}

/**
 * Throws unless a document is what its schema says, every row in it multiplies out to the last digit, rows add up to the
 * totals over them, and none of them is negative.
 */
export function checkDocument(name: string, document: unknown): void {
  const valid = schemaOf(name);
  if (!valid(document)) throw new Error(`${name} prints JSON against its schema: ${ajv.errorsText(valid.errors)}`);
  for (const row of holders(document, 'pricingQuantity')) {
    for (const [key, value] of Object.entries(row)) {
      if (AMOUNTS.includes(key) && String(value).startsWith('-')) throw new Error(`${key} of a row is ${String(value)}`);
    }
    if (typeof row.listUnitPrice !== 'string') continue;
    const product = written(times(scaled(row.pricingQuantity ?? ''), scaled(row.listUnitPrice)));
    if (product !== row.listCost) throw new Error(`${row.pricingQuantity} × ${row.listUnitPrice} is ${product}, not ${row.listCost}`);
  }
  for (const row of holders(document, 'contractedUnitPrice')) {
    if (typeof row.contractedUnitPrice !== 'string' || row.pricingQuantity === undefined) continue;
    const product = written(times(scaled(row.pricingQuantity), scaled(row.contractedUnitPrice)));
    if (product !== row.contractedCost)
      throw new Error(`${row.pricingQuantity} × ${row.contractedUnitPrice} is ${product}, not ${row.contractedCost}`);
  }
  for (const { listCost, contractedCost = listCost, frontDoorCost, backendCost, lineItems } of holders(document, 'frontDoorCost')) {
    addUp('the rows of a candidate', [listCost], lineItems?.map((row) => row.listCost) ?? [listCost]);
    addUp(
      'the contracted rows of a candidate',
      [contractedCost],
      lineItems?.map((row) => row.contractedCost ?? row.listCost) ?? [contractedCost],
    );
    addUp('front door and backend', [contractedCost], [frontDoorCost, backendCost]);
  }
  if (name === 'report') {
    const { workloads = [], listCost, contractedCost = listCost } = document as Holder;
    addUp(
      'the contracted workloads',
      [contractedCost],
      workloads.map((one) => one.contractedCost ?? one.listCost),
    );
    addUp(
      'the workloads',
      [listCost],
      workloads.map((one) => one.listCost),
    );
  }
}

const AMOUNTS = ['consumedQuantity', 'pricingQuantity', 'listUnitPrice', 'listCost', 'contractedUnitPrice', 'contractedCost'];

/** What stands beside the numbers that are compared with one another. */
interface Holder {
  readonly pricingQuantity?: string;
  readonly listUnitPrice?: string | null;
  readonly listCost?: string | null;
  readonly contractedUnitPrice?: string | null;
  readonly contractedCost?: string | null;
  readonly frontDoorCost?: string;
  readonly backendCost?: string | null;
  readonly lineItems?: readonly Holder[];
  readonly workloads?: readonly Holder[];
}

/** Every object in a document that has a key. What a file held (`input`) is no figure of ours. */
function holders(value: unknown, key: keyof Holder): readonly Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, one]) => (name === 'input' ? [] : holders(one, key)));
  return Object.hasOwn(value, key) ? [value as Holder, ...inside] : inside;
}

/** Null is unpublished, and adds nothing to a total that says so. */
function addUp(what: string, [whole]: readonly (string | null | undefined)[], parts: readonly (string | null | undefined)[]): void {
  const sum = written(total(parts.map((one) => scaled(one ?? '0'))));
  if (sum !== written(plus(scaled(whole ?? '0'), scaled('0')))) throw new Error(`${what} add up to ${sum}, and not to ${whole}`);
}

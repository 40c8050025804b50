/** What every JSON that the command line prints must be, whichever test made it print. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { scaled, times, written } from './properties/scaled.ts';

const ajv = new Ajv({ strict: false });
const schemas = new Map<string, ValidateFunction>();

/** Whether a command line asks for JSON. */
function asksForJson(argv: readonly string[]): boolean {
  return argv.includes('--json') || argv.some((word, index) => word === 'json' && argv[index - 1] === '--format');
}

/** The published schema of what a command prints. */
function schemaOf(argv: readonly string[]): ValidateFunction {
  const [command = '', subcommand = ''] = argv;
  const name = command === 'prices' ? `prices-${subcommand}` : argv.includes('--list') ? `${command}-list` : command;
  const file = fileURLToPath(new URL(`../schema/${name}.schema.json`, import.meta.url));
  const known = schemas.get(name) ?? ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  schemas.set(name, known);
  return known;
}

/**
 * Throws unless JSON that was printed is what its schema says, and every row in it multiplies out to the last digit.
 * What is no JSON, by the command line, is left alone.
 */
export function checkPrinted(argv: readonly string[], stdout: string): void {
  if (!asksForJson(argv) || stdout === '') return;
  const printed = JSON.parse(stdout) as unknown;
  const valid = schemaOf(argv);
  if (!valid(printed)) throw new Error(`${argv.join(' ')} prints JSON against its schema: ${ajv.errorsText(valid.errors)}`);
  for (const row of rowsIn(printed)) {
    const product = written(times(scaled(row.pricingQuantity), scaled(row.listUnitPrice)));
    if (product !== row.listCost) throw new Error(`${row.pricingQuantity} × ${row.listUnitPrice} is ${product}, not ${row.listCost}`);
  }
}

interface Row {
  readonly pricingQuantity: string;
  readonly listUnitPrice: string;
  readonly listCost: string;
}

function rowsIn(value: unknown): readonly Row[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(rowsIn);
  const { listUnitPrice, pricingQuantity } = value as Partial<Row>;
  return typeof listUnitPrice === 'string' && pricingQuantity !== undefined ? [value as Row, ...inside] : inside;
}

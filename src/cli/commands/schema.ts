import { join } from 'node:path';
import type { Ports } from '../ports.ts';

/** Prints a JSON Schema of the package: the same file that editors are pointed at. */
export function schema(name: string, ports: Ports): void {
  const bytes = ports.readFile(join(ports.root, 'schema', `${name}.schema.json`));
  ports.stdout.write(new TextDecoder().decode(bytes));
}

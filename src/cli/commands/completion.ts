import { scriptOf } from '../completion/scripts.ts';
import type { Ports } from '../ports.ts';

/** Prints the script by which a shell completes command lines. */
export function completion(shell: string, ports: Ports): void {
  ports.stdout.write(scriptOf(shell, 'apigw-advisor'));
}

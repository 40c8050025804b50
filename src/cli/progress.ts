import { decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Ports } from './ports.ts';

/** Fewer than this are done before anyone wonders. */
const MANY = 200;
const CELLS = 24;

/**
 * A bar on stderr for long work, which is gone when all is done: only on a terminal that can take back what it shows, and
 * never under CI.
 * @param what what has been done to how many, such as "files read".
 * @param many from how many on there is one.
 */
export function progressBar(what: string, { stderr, env }: Ports, many = MANY): (done: number, all: number) => void {
  if (!stderr.isTTY || env['CI'] !== undefined || env['TERM'] === 'dumb') return () => {};
  return (done, all) => {
    if (all < many) return;
    if (done === all) return stderr.write('\r\u001b[K');
    if (done % Math.ceil(many / 4) !== 0) return;
    const bar = '#'.repeat(Math.floor((done / all) * CELLS)).padEnd(CELLS, '-');
    const counted = [done, all].map((count) => formatQuantity(decimal(String(count))));
    stderr.write(`\r[${bar}] ${counted.join(' of ')} ${what}`);
  };
}

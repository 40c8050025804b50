import { WorkloadError } from '../errors/errors.ts';
import { decimal } from '../money/decimal.ts';
import { formatQuantity } from '../money/format.ts';
import type { Ports } from './ports.ts';

/** Far above any workload; a file beyond it was named by mistake. */
const LARGEST = 1_000_000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
};

/**
 * The text of a workload file, or of standard input.
 * @param most bytes that it may have.
 * @throws WorkloadError when it cannot be read or is no workload by its size.
 */
export function readText(path: string, ports: Ports, most = LARGEST): string {
  const file = path === '-' ? 'standard input' : path;
  const fail = (what: string, because: string, write: string | null, cause?: unknown) => {
    throw new WorkloadError([{ file, line: null, column: null, path: null, what, because, write }], {
      cause,
    });
  };
  let bytes: Uint8Array;
  try {
    bytes = ports.readFile(path, most + 1);
  } catch (cause) {
    const { code } = cause as { code?: string };
    return fail(
      'cannot be read',
      REASONS[code ?? ''] ?? `the system says ${code ?? String(cause)}`,
      'a path that can be read, such as workload.yaml',
      cause,
    );
  }
  if (bytes.byteLength > most) fail('is too large', `a workload file has at most ${formatQuantity(decimal(String(most)))} bytes`, null);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

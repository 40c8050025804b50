import { fstatSync, statSync, writeSync } from 'node:fs';

/** A stream that text is written to, or bytes where it is no screen, and what it can show. */
export interface Output {
  write(content: string | Uint8Array): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/**
 * Standard output (1) or standard error (2). Node's streams of these two load its sockets or its file streams, a tenth
 * of a start, which a file or a pipe does not need: what goes there is written straight to the descriptor.
 * @param failed is told why nothing more can be written, such as EPIPE or ENOSPC.
 */
export function output(descriptor: 1 | 2, failed: (error: NodeJS.ErrnoException) => void): Output {
  let device: boolean | null = null;
  const isTTY = () => (device ??= isDevice(descriptor)) && stream().isTTY;
  let opened: NodeJS.WriteStream | null = null;
  const stream = () => {
    if (opened === null) {
      opened = descriptor === 1 ? process.stdout : process.stderr;
      opened.on('error', failed);
    }
    return opened;
  };
  return {
    write(content) {
      if (opened !== null || isTTY()) stream().write(content);
      else writeStraight(descriptor, Buffer.from(content), (rest) => stream().write(rest), failed);
    },
    get isTTY() {
      return isTTY();
    },
    get columns() {
      return stream().columns;
    },
  };
}

/** Whether it may be a terminal: a device, and not the one that throws everything away. */
function isDevice(descriptor: number): boolean {
  const stat = fstatSync(descriptor);
  return stat.isCharacterDevice() && stat.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** A pipe that another program made non-blocking says EAGAIN when it is full: Node's stream waits for it, and for the rest. */
function writeStraight(
  descriptor: number,
  bytes: Buffer,
  wait: (rest: Buffer) => void,
  failed: (error: NodeJS.ErrnoException) => void,
): void {
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (cause) {
      const error = cause as NodeJS.ErrnoException;
      if (error.code === 'EAGAIN') wait(bytes.subarray(done));
      else failed(error);
      return;
    }
  }
}

// What the system refuses to read is said in words; simulated, because a test may run as root.
import { expect, test } from 'vitest';
import { WorkloadError } from '../../src/errors/errors.ts';
import type { Ports } from '../../src/cli/ports.ts';
import { readText } from '../../src/cli/files/read-text.ts';

const refusing = (code: string) =>
  ({
    readFile: () => {
      throw Object.assign(new Error(code), { code });
    },
  }) as unknown as Ports;

test.each([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'you may not read it'],
  ['EISDIR', 'it is a folder'],
  ['EMFILE', 'the system says EMFILE'],
])('%s', (code, because) => {
  expect(() => readText('w.yaml', refusing(code))).toThrow(WorkloadError);
  try {
    readText('w.yaml', refusing(code));
  } catch (error) {
    expect((error as WorkloadError).problems[0]).toMatchObject({ file: 'w.yaml', what: 'cannot be read', because });
  }
});

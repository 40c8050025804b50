import { defineConfig } from 'vitest/config';

// What a mutant is tried against: tests in process, which the room names. Nothing is built and no other process starts.
export default defineConfig({
  test: {
    include: (process.env['MUTATED_BY'] ?? '').split(' '),
    testTimeout: 30_000,
    setupFiles: ['test/properties.setup.ts'],
  },
});

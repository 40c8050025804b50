// A checker of Stryker that passes a seeded sample of the mutants on, the same in every run. What it keeps back says so
// in the report under the name that Stryker has for it, CompileError.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const SHARE = Number(process.env.MUTATED_SHARE ?? 1);
const SEED = process.env.MUTATED_SEED ?? '1';
const PASSED = { status: 'passed' };

class Sample {
  texts = new Map();

  async init() {}

  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.verdict(mutant)]));
  }

  verdict(mutant) {
    if (this.isProse(mutant)) return { status: 'compileError', reason: 'words, which transcripts hold' };
    return drawn(mutant) < SHARE ? PASSED : { status: 'compileError', reason: 'not in the sample' };
  }

  /** What people read is held by the transcripts of test/golden, which no mutant is tried against: they start too much. */
  isProse({ mutatorName, fileName, location: { start, end } }) {
    if (mutatorName !== 'StringLiteral') return false;
    const lines = this.texts.get(fileName) ?? readFileSync(fileName, 'utf8').split('\n');
    this.texts.set(fileName, lines);
    const found = lines.slice(start.line, end.line + 1);
    const text = found.map((line, index) =>
      line.slice(index === 0 ? start.column : 0, index === found.length - 1 ? end.column : undefined),
    );
    return text.join('\n').includes(' ');
  }
}

/** A number below 1 that depends on the seed and on what is mutated into what, and on nothing else. */
function drawn({ fileName, location: { start, end }, mutatorName, replacement }) {
  const what = [SEED, relative(process.cwd(), fileName), start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash('sha256').update(what.join('\n')).digest().readUInt32BE() / 2 ** 32;
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sample }];

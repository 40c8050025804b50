// The least that `cost --json` could take: the packages that read a command line, a workload and a number, and a prepared answer.
// argv: the workload file, the answer.
import { readFileSync, writeSync } from 'node:fs';
import { Command } from 'commander';
import { Decimal } from 'decimal.js';
import { LineCounter, parseDocument } from 'yaml';

const [, , workload = '', answer = ''] = process.argv;
new Command('floor')
  .argument('<file>')
  .argument('<answer>')
  .action(() => {
    parseDocument(readFileSync(workload, 'utf8'), { lineCounter: new LineCounter() }).toJS();
    if (new Decimal('1.5').times('2').toString() !== '3') throw new Error('decimal.js');
    for (let text = readFileSync(answer), done = 0; done < text.length;) done += writeSync(1, text, done);
  })
  .parse();

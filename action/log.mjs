// The log, the summary and the outputs of a step. A runner takes lines of a log for commands, so other people's text is printed
// between marks that switch this off.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** Something that the person who wrote the workflow can put right. */
export class Mistake extends Error {}

/** Prints text that may hold anything. */
export function print(text) {
  const mark = randomUUID();
  process.stdout.write(`::stop-commands::${mark}\n${text.trimEnd()}\n::${mark}::\n`);
}

/** A line that GitHub shows on the page of the run: an error, a warning or a notice. */
export function annotate(kind, text) {
  const escaped = text.trim().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::${kind} title=apigw-advisor::${escaped}\n`);
}

/** Adds to a file that the runner named. Other runners may name none. */
function append(variable, text) {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}

export const summarize = (markdown) => append('GITHUB_STEP_SUMMARY', `${markdown}\n`);

export function setOutputs(outputs) {
  const mark = randomUUID();
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`);
  append('GITHUB_OUTPUT', lines.join(''));
}

import { join } from 'node:path';
import type { Ports } from '../ports.ts';

/** An example of the package that one may start from. */
export interface Story {
  readonly name: string;
  /** What it is about, in a line. */
  readonly about: string;
  readonly text: string;
}

/** Where an editor finds the schema: that of the repository lies beside its examples. */
const [BESIDE, ADDRESS] = ['$schema=../schema/', '$schema=https://unpkg.com/apigw-advisor/schema/'];

/** The examples, each with the comment that it begins with, below the line for editors. */
export function stories(ports: Ports): readonly Story[] {
  const folder = join(ports.root, 'examples');
  return ports
    .namesIn(folder)
    .filter((file) => file.endsWith('.yaml') && file !== 'starter.yaml')
    .toSorted()
    .map((file) => {
      const text = new TextDecoder().decode(ports.readFile(join(folder, file)));
      const about = /^# (?!yaml-language-server)(.*)$/m.exec(text)?.[1] ?? '';
      return { name: file.slice(0, -'.yaml'.length), about, text: text.replace(BESIDE, ADDRESS) };
    });
}

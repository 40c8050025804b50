import type { Command } from 'commander';
import type { Ports } from '../ports.ts';
import { PLACES, type Place } from './places.ts';
import { standing, type Standing, type Word } from './standing.ts';

/** What a shell does beside offering words, as the scripts of Tab read it. */
const DO = { files: 0, goesOn: 2, nothing: 4, folders: 16 } as const;

/**
 * Prints what can stand at the cursor of a command line, for the script of a shell: a word a line, with what it says behind a tab,
 * and in the last line what the shell does beside. Whatever goes wrong, the shell offers files as it does for any program.
 * @param programFor the commands for the words of a command line.
 */
export async function complete(typed: readonly string[], programFor: (words: readonly string[]) => Command, ports: Ports): Promise<void> {
  try {
    const { known, wanted } = standing(programFor(typed), typed);
    const place = wanted === null ? null : placeOf(wanted);
    const found = place === null ? [] : await wordsIn(place, typed, ports);
    const lines = [...known, ...found].map(({ word, says }) => `${word}\t${says.replaceAll(/\s+/g, ' ')}\n`);
    ports.stdout.write(`${lines.join('')}:${does(place, found)}\n`);
  } catch {
    ports.stdout.write(`:${DO.files}\n`);
  }
}

/** @throws where no place is known: a test names it before any user does. */
function placeOf({ of, takes }: NonNullable<Standing['wanted']>): Place {
  const place = PLACES[`${of} ${takes}`] ?? PLACES[takes];
  if (place === undefined) throw new Error(`nothing says what can stand for ${takes}`);
  return place;
}

async function wordsIn({ words, files, isList }: Place, typed: readonly string[], ports: Ports): Promise<readonly Word[]> {
  const at = (typed.at(-1) ?? '').replace(/^--[^=]*=/, '');
  const before = isList ? at.slice(0, at.lastIndexOf(',') + 1) : '';
  // Of words and files, a shell can offer one: files, until a letter says otherwise.
  if (words === undefined || (files && at === '')) return [];
  const taken = before.split(',');
  return (await words(ports, typed))
    .filter(({ word }) => !taken.includes(word))
    .map(({ word, says }) => ({ word: before + word, says }))
    .filter(({ word }) => word.startsWith(at));
}

/** Words stand alone: a shell would look for files of their names. */
function does(place: Place | null, found: readonly Word[]): number {
  return DO[(found.length === 0 ? place?.files : undefined) ?? 'nothing'] + (place?.goesOn ? DO.goesOn : 0);
}

import { reasonOf, type ListAddress, type Missed } from './indexes.ts';
import { FetchError, type PriceServer, type ServedFile } from './server.ts';

export interface Downloaded extends ListAddress {
  readonly file: ServedFile;
}

/** As a browser does with one server. */
const AT_ONCE = 4;

/** Of the lists of one Region none has a tenth of it, but that of Amazon EC2. */
const MOST_LIST = 4_000_000_000;

/** When so many lists after one another fail for the network's sake, the others are not tried. */
const MOST_FAILED = 3;

/** @param told is told how many of them are done. */
export async function downloaded(
  lists: readonly ListAddress[],
  server: PriceServer,
  told: (done: number, all: number) => void,
): Promise<{ readonly files: readonly Downloaded[]; readonly missed: readonly Missed[] }> {
  const files: Downloaded[] = [];
  const missed: Missed[] = [];
  let [failed, done] = [0, 0];
  const queue = lists.values();
  const worker = async () => {
    for (const list of queue) {
      try {
        if (failed >= MOST_FAILED) throw new FetchError('not tried: the lists before it could not be fetched');
        files.push({ ...list, file: await server.get(list.path, MOST_LIST) });
        failed = 0;
      } catch (cause) {
        if (cause instanceof FetchError && cause.mayPass) failed += 1;
        missed.push({ service: list.service, region: list.region, because: reasonOf(cause) });
      }
      told((done += 1), lists.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // In the order in which they were asked for, whichever came first.
  const place = new Map(lists.map(({ path }, index) => [path, index]));
  return { files: files.toSorted((a, b) => (place.get(a.path) ?? 0) - (place.get(b.path) ?? 0)), missed };
}

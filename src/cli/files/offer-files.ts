import { OfferError } from '../../intake/offers/refusals.ts';
import type { OfferFile } from '../../intake/offers/read.ts';
import type { Ports } from '../ports.ts';
import { inputName } from './path-bytes.ts';
import { reasonOf } from './read-text.ts';

/** A price list of AWS, which is opened when its bytes are asked for. */
export function offerFile(path: string, ports: Ports): OfferFile {
  const file = inputName(path);
  const chunks = async function* () {
    try {
      yield* ports.chunksOf(path);
    } catch (cause) {
      throw new OfferError({ file, line: null, what: 'cannot be read', because: reasonOf(cause), write: null }, { cause });
    }
  };
  return { file, chunks: chunks() };
}

/** Takes pieces out of an input for as long as it fails in the same way: halves first, single bytes last. */
export async function smallest(input: Buffer, attempt: (bytes: Buffer) => Promise<void>, milliseconds = 20_000): Promise<Buffer> {
  const end = performance.now() + milliseconds;
  const failure = async (bytes: Buffer): Promise<string | null> => {
    try {
      await attempt(bytes);
      return null;
    } catch (error) {
      // The same sentence, whatever figures and names of this input are in it.
      return String(error).replace(/[\d"'`].*/s, '');
    }
  };
  const wanted = await failure(input);
  if (wanted === null) return input;
  let best = input;
  for (let piece = Math.ceil(input.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let at = 0; at < best.length && performance.now() < end;) {
      const without = Buffer.concat([best.subarray(0, at), best.subarray(at + piece)]);
      if ((await failure(without)) === wanted) best = without;
      else at += piece;
    }
  }
  return best;
}

/** A value that is worked out when it is first asked for, and once. */
export function once<T extends object | string>(work: () => T): () => T {
  let done: T | null = null;
  return () => (done ??= work());
}

/** What an object has itself under a name that a person wrote: `toString` is in every object, and in no file. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string | number): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

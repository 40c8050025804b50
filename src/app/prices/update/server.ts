/** A file of a price list, of which a copy is kept here. */
export interface ServedFile {
  /** Whether it is another one than the copy that was kept before. */
  readonly isNew: boolean;
  /** Its bytes, as they were sent: gzipped, or not. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Forgets the copy. */
  drop(): void;
}

/** Where price lists are fetched from. */
export interface PriceServer {
  /** For who must say where from. */
  readonly host: string;
  /**
   * @param path from the root of the price list, in the form that AWS's indexes have.
   * @param most how many bytes it may have.
   * @throws FetchError
   */
  get(path: string, most: number): Promise<ServedFile>;
  /** Forgets the copies of all other files. */
  keepOnly(paths: readonly string[]): void;
  /** Lets go of connections. */
  close(): void;
}

/** Why a file could not be fetched, in words that can follow the name of the server. */
export class FetchError extends Error {
  /** Whether another try may go better. */
  readonly mayPass: boolean;
  /** For how many seconds the server asks to be left alone. */
  readonly after: number | null;

  constructor(message: string, { mayPass = false, after = null, cause }: Partial<FetchError> = {}) {
    super(message, { cause });
    this.mayPass = mayPass;
    this.after = after;
  }
}

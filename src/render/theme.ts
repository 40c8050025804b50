/** How emphasis is painted; the identity where there is no colour. */
export interface Theme {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
}

const same = (text: string) => text;
export const PLAIN: Theme = { strong: same, faint: same, good: same, warn: same };

/** What a terminal can show. */
export interface Screen {
  readonly theme: Theme;
  readonly columns: number;
  /** False where box drawing would come out as question marks. */
  readonly unicode: boolean;
}

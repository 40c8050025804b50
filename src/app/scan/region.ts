import type { ScannedApi } from '../../intake/templates/scanned.ts';
import { PLACEHOLDERS } from '../../workload/draft.ts';

/** A Region that prices are of, and who says so. */
export interface RegionUsed {
  readonly id: string;
  readonly by: 'option' | 'file' | 'template' | 'nobody';
}

/** The Region of an API: as an option or a file lays it over, or as its template says; else the first Region of AWS, and it is said so. */
export function regionOf({ facts }: ScannedApi, option: string | null, stated: unknown): RegionUsed {
  if (option !== null) return { id: option, by: 'option' };
  if (typeof stated === 'string') return { id: stated, by: 'file' };
  const regions = new Set(facts.flatMap(({ what, value }) => (what === 'region' ? [value] : [])));
  const [only] = regions;
  if (only !== undefined && regions.size === 1) return { id: only, by: 'template' };
  return { id: PLACEHOLDERS.region, by: 'nobody' };
}

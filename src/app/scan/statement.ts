import type { ScannedApi } from '../../intake/templates/scanned.ts';
import { readDraft, type Said } from '../../workload/draft.ts';
import { valueAt, type Mistake, type Path } from '../../workload/mistakes.ts';
import { FRONT_DOORS } from '../../workload/front-doors.ts';
import type { Workload } from '../../workload/schema.ts';
import { laidOut, type LaidOut } from './laid-out.ts';
import type { RegionUsed } from './region.ts';

/** What of a draft can be weighed. */
export interface Settled {
  readonly workload: Workload;
  /** Sections that lack something they require. */
  readonly begun: readonly Path[];
  /** Fields that exclude one another, though templates say both: they are left out. */
  readonly excluded: readonly Mistake[];
}

/** An API as a workload file would state it, as far as its template says. */
export interface Statement extends LaidOut, Settled {
  /** All of it but what is excluded, with sections that lack what they require. */
  readonly said: Said;
}

/**
 * What a template says of an API, with what somebody states besides laid over it.
 * @param over fields of a workload file, which come before those of the template.
 */
export function statementOf(api: ScannedApi, region: RegionUsed, over: Said): Statement {
  const laid = laidOut(api.facts);
  const { name, id } = api;
  const said = merged({ name: name ?? id, ...laid.said }, { ...over, region: region.id });
  // What excludes traffic of its kind excludes it wherever the traffic is stated.
  const { excluded } = settled(withTraffic(api.kind, said));
  const left = excluded.reduce<Said>((whole, { path }) => without(whole, path), said);
  return { ...laid, said: left, ...settled(left), excluded };
}

/** Any traffic of the kind that an API of this kind has, where none is stated: nothing that is told quotes it. */
export function withTraffic(kind: ScannedApi['kind'], said: Said): Said {
  if (FRONT_DOORS[kind].carries === 'realtime') return said['realtime'] === undefined ? { ...said, realtime: { connections: '1' } } : said;
  return said['traffic'] === undefined ? { ...said, traffic: { requests: '1/month' } } : said;
}

export function settled(said: Said, excluded: readonly Mistake[] = []): Settled {
  const { workload, begun, mistakes } = readDraft(said);
  const mistake = mistakes.find(({ path }) => path.length > 0 && valueAt(said, path) !== undefined);
  return mistake === undefined ? { workload, begun, excluded } : settled(without(said, mistake.path), [...excluded, mistake]);
}

/** Sections of both, and of what both say what comes over the other. */
export function merged(under: Said, over: Said): Said {
  const all = Object.entries(over).map(([key, value]): readonly [string, unknown] => {
    const below = under[key];
    return [key, isSection(below) && isSection(value) ? merged(below, value) : value];
  });
  return { ...under, ...Object.fromEntries(all) };
}

function isSection(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of a list, the whole goes: an entry without one of its fields would be another. So does a section that only held it. */
function without(said: Said, [key = '', ...rest]: Path): Said {
  const { [String(key)]: inner, ...others } = said;
  if (rest.length === 0 || !isSection(inner)) return others;
  const left = without(inner, rest);
  return Object.keys(left).length === 0 ? others : { ...others, [String(key)]: left };
}

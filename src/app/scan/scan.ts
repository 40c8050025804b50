import type { Policy } from '../../advise/policy.ts';
import { SEVERITIES } from '../../decide/rule.ts';
import { VERDICT_PAGES } from '../../documents/terms/verdicts.ts';
import { visible } from '../../documents/visible.ts';
import type { Scan } from '../../intake/templates/scan.ts';
import { VERDICTS, type ScannedApi, type ScannedRoute, type Verdict } from '../../intake/templates/scanned.ts';
import type { Gap, Remark } from '../../intake/templates/template.ts';
import type { ItemId } from '../../intake/templates/verdict/item-kinds.ts';
import type { Agreement } from '../../pricebook/contract.ts';
import { bookFor, openPriceBook } from '../../pricebook/price-book.ts';
import type { EditionId, PriceData } from '../../pricebook/sheet.ts';
import type { Answer } from '../answer.ts';
import { importedRemark } from '../staleness.ts';
import { failOnGate, failuresOf } from '../gates/fail-on.ts';
import { anyFailed, linesOf, type Gate } from '../gates/gate.ts';
import { knownRegion } from '../known-place.ts';
import { findingsOn, type ScanFinding } from './findings.ts';
import { overlaysOf, type OverlayOptions } from './overlays.ts';
import { regionOf, type RegionUsed } from './region.ts';
import { statementOf, type Statement } from './statement.ts';
import { movedOf, perMillion, type Moved, type PerMillion, type Unweighed } from './worth.ts';

export interface ScanOptions extends OverlayOptions {
  readonly edition: EditionId;
  readonly region?: string;
  readonly policy?: Policy;
  /** Verdicts and severities of findings, such as `blocked,caution`, on which it fails. */
  readonly failOn?: string;
}

/** An API that templates describe, and all that is to be said of it. */
export interface ApiAnswer {
  readonly api: ScannedApi;
  readonly region: RegionUsed;
  readonly statement: Statement;
  /** What alone keeps it from a better verdict; null where nothing does, or several things do. */
  readonly keptFor: KeptFor | null;
  /** Routes that could leave by themselves, where the API as a whole cannot so easily. */
  readonly leaving: readonly ScannedRoute[];
  /** Of REST APIs only. */
  readonly perMillion: PerMillion | Unweighed | null;
  readonly moved: Moved | Unweighed;
  readonly findings: readonly ScanFinding[];
}

export interface KeptFor {
  readonly item: ItemId;
  /** The verdict without it. */
  readonly otherwise: Verdict;
}

/** All APIs of a run, in the order of their templates. */
export interface ScanAnswer extends Answer {
  readonly apis: readonly ApiAnswer[];
  readonly templates: number;
  /** What may hold an API and was not read. */
  readonly unread: readonly Gap[];
  /** What is odd in templates themselves. */
  readonly noted: readonly Remark[];
  readonly gates: readonly Gate[];
  readonly failOn: readonly string[];
  /** The contract that is known, and whether answers go by it. */
  readonly agreement: Agreement | null;
}

/** What `--fail-on` may name. */
export const FAILING: readonly string[] = [...VERDICTS.filter((one) => one !== 'already-http'), ...SEVERITIES];

/**
 * Says of every API what it is, whether it can be an HTTP API, and what that is worth.
 * @throws UsageError where an option is none; WorkloadError where a file to lay over has mistakes.
 */
export function scan(found: Scan, options: ScanOptions, prices: PriceData): ScanAnswer {
  const book = openPriceBook(prices, options.edition);
  const region = knownRegion(options.region, book);
  const failOn = failuresOf(options.failOn, FAILING);
  const overlayOf = overlaysOf(options, found.apis, book.regions);
  const apis = found.apis.map((api): ApiAnswer => {
    const over = overlayOf(api);
    const used = regionOf(api, region, over['region']);
    const statement = statementOf(api, used, over);
    return {
      api,
      region: used,
      statement,
      keptFor: keptFor(api),
      leaving: leaving(api),
      perMillion: api.kind === 'rest' ? perMillion(used.id, bookFor(book, statement.workload)) : null,
      moved: movedOf(api, statement, book, options.policy),
      findings: findingsOn(api, statement, book),
    };
  });
  const gates = apis.flatMap(({ api, findings }) =>
    failOnGate(failOn, visible(api.name ?? api.id), [
      { word: api.verdict, what: reasonOf(api) },
      ...findings.map(({ id, severity, because }) => ({ word: severity, what: `${id}: ${because}` })),
    ]),
  );
  return {
    apis,
    templates: found.templates,
    unread: found.unread,
    noted: found.remarks,
    gates,
    failOn,
    agreement: book.agreement,
    problems: found.problems,
    failed: anyFailed(gates),
    remarks: [...linesOf(gates), ...importedRemark(prices)],
  };
}

function reasonOf({ verdict, items, gaps }: ScannedApi): string {
  const worst = items.find((one) => one.class === verdict) ?? gaps[0];
  return worst?.because ?? VERDICT_PAGES[verdict].title;
}

const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict);

function keptFor({ kind, verdict, items }: ScannedApi): KeptFor | null {
  const worst = new Set(items.filter((one) => one.class === verdict).map(({ id }) => id));
  const [item] = worst;
  if (kind !== 'rest' || item === undefined || worst.size > 1) return null;
  const rest = items.filter(({ id }) => id !== item).map((one) => one.class);
  const otherwise = rest.toSorted((a, b) => rank(b) - rank(a))[0] ?? 'drop-in';
  return { item, otherwise };
}

const EASY: readonly Verdict[] = ['drop-in', 'workaround'];

function leaving({ kind, verdict, routes }: ScannedApi): readonly ScannedRoute[] {
  return kind === 'rest' ? routes.filter((one) => EASY.includes(one.verdict) && rank(one.verdict) < rank(verdict)) : [];
}

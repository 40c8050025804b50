import type { Report } from '../../portfolio/summary.ts';
import { dollars, text, type ReportTable } from './cells.ts';

/** APIs of templates that can be HTTP APIs: they may be those of workloads, so nothing is added to the savings of the bill. */
export function scannedTable({ scanned }: Pick<Report, 'scanned'>): ReportTable {
  return {
    id: 'templates',
    heading: 'REST APIs in templates that can be HTTP APIs',
    columns: [
      { head: 'A month', fit: true, align: 'right' },
      { head: 'Per million', fit: true, align: 'right' },
      { head: 'API' },
      { head: 'Verdict', fit: true },
      { head: 'Region', fit: true },
      { head: 'Where' },
    ],
    rows: scanned.map(({ api, verdict, region, perMillion, monthly, file, line }) => [
      monthly === null ? text('not stated') : dollars(monthly),
      perMillion === null ? text('not published') : dollars(perMillion),
      text(api),
      text(verdict),
      text(region),
      text(line === null ? file : `${file}:${line}`),
    ]),
  };
}

/** What stands under it. */
export const APART = 'What moving saves, before what workarounds cost. It is in no sum: the bill may hold these APIs as workloads.';

import { judged, placeText, type Linted } from '../../app/lint/linted.ts';
import { countsInWords } from '../../render/recommend/findings.ts';
import { sentence } from '../../render/recommend/words.ts';
import { dotted } from '../../workload/mistakes.ts';
import { written } from './written.ts';

export async function linted(all: readonly Linted[]): Promise<string> {
  return all
    .map((one) =>
      written({ title: one.workload, beside: judged(one) }, [
        {
          heading: null,
          lead: countsInWords(one.findings),
          list: one.findings.map((finding) => {
            const { severity, rule, because, remedy, path } = finding;
            return `${severity} ${rule.id} (${placeText(one, finding)} ${dotted(path)}): ${sentence(because)} ${remedy}`;
          }),
        },
      ]),
    )
    .join('\n');
}

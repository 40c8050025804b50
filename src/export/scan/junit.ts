import { placesText, placeText } from '../../app/scan/places.ts';
import type { ApiAnswer, ScanAnswer } from '../../app/scan/scan.ts';
import { ITEM_KINDS } from '../../intake/templates/verdict/item-kinds.ts';
import { sentence } from '../../render/recommend/words.ts';
import { becauseOf, nameOf, whatItIs } from '../../render/scan/words.ts';
import { junitXml, type Case } from '../junit.ts';

/** What `--fail-on` stands for where nobody gives it. */
const FAILING: readonly string[] = ['blocker'];

/**
 * A suite for each API, with a case for its verdict, for each thing that an HTTP API lacks and for each finding. What
 * `--fail-on` names are failures; the others pass and say their text. A file that could not be read is an error.
 */
export function scanJunit({ apis, problems, failOn }: ScanAnswer): string {
  const failing = failOn.length > 0 ? failOn : FAILING;
  const suites = apis.map((one) => ({ name: `${nameOf(one.api)}: ${whatItIs(one.api)}`, cases: casesOf(one, failing) }));
  return junitXml('apigw-advisor scan', suites, problems);
}

function casesOf({ api, findings }: ApiAnswer, failing: readonly string[]): readonly Case[] {
  const failure = (word: string, message: string) => (failing.includes(word) ? { type: word, message } : null);
  const because = sentence(becauseOf(api));
  return [
    {
      file: api.at.file,
      name: `verdict ${api.verdict}`,
      line: api.at.line,
      failure: failure(api.verdict, because),
      text: [placeText(api.at), because],
    },
    ...api.items.map((one): Case => {
      return {
        file: one.at.file,
        name: `${one.class} ${one.id} of ${one.resource}`,
        line: one.at.line,
        failure: null,
        text: [
          `${one.class}: ${placesText(one)}`,
          `${ITEM_KINDS[one.id].title}: ${sentence(one.because)}`,
          sentence(one.remedy),
          one.source,
        ],
      };
    }),
    ...findings.map(({ id, severity, because: why, remedy, at, sources }): Case => {
      const fails = failure(severity, sentence(why));
      return {
        file: at.file,
        name: `${id} at ${placeText(at)}`,
        line: at.line,
        failure: fails,
        text: [fails === null ? `${severity}: ${placeText(at)}` : placeText(at), sentence(why), sentence(remedy), ...sources],
      };
    }),
  ];
}

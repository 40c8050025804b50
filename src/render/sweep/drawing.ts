import type { SweepResult, SweptPart } from '../../app/sweep/sweep.ts';
import { importedWords } from '../../estimate/disclose.ts';
import { isLaid } from '../../pricebook/contract.ts';
import { px, short } from '../html/chart.ts';
import { markup, type Html } from '../html/markup.ts';
import { axisTitle } from './axis-words.ts';
import { gridPanel } from './grid-panel.ts';
import { BROAD, signsIn, SOFT, words, type Panel, type Sheet } from './lettering.ts';
import { linePanel } from './line-panel.ts';
import { CARRIES, turnText } from './words.ts';

/** A sweep as a file of its own, for a slide. */
export function sweepSvg(result: SweepResult): string {
  return `${sweepDrawing('sweep', result, BROAD).html}\n`;
}

/** A sweep as a drawing on white that scales with what it stands in; a panel for requests, and one for connections. */
export function sweepDrawing(id: string, result: SweepResult, sheet: Sheet): Html {
  const { costed, over, parts } = result;
  const [first, second] = over;
  const { font, width, margin } = sheet;
  const inner: Sheet = { ...sheet, width: width - margin * 2 };
  const { estimate } = costed;
  const title = second === undefined ? `What ${estimate.workload} costs` : `The cheapest for ${estimate.workload}`;
  const panels =
    first === undefined
      ? []
      : parts.map((part) => [part, second ? gridPanel(part, first, second, inner) : linePanel(part, first, inner)] as const);
  let at = margin + font * 2;
  const body: Html[] = [];
  for (const [part, panel] of panels) {
    if (parts.length > 1) {
      body.push(words(margin, at + font, font, CARRIES[part.carries], { isStrong: true }));
      at += font * 1.8;
    }
    body.push(markup`<g transform="translate(${margin} ${px(at)})">${(panel satisfies Panel).body}</g>`);
    at += panel.height + font;
  }
  const height = at + font + margin / 2;
  const contract = isLaid(estimate.agreement) ? `, contracted, by ${estimate.agreement.contract.name}` : '';
  const edition = estimate.edition === 'article' ? ', article edition' : '';
  const source = `apigw-advisor, ${pricesText(estimate.pricesPublished)}${contract}, ${estimate.region}${edition}`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="slide" viewBox="0 0 ${width} ${px(height)}" role="img" aria-labelledby="${id}-title ${id}-description" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', Arial, sans-serif"><title id="${id}-title">${title}</title><desc id="${id}-description">${description(result)}</desc><rect width="${width}" height="${px(height)}" fill="#ffffff"/>${words(margin, margin + font, font + 4, short(title, signsIn(inner.width, font + 4)), { isStrong: true })}${body}${words(margin, height - margin / 2, font - 3, short(source, signsIn(inner.width, font - 3)), { fill: SOFT })}</svg>`;
}

/** What the drawing shows, for whoever cannot see it. */
function description({ over, parts }: SweepResult): string {
  const [first, second] = over;
  if (first === undefined) return '';
  const range = over.map(
    (one) => `${axisTitle(one)} from ${one.axis.said(one.values[0] ?? 0n)} to ${one.axis.said(one.values.at(-1) ?? 0n)}`,
  );
  const turns = second === undefined ? parts.flatMap((part: SweptPart) => part.turns.map((turn) => turnText(turn, part, first.axis))) : [];
  return [`Over ${range.join(' and ')}.`, ...turns].join(' ');
}

function pricesText(dates: SweepResult['costed']['estimate']['pricesPublished']): string {
  const [oldest, newest] = [dates.oldest?.slice(0, 7) ?? null, dates.newest?.slice(0, 7) ?? null];
  if (oldest === null) return 'undated prices';
  return `prices of ${oldest}${newest === null || newest === oldest ? '' : ` to ${newest}`}${importedWords(dates)}`;
}

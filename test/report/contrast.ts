/**
 * Runs in a page, as text: the marks of its charts that stand out too little from the card behind them. Words need 4.5:1
 * and shapes 3:1 (https://www.w3.org/TR/WCAG22/#contrast-minimum, #non-text-contrast); the inspector of pages knows
 * only words outside drawings. Rails, rules and links between bars say nothing that is not stated by the bars.
 */
export const faintMarks = `(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  return [...document.querySelectorAll('svg text, svg rect:not(.track), svg circle, .key i')].flatMap((mark) => {
    const card = getComputedStyle(mark.closest('figure') ?? document.body).backgroundColor;
    const style = getComputedStyle(mark);
    const colour = mark.tagName === 'I' ? style.backgroundColor : style.fill;
    const least = mark.tagName === 'text' ? 4.5 : 3;
    return ratio(colour, card) < least ? [mark.outerHTML.slice(0, 80) + ' ' + ratio(colour, card)] : [];
  });
})()`;

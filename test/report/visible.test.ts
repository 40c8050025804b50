import { describe, expect, test } from 'vitest';
import { hiddenSigns, isPlainText, visible } from '../../src/report/visible.ts';
import { jsonText } from '../../src/report/json.ts';

const everySign = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code));

describe('what a terminal would obey, or not show', () => {
  test('no sign of plain text is hidden, but the line end', () => {
    const both = everySign.filter((sign) => isPlainText(sign) && hiddenSigns().test(sign));
    expect(both).toEqual(['\n']);
  });

  test.each(['a\u001b[2Jb', 'a\u202eb', 'a\u200bb', 'a\u00adb', 'a\ud800b', 'a\u{e0041}b', 'a\nb'])('%j is written out', (text) => {
    expect(visible(text)).toMatch(/^a\\u[\da-f{}]+.*b$/);
    expect(JSON.parse(jsonText({ text }))).toEqual({ text });
  });

  test.each(['Zürich – “a” → b', 'plain'])('%j stays', (text) => {
    expect(visible(text)).toBe(text);
  });
});

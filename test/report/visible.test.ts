import { describe, expect, test } from 'vitest';
import { hiddenSigns, isPlainText, visible } from '../../src/documents/visible.ts';
import { jsonText } from '../../src/documents/json.ts';
import { run } from '../run.ts';

const everySign = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code));

describe('what a terminal would obey, or not show', () => {
  test('no sign of plain text is hidden, but the line end', () => {
    const both = everySign.filter((sign) => isPlainText(sign) && hiddenSigns().test(sign));
    expect(both).toEqual(['\n']);
  });

  test.each(['a\u001b[2Jb', 'a\u202eb', 'a\u200bb', 'a\u00adb', 'a\ud800b', 'a\u{e0041}b', 'a\nb', 'a\ufffeb', 'a\u2800b', 'a\u3164b'])(
    '%j is written out',
    (text) => {
      expect(visible(text)).toMatch(/^a\\u[\da-f{}]+.*b$/);
      expect(JSON.parse(jsonText({ text }))).toEqual({ text });
    },
  );

  test('a command line that is said back is written out', async () => {
    const { stderr, exitCode } = await run(['cost\u001b[2J']);
    expect(stderr).toContain('cost\\u001b[2J');
    expect(stderr).not.toContain('\u001b');
    expect(exitCode).toBe(2);
  });

  test.each(['Zürich – “a” → b', 'plain', '❤️', 'AWS::ApiGateway::RestApi', '#1 ## 2', '::1'])('%j stays', (text) => {
    expect(visible(text)).toBe(text);
  });

  test.each(['##vso[task.setvariable variable=PATH]x', '##[add-mask]x', '::add-mask::x', 'and ::error::x', "##teamcity[x name='y']"])(
    '%j is no command in the log of a pipeline',
    (text) => {
      expect(visible(text)).not.toMatch(/##\w*\[|(^|\s)::/);
      expect(jsonText({ text })).not.toMatch(/##\w*\[/);
      expect(JSON.parse(jsonText({ text }))).toEqual({ text });
    },
  );
});

// Fields put into a workload file by hand of the wizard: whatever else stands in it stays.
import { expect, test } from 'vitest';
import { editWorkload } from '../../src/workload/document.ts';
import { parseSaid, parseWorkload } from '../../src/workload/read.ts';
import type { Edit } from '../../src/workload/stated.ts';

const edit = (path: string, value: string | null, comment: string | null = null): Edit => ({ path: path.split('.'), value, comment });

test('a new file: sections with what they are, values under what was asked, what is open at the end', () => {
  const edits = [
    edit('name', 'orders'),
    edit('traffic', null, 'Requests.'),
    edit('traffic.requests', '1M/month', 'All of them.'),
    edit('waf', null, 'A web ACL.'),
  ];
  expect(editWorkload('# A head.\n\n', edits, ['Must it?'])).toBe(
    '# A head.\n\nname: orders\n\n# Requests.\ntraffic:\n  # All of them.\n  requests: 1M/month\n\n# A web ACL.\nwaf: {}\n\n# open: Must it?\n',
  );
});

test('comments, quotes, order and long lines of a file stay', () => {
  const long = `# ${'a long remark '.repeat(20).trim()}`;
  const before = `${long}\nregion: "us-east-1" # here\n\n# who\nname: 'x'\ntraffic: { requests: 5 } # little\n# last\n`;
  const after = editWorkload(
    before,
    [edit('traffic.response', '5 KB', 'Not inside braces.'), edit('needs', null), edit('needs.canary', 'no', 'Must it?')],
    [],
  );
  expect(after).toBe(
    `${long}\nregion: "us-east-1" # here\n\n# who\nname: 'x'\ntraffic: { requests: 5, response: 5 KB } # little\n\nneeds:\n  # Must it?\n  canary: no\n\n# last\n`,
  );
});

test('a value is replaced, and what was said behind it stays', () => {
  expect(editWorkload('region: us-east-1 # ours\n', [edit('region', 'eu-west-1')], [])).toBe('region: eu-west-1 # ours\n');
});

test('what was open and no longer is leaves the file', () => {
  const before = editWorkload('name: a\n', [edit('region', 'us-east-1')], ['Must it?', 'May it?']);
  expect(before).toContain('# open: Must it?\n# open: May it?\n');
  expect(editWorkload(before, [edit('needs', null), edit('needs.canary', 'no')], ['May it?'])).toBe(
    'name: a\nregion: us-east-1\n\nneeds:\n  canary: no\n\n# open: May it?\n',
  );
});

test('a section that is an alias is written out before it is changed; what it named is not', () => {
  const before = 'a: &both { api-keys: no }\nneeds: *both\n';
  const after = editWorkload(before, [edit('needs.canary', 'yes')], []);
  expect(after).toBe('a: &both { api-keys: no }\nneeds: { api-keys: no, canary: yes }\n');
});

test('JSON stays JSON', () => {
  const after = editWorkload('{"name":"a","region":"us-east-1","traffic":{"requests":"1M"}}', [edit('needs.canary', 'no')], ['Must it?']);
  expect(JSON.parse(after)).toEqual({ name: 'a', region: 'us-east-1', traffic: { requests: '1M' }, needs: { canary: 'no' } });
});

test.each(['null', '~', 'yes', 'a: b', '# x', "it's", '"q"', '- x', '{a}', '*a', '&a', '!t', '100%', '\ttab', 'ünï 😀', '0.10', '1e5'])(
  'the text %j is read back as it is',
  (name) => {
    const text = editWorkload('region: us-east-1\ntraffic: { requests: 1M }\n', [edit('name', name)], []);
    expect(parseWorkload(text, {}).name).toBe(name.trim());
  },
);

test('a mark of byte order and CRLF are no obstacle', () => {
  const after = editWorkload('\ufeffname: a\r\nregion: us-east-1\r\n', [edit('traffic.requests', '1M')], []);
  expect(parseWorkload(after, {})).toMatchObject({ name: 'a', region: 'us-east-1' });
});

test('what a file says so far may lack name, Region, traffic and what its sections require, and nothing else', () => {
  expect(parseSaid('needs: { canary: yes }', {})).toEqual({ needs: { canary: 'yes' } });
  expect(() => parseSaid('regin: us-east-1', {})).toThrow('regin is not a field');
  const begun = 'backend: { lambda: { memory: 512 MB } }';
  expect(parseSaid(begun, {})).toEqual({ backend: { lambda: { memory: '512 MB' } } });
  expect(() => parseSaid('backend: { lambda: { memory: 512 parsecs } }', {})).toThrow('backend.lambda.memory');
  expect(() => parseWorkload(`{ name: a, region: us-east-1, traffic: { requests: 1M }, ${begun} }`)).toThrow('duration is missing');
  expect(() => parseSaid('- a list', {})).toThrow();
  expect(() => parseSaid('', {})).toThrow('the file is empty');
});

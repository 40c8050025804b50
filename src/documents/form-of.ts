import type * as v from 'valibot';

/** What about a document is not as it should be, in words: the first thing that is not, by its place in the document. */
export function formOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]], versions: readonly string[]): string {
  const [issue] = issues;
  const place = (issue.path ?? []).reduce<string>((name, { key }) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
  if (place === '') return 'it is not a document with fields';
  if (issue.received === 'undefined') return `it has no ${place}`;
  if (issue.type === 'check' || issue.type === 'raw_check') return `${place} ${issue.message}`;
  if (issue.type === 'max_length') return `${place} is too long`;
  const received = issue.received.length > 60 ? `${issue.received.slice(0, 60)}…` : issue.received;
  if (place === 'schemaVersion')
    return `its schemaVersion is ${received}, and this version of apigw-advisor reads ${versions.map((one) => `"${one}"`).join(' and ')}`;
  return `${place} is ${received}, which is not allowed there`;
}

/** Words that CloudFormation writes otherwise than with a capital first. */
const WORDS: Readonly<Record<string, string>> = { acl: 'ACL', dns: 'DNS' };

/** `rest_api_id` is RestApiId. */
export const pascal = (name: string): string =>
  name
    .split('_')
    .map((word) => WORDS[word] ?? word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** An attribute of a resource as CloudFormation names it; the id is the reference itself. */
export const attributeName = (name: string): string | null => (name === 'id' ? null : pascal(name));

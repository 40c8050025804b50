// The one comment of the Action on a pull request: found by a hidden mark in its first line, made, updated or removed.

/** What GitHub refused, or why it could not be asked. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * @param body null where there is nothing to say.
 * @returns what was done: made, updated, removed or nothing.
 * @throws Refused where GitHub does not let the token comment, or does not answer.
 */
export async function settled({ api, repository, number, token, mark, body }) {
  const ask = asking(api, token);
  const own = await ownComments(ask, `/repos/${repository}/issues/${number}/comments`, mark);
  const at = (id) => `/repos/${repository}/issues/comments/${id}`;
  const [kept, ...others] = body === null ? [undefined, ...own] : own;
  for (const { id } of others) await ask('DELETE', at(id));
  if (body === null) return own.length > 0 ? 'removed' : 'nothing';
  const text = `${mark}\n${body}`;
  if (kept === undefined) await ask('POST', `/repos/${repository}/issues/${number}/comments`, { body: text });
  else if (kept.body !== text) await ask('PATCH', at(kept.id), { body: text });
  return kept === undefined ? 'made' : 'updated';
}

/** Comments with the mark that the token of a workflow made. Anybody can write the mark, and theirs are left alone. */
async function ownComments(ask, path, mark) {
  const own = [];
  for (let page = 1; ; page += 1) {
    const comments = await ask('GET', `${path}?per_page=100&page=${page}`);
    own.push(...comments.filter(({ user, body }) => user?.login === 'github-actions[bot]' && body?.startsWith(mark)));
    if (comments.length < 100) return own;
  }
}

function asking(api, token) {
  return async (method, path, sent) => {
    const response = await fetch(api + path, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'apigw-advisor',
        'x-github-api-version': '2022-11-28',
      },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      signal: AbortSignal.timeout(20_000),
    }).catch((error) => {
      throw new Refused(error.cause?.message || error.message);
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(`${method} ${path.split('?')[0]} is answered with ${response.status}`, response.status);
    return text === '' ? null : parsed(text);
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('the answer is no JSON');
  }
}

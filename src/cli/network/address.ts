import { UsageError } from '../../errors/errors.ts';

/** AWS's public price list. https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api-fetching-price-list-files-manually.html */
export const AWS_PRICE_LIST = 'https://pricing.us-east-1.amazonaws.com';

/**
 * The address to begin from: AWS's, or that of a mirror.
 * @throws UsageError
 */
export function baseOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new UsageError(
      `--base-url is "${text}", which is no address`,
      'it is an address with https:// and no name, password or question in it',
      `--base-url ${AWS_PRICE_LIST}`,
    );
  return url;
}

/** @param path as AWS's indexes have it: from the root of the server. */
export const under = (base: URL, path: string) => new URL(base.href.replace(/\/$/, '') + path);

/**
 * Whether a server may send us on to an address: on the same server, or from one host of AWS to another, never to one without HTTPS
 * that was not asked for.
 */
export function mayLead(base: URL, to: URL): boolean {
  if (to.username !== '' || to.password !== '') return false;
  if (to.origin === base.origin) return true;
  return [base, to].every(({ protocol, host }) => protocol === 'https:' && host.endsWith('.amazonaws.com'));
}

import { FetchError } from '../../app/prices/update/server.ts';
import { SILENT } from './http.ts';

/** What the system and TLS call what goes wrong on the way, in words. */
const ON_THE_WAY: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name has no address: there is no network here, or a proxy is needed, which HTTPS_PROXY names',
  EAI_AGAIN: 'names cannot be looked up: there is no network here, or a proxy is needed, which HTTPS_PROXY names',
  ECONNREFUSED: 'nothing listens there, or at its proxy',
  ENETUNREACH: 'there is no way to it from here',
  EHOSTUNREACH: 'there is no way to it from here',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  [SILENT]: 'it says nothing any more',
};

const UNTRUSTED = /^(?:CERT_|ERR_TLS_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/** What failed on the way to a server, as an error of ours; what is no fault of the network stays as it is. */
export function onTheWay(cause: unknown): unknown {
  if (cause instanceof FetchError) return cause;
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (UNTRUSTED.test(code))
    return new FetchError(
      `its certificate is not trusted (${code}); that of a company's proxy goes into a file that NODE_EXTRA_CA_CERTS names`,
      { cause },
    );
  const passing = (words: string) => new FetchError(words, { mayPass: true, cause });
  const words = ON_THE_WAY[code];
  if (words !== undefined) return passing(words);
  if (message.startsWith('Proxy connection')) return passing('the proxy closed the connection');
  // What answers without speaking HTTP, or closes in the middle of its answer.
  const isOfNetwork = /^(?:HPE_|ERR_HTTP|ERR_STREAM)|^E[A-Z]+$/.test(code) && !ON_DISK.has(code);
  return isOfNetwork ? passing(`the connection failed: ${code}`) : cause;
}

/** Codes of the disk, not of the network. */
const ON_DISK: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'EISDIR',
  'ENOTDIR',
  'EIO',
  'EFBIG',
]);

import http from 'node:http';
import https from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** What a server answers; its bytes come as they are asked for. */
export interface Reply {
  readonly status: number;
  header(name: string): string | null;
  readonly body: AsyncIterable<Uint8Array>;
  /** Lets go of a body that nobody reads. */
  discard(): void;
}

export interface HttpClient {
  /** @throws Error with the code of the system or of TLS, also while the body is read. */
  get(url: URL, headers: Readonly<Record<string, string>>): Promise<Reply>;
  close(): void;
}

/** The code of a server that was silent for too long. */
export const SILENT = 'SILENT';

/** How many connections are kept open for the next request. */
const CONNECTIONS = 4;

/**
 * The only door to the network.
 * @param silentMs how long a server may say nothing, while a connection is made or in the middle of an answer.
 * @param proxyOf the address of the proxy for a URL; empty where it is reached without one.
 */
export function httpClient(silentMs: number, proxyOf: (url: string) => string): HttpClient {
  const agents = new Map<string, http.Agent>();
  const agentFor = (url: URL): http.Agent => {
    const proxy = proxyOf(url.href);
    const key = `${url.protocol} ${proxy}`;
    const agent = agents.get(key) ?? newAgent(url.protocol === 'https:', proxy);
    agents.set(key, agent);
    return agent;
  };
  return {
    get: async (url, headers) =>
      new Promise((resolve, reject) => {
        const { request } = url.protocol === 'https:' ? https : http;
        const asked = request(url, { headers, agent: agentFor(url) });
        let answering: http.IncomingMessage | null = null;
        // Whoever reads the answer learns only what ended the answer itself.
        const watch = setTimeout(() => (answering ?? asked).destroy(Object.assign(new Error(SILENT), { code: SILENT })), silentMs);
        asked.once('close', () => clearTimeout(watch));
        asked.once('error', reject);
        asked.once('response', (response) => {
          watch.refresh();
          answering = response;
          resolve({
            status: response.statusCode ?? 0,
            header: (name) => response.headers[name]?.toString() ?? null,
            body: watched(response, watch),
            discard: () => asked.destroy(),
          });
        });
        asked.end();
      }),
    close() {
      for (const agent of agents.values()) agent.destroy();
    },
  };
}

async function* watched(response: http.IncomingMessage, watch: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    watch.refresh();
    yield chunk;
  }
}

/** Through a proxy, HTTPS is a tunnel that the proxy cannot look into; plain HTTP is asked of the proxy itself. */
function newAgent(isSecure: boolean, proxy: string): http.Agent {
  const options = { keepAlive: true, maxSockets: CONNECTIONS };
  if (proxy !== '') return isSecure ? new HttpsProxyAgent(proxy, options) : new HttpProxyAgent(proxy, options);
  return isSecure ? new https.Agent(options) : new http.Agent(options);
}

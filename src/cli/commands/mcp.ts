import { join } from 'node:path';
import { serve } from '../../mcp/serve.ts';
import type { Ground } from '../../mcp/tool.ts';
import type { EditionId } from '../../pricebook/sheet.ts';
import type { Ports } from '../ports.ts';
import { pricesOf, type PriceOptions } from '../prices-of.ts';
import { VERSION } from '../version.ts';

export interface McpOptions extends PriceOptions {
  readonly edition: EditionId;
}

/** Serves a client of the Model Context Protocol over standard input and output, until it closes its end. */
export async function mcp(options: McpOptions, ports: Ports): Promise<void> {
  const ground = grounds(options, ports);
  // What is wrong with prices or a contract is said before a client is served.
  await ground();
  if (ports.stdin.isTTY) ports.stderr.write(TO_A_PERSON);
  await serve(
    {
      version: VERSION,
      ground,
      schema: (name) => new TextDecoder().decode(ports.readFile(join(ports.root, 'schema', `${name}.schema.json`))),
    },
    { ...ports.pipe(), complain: (text) => ports.stderr.write(`apigw-advisor mcp: ${text}\n`) },
  );
}

/** By what answers go: read again where a day has passed, on which prices are older and a contract may have ended. */
function grounds(options: McpOptions, ports: Ports): () => Promise<Ground> {
  let known: Ground | null = null;
  return async () => {
    const asOf = options.asOf ?? ports.today();
    if (known?.asOf !== asOf) known = { prices: await pricesOf({ ...options, asOf }, ports), edition: options.edition, asOf };
    return known;
  };
}

const TO_A_PERSON = `This is a server of the Model Context Protocol, which a program starts; it waits for messages on standard input.
  Claude Code   claude mcp add apigw-advisor -- apigw-advisor mcp
  VS Code       code --add-mcp '{"name":"apigw-advisor","command":"apigw-advisor","args":["mcp"]}'
docs/mcp.md of the package has more. Ctrl-D ends it.
`;

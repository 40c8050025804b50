import type { McpOptions } from '../commands/mcp.ts';
import { examples, withPriceOptions, type Usage } from './usage.ts';

export const mcpUsage: Usage = {
  name: 'mcp',
  description: 'serve the same answers to a coding agent, over the Model Context Protocol',
  define(mcp, ports) {
    withPriceOptions(mcp)
      .addHelpText(
        'after',
        examples(
          'claude mcp add apigw-advisor -- apigw-advisor mcp',
          'claude mcp add apigw-advisor -- apigw-advisor mcp --contract contract.yaml --cost contracted',
        ),
      )
      .action(async (options: McpOptions) => (await import('../commands/mcp.ts')).mcp(options, ports));
  },
};

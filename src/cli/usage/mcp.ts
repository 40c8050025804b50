import type { McpOptions } from '../commands/mcp.ts';
import { examples, withPriceOptions, type Usage } from './usage.ts';

export const mcpUsage: Usage = {
  name: 'mcp',
  summary: 'serve the same answers to a coding agent',
  description: 'serve the same answers to a coding agent, over the Model Context Protocol on standard input and output',
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

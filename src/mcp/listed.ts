import type { JSONObject, Tool as Listed } from '@modelcontextprotocol/server';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { decimalText } from '../documents/form.ts';

import { argumentsOf } from './arguments.ts';
import { formOf, mistakenForm } from './forms.ts';
import type { Tool } from './tool.ts';
import { TOOLS } from './tools.ts';

const DECIMAL = v.getDescription(decimalText);

interface Form {
  readonly properties: JSONObject;
  readonly required: string[];
}

/** The tools as a client lists them. */
export async function listedTools(): Promise<Listed[]> {
  const tools = await Promise.all(TOOLS.map((one) => one.load()));
  return tools.map((tool) => ({
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: { type: 'object', ...formAsJson(argumentsOf(tool)), additionalProperties: false },
    outputSchema: outputOf(tool),
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }));
}

/** An answer or mistakes: some clients hold tool errors against it too. */
function outputOf(tool: Tool): Listed['outputSchema'] {
  const [answer, mistakes] = [formAsJson(formOf(tool)), formAsJson(mistakenForm)];
  return {
    type: 'object',
    properties: { ...answer.properties, ...mistakes.properties },
    anyOf: [{ required: answer.required }, { required: mistakes.required }],
  };
}

function formAsJson(schema: v.GenericSchema): Form {
  const { properties = {}, required = [] } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return { properties: withoutPatterns(properties) as JSONObject, required };
}

/** The published schemas say of each decimal how it is written, which would be a third of the list of tools. */
function withoutPatterns(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPatterns);
  if (typeof node !== 'object' || node === null) return node;
  const { pattern: _, ...rest } = node as { pattern?: unknown };
  const isDecimal = (rest as { description?: unknown }).description === DECIMAL;
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !(isDecimal && key === 'description'))
      .map(([key, value]) => [key, withoutPatterns(value)]),
  );
}

import type { JSONObject, Tool as Listed } from '@modelcontextprotocol/server';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { argumentsOf } from './arguments.ts';
import { formOf, mistakenForm } from './forms.ts';
import type { Tool } from './tool.ts';
import { TOOLS } from './tools.ts';

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
    properties: Object.fromEntries(
      Object.entries({ ...answer.properties, ...mistakes.properties }).map(([name, one]) => {
        const { description, ...form } = one as { description?: string };
        return [name, { ...(description === undefined ? {} : { description }), ...(bare(form) as JSONObject) }];
      }),
    ),
    anyOf: [{ required: answer.required }, { required: mistakes.required }],
  };
}

function formAsJson(schema: v.GenericSchema): Form {
  const { properties = {}, required = [] } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return { properties: properties as JSONObject, required };
}

/** What the published schemas say more of each field, which a client may read as resources, would be half of the list. */
const MORE = new Set(['description', 'pattern', 'additionalProperties']);

/** @param isNames whether keys are those of fields, which may be called like one of these. */
function bare(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((one) => bare(one));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => isNames || !MORE.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, bare(one, !isNames && key === 'properties')]));
}

import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import { costSchema } from '../../src/report/cost-schema.ts';
import { workloadSchema } from '../../src/workload/schema.ts';

// Accept changes with `npx vitest -u`.
test.each([
  ['workload', workloadSchema],
  ['cost', costSchema],
])('schema/%s.schema.json is fresh', async (name, schema) => {
  const json = { $id: `https://unpkg.com/apigw-advisor/schema/${name}.schema.json`, ...toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) };
  await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}.schema.json`);
});

import * as v from 'valibot';
import { PAGE_KINDS } from '../../documents/explain/schema.ts';
import { described } from '../../documents/form.ts';
import { UsageError } from '../../errors/errors.ts';
import { tool } from '../tool.ts';

const text = v.string();

export const explain = tool({
  name: 'explain',
  title: 'Explain an id',
  description:
    'What is known about any id that an answer has, or about a field of a workload such as traffic.requests: what it means, and AWS’s pages. ' +
    'With list, the ids of a kind, such as all fields of a workload.',
  takes: {
    id: v.exactOptional(described(text, 'Such as response-streaming, apigateway/http-requests or traffic.peak; with list, how ids begin.')),
    list: v.exactOptional(described(v.picklist(PAGE_KINDS), 'The kind of which ids are listed, in place of a page.')),
  },
  gives: {
    results: described(
      v.array(v.looseObject({ kind: v.picklist(PAGE_KINDS), id: text })),
      'One page for each kind of thing that has the id; or a title for each id.',
    ),
  },
  async answer({ id, list }, { prices, edition }) {
    if (id === undefined && list === undefined)
      throw new UsageError('explain takes id or list', 'an id has a page, and a kind has a list of ids', 'id response-streaming');
    const app = await import('../../app/explain/explain.ts');
    const whole = { isAnswered: true, problems: [], remarks: [] } as const;
    const words = await import('../words/explained.ts');
    if (list !== undefined || id === undefined) {
      const names = app.listOf(list).filter((one) => one.id.startsWith(id ?? ''));
      return { ...whole, document: app.explainListDocument(names), words: async () => words.listed(names) };
    }
    const pages = app.explain(id, { edition }, prices);
    return { ...whole, document: app.explainDocument(pages), words: async () => words.explained(pages, edition) };
  },
});

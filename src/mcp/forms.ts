import * as v from 'valibot';
import { contractEntries } from '../documents/contract.ts';
import { described, problemSchema } from '../documents/form.ts';
import type { Tool } from './tool.ts';

const day = v.nullable(v.string());

const basisForm = described(
  v.object({
    edition: described(v.picklist(['aws', 'article']), 'Whose facts: what AWS publishes, or the article.'),
    asOf: described(v.string(), 'The day of the answer.'),
    lists: described(
      v.array(
        v.object({
          list: described(v.picklist(['packaged', 'imported']), 'What the package carries, or what prices import wrote over it.'),
          imported: day,
          oldest: day,
          newest: day,
        }),
      ),
      'The price lists as a whole; the summary of a result says how old the prices are that it uses.',
    ),
    ...contractEntries,
  }),
  'By what the answer goes.',
);

const leftOut = described(
  v.array(v.object({ list: v.string(), shown: v.number(), of: v.number() })),
  'Lists that are cut short; detail "full" has all of them.',
);

/** The form of `structuredContent`: an answer, or what is wrong with the call. */
export const formOf = ({ gives }: Pick<Tool, 'gives'>) =>
  v.object({
    basis: basisForm,
    ...gives,
    errors: v.exactOptional(described(v.array(problemSchema), 'Of those of several that could not be read.')),
    leftOut: v.exactOptional(leftOut),
  });
export const mistakenForm = v.object({
  problems: described(v.array(problemSchema), 'Of a tool error: where, what, because, and what to write.'),
});

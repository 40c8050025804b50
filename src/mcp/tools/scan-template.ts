import { posix } from 'node:path';
import * as v from 'valibot';
import { described } from '../../documents/form.ts';
import { scanSchema } from '../../documents/scan/schema.ts';
import type { Beside, TemplateFile } from '../../intake/templates/template.ts';
import { sourceOf } from '../sources.ts';
import { region, workload } from '../takes.ts';
import { tool } from '../tool.ts';

const { totals, results, unread } = scanSchema.pipe[0].entries;
const { summary, file, line, id, format, region: used, gaps, month, notWeighed } = results.item.entries;
const text = v.string();

export const scanTemplate = tool({
  name: 'scan_template',
  title: 'Scan templates',
  description:
    'Which REST APIs of CloudFormation, SAM, CDK (cdk.out), Terraform, serverless.yml or OpenAPI can be HTTP APIs, what blocks the others and ' +
    'where, and what moving saves. Give the text of each file; what one refers to is read only where it is given too.',
  takes: {
    files: described(
      v.pipe(
        v.array(v.strictObject({ name: described(text, 'Its path, such as infra/template.yaml.'), text })),
        v.minLength(1),
        v.maxLength(500),
      ),
      'Templates, and the files that they refer to.',
    ),
    requests: v.exactOptional(described(text, 'Requests of each API, such as 50M/month, to price a month.')),
    workload: v.exactOptional(described(workload, 'What no template says, laid over every API, or over that of its name.')),
    ...region,
  },
  gives: {
    totals,
    results: v.array(
      v.object({
        summary,
        file,
        line,
        id,
        format,
        region: used,
        items: v.array(v.object({ id: text, class: text, title: text, because: text, remedy: text, file, line })),
        gaps: v.array(v.object({ what: text, because: text, give: gaps.item.entries.give })),
        steps: v.array(v.object({ id: text, what: text })),
        findings: v.array(v.object({ id: text, severity: text, because: text })),
        month,
        notWeighed,
      }),
    ),
    unread,
  },
  async answer({ files, workload: over, ...options }, { prices, edition }) {
    const [{ scan }, { scanDocument }, { scanTemplates }, { READERS }, { notTemplate }] = await Promise.all([
      import('../../app/scan/scan.ts'),
      import('../../app/scan/document.ts'),
      import('../../intake/templates/read-all.ts'),
      import('../../intake/templates/readers.ts'),
      import('../../app/scan/not-template.ts'),
    ]);
    const given = files.map(({ name, text: content }): TemplateFile => ({ file: name, text: content }));
    const found = await scanTemplates(given, besideOf(given), READERS);
    const strange = found.unrecognized.flatMap((one) => notTemplate(one, given.length === 1));
    const overlay = over === undefined ? {} : { with: [sourceOf(over)] };
    const said = scan({ ...found, problems: [...strange, ...found.problems] }, { ...options, ...overlay, edition }, prices);
    return {
      ...said,
      document: scanDocument(said),
      isAnswered: said.apis.length > 0 || said.problems.length === 0,
      words: async (detail) => (await import('../words/scanned.ts')).scanned(said, detail),
    };
  },
});

/** Of what a template refers to, that which the call has given. */
function besideOf(files: readonly TemplateFile[]): Beside {
  const byPath = new Map(files.map(({ file: path, text: content }) => [posix.normalize(path), content]));
  return {
    read: (path) => byPath.get(posix.normalize(path)) ?? { because: 'the call does not give it' },
    list: (folder) =>
      [...byPath.keys()].filter((path) => posix.dirname(path) === posix.normalize(folder)).map((path) => posix.basename(path)),
  };
}

import type { Problem } from '../../../../errors/errors.ts';
import { BOUNDS } from '../../../../reading/bounds.ts';
import { readJson } from '../../../../reading/json.ts';
import type { Gap, Resource, Template, TemplateFile, TemplateReader } from '../../template.ts';
import type { Place, Section, Value } from '../../value.ts';
import { withPutBodies } from '../put-bodies.ts';
import { strangerGaps } from '../strangers.ts';
import { translated } from '../translate/translate.ts';
import { entryOf, listOf, objectOf, planOf, wordOf, type Json, type Planned } from './shape.ts';
import { knownOf, valuesOf } from './values.ts';

/** Reads what `terraform show -json` prints, of a plan or of a state. */
export const terraformPlanReader: TemplateReader = {
  id: 'terraform-plan',
  title: 'Terraform plans',
  endings: /\.json$/i,
  signs: /aws_api_?gateway|aws_lambda_function_url/,
  recognizes: ({ text }) => /^\s*\{/.test(text) && /"format_version"\s*:/.test(text) && /"root_module"\s*:/.test(text),
  read: async (files) => {
    const read = files.map(readPlan);
    return {
      templates: read.flatMap((one) => ('problem' in one ? [] : [one])),
      problems: read.flatMap((one) => ('problem' in one ? [one.problem] : [])),
    };
  },
};

function readPlan({ file, text }: TemplateFile): Template | { readonly problem: Problem } {
  const read = readJson(text.replace(/^\ufeff/, ''), file, BOUNDS.template);
  if ('problem' in read) return read;
  const plan = planOf(objectOf(read.data as Json));
  const known = knownOf(plan.resources);
  // A plan has no lines: https://developer.hashicorp.com/terraform/internals/json-format
  const at: Place = { file, line: null, column: null };
  const keyOf = ({ address }: Planned) => `${file}#${address}`;
  const made = plan.resources.flatMap((of): readonly Resource[] => {
    const said = translated(of.type, valuesOf({ plan, of, at, keyOf }, known));
    if (said === null) return [];
    const properties = withoutLines(said.properties, at) as Section;
    return [{ key: keyOf(of), id: of.address, part: null, type: said.type, properties, at, conditions: [], construct: null, madeBy: null }];
  });
  const resources = withPutBodies(made);
  return {
    file,
    format: 'terraform-plan',
    resources,
    gaps: [...plan.resources.flatMap((of) => commandGap(of, at)), ...strangerGaps(resources)],
    remarks: [],
  };
}

/** A command of the machine that deploys may make an API, or change one. */
function commandGap({ address, provisioners }: Planned, at: Place): readonly Gap[] {
  const commands = listOf(provisioners).filter((one) => wordOf(entryOf(objectOf(one), 'type')) === 'local-exec');
  if (!/\baws\s+apigateway/.test(JSON.stringify(commands))) return [];
  return [{ at, what: `${address} runs a command of API Gateway`, because: 'what a command does is not read', give: null, concerns: null }];
}

/** What a text holds that is read has lines of its own, but none of the file. */
function withoutLines(value: Value, at: Place): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, at, items: value.items.map((item) => withoutLines(item, at)) };
    case 'section': {
      const entries = [...value.entries].map(([name, entry]) => [name, { key: at, value: withoutLines(entry.value, at) }] as const);
      return { ...value, at, entries: new Map(entries) };
    }
    case 'composed':
      return { ...value, at, parts: value.parts.map((part) => (typeof part === 'string' ? part : withoutLines(part, at))) };
    case 'either':
      return { ...value, at, branches: value.branches.map((branch) => branch && withoutLines(branch, at)) };
    default:
      return { ...value, at };
  }
}

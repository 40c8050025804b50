import type { Problem } from '../../../errors/errors.ts';
import type { Beside, Gap, ReadTemplates, Template, TemplateFile, TemplateReader } from '../template.ts';
import type { Entry } from '../value.ts';
import { withBody } from './bodies.ts';
import { formatOf, isDocument, readDocument } from './document.ts';
import { draftsOf } from './draft.ts';
import { macrosOf } from './macros.ts';
import { isTemplate } from './recognize.ts';
import { resolveSection } from './resolve.ts';
import { openRun, type Run } from './run.ts';
import { serverless } from './sam/serverless.ts';
import { openStack, outermost, type Stack } from './stack.ts';

export const cloudFormationReader: TemplateReader = {
  id: 'cloudformation',
  title: 'CloudFormation, SAM and what CDK synthesises',
  endings: /\.(?:ya?ml|json|template)$/i,
  signs: /ApiGateway|AWS::Serverless|AWS::Lambda::Url|AWS::CloudFormation::Stack|Fn::Transform|execute-api/,
  recognizes: isTemplate,
  read: (files, beside) => Promise.resolve(readTemplates(files, beside)),
};

function readTemplates(files: readonly TemplateFile[], beside: Beside): ReadTemplates {
  const read = files.map(readDocument);
  const documents = read.filter(isDocument);
  const problems = read.filter((one): one is Problem => !isDocument(one));
  const included = new Set<string>();
  const noting: Beside = {
    list: (folder) => beside.list(folder),
    read: (path) => {
      included.add(path);
      return beside.read(path);
    },
  };
  const run = openRun(noting, documents);
  const roots = documents.map((document) => openStack(run, document, outermost(document.file)));
  const stacks = deployed(roots);
  run.stacks = stacks;
  const templates = stacks.map((stack) => templateOf(stack, run));
  // A file that is a part of a template is none itself.
  return { templates: templates.filter(({ file }) => !included.has(file) || !documents.some((one) => one.file === file)), problems };
}

/** Each template once: what another of the run nests is deployed by that one, with its arguments. */
function deployed(roots: readonly Stack[]): readonly Stack[] {
  const inner = new Set(roots.flatMap((root) => nestedIn(root).map(({ document }) => document.file)));
  const stacks: Stack[] = [];
  const read = new Set<string>();
  // Of templates that nest one another in a circle, the first.
  for (const root of [...roots.filter(({ document }) => !inner.has(document.file)), ...roots]) {
    if (read.has(root.document.file)) continue;
    const all = [root, ...allNestedIn(root)];
    stacks.push(...all);
    for (const { document } of all) read.add(document.file);
  }
  return stacks;
}

function nestedIn(stack: Stack): readonly Stack[] {
  return [...stack.resources().keys()].flatMap((id) => {
    const inner = stack.nested(id);
    return inner !== null && 'document' in inner ? [inner] : [];
  });
}

const allNestedIn = (stack: Stack): readonly Stack[] => nestedIn(stack).flatMap((inner) => [inner, ...allNestedIn(inner)]);

function templateOf(stack: Stack, { beside, budget }: Run): Template {
  const { document, scope } = stack;
  const { drafts, gaps } = draftsOf(stack);
  const written = stack.root.entries.get('Globals')?.value;
  const globals = written?.kind === 'section' ? resolveSection(written, scope).entries : new Map<string, Entry>();
  const made = serverless(
    drafts.map((draft) => withBody(draft, beside)),
    globals,
    stack.keyOf,
    beside,
    budget,
  );
  const left = [...stack.resources().keys()].flatMap((id): readonly Gap[] => {
    const inner = stack.nested(id);
    return inner === null || 'document' in inner ? [] : [inner];
  });
  return {
    file: document.file,
    format: formatOf(stack.resources()),
    resources: made.resources,
    gaps: [...macrosOf(document.root, beside), ...gaps, ...left, ...made.gaps],
    remarks: document.remarks,
  };
}

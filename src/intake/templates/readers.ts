import { cloudFormationReader } from './cloudformation/reader.ts';
import { openApiReader } from './openapi/reader.ts';
import { serverlessReader } from './serverless/reader.ts';
import type { TemplateReader } from './template.ts';
import { terraformPlanReader } from './terraform/plan/plan.ts';
import { terraformReader } from './terraform/source.ts';

/** Every kind of template that is read: the first that recognizes a file reads it. */
export const READERS: readonly TemplateReader[] = [
  serverlessReader,
  terraformPlanReader,
  cloudFormationReader,
  terraformReader,
  openApiReader,
];

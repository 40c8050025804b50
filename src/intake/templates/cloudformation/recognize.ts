import type { TemplateFile } from '../template.ts';

/**
 * Whether a file is a template, by its content: at its top it says so, or it has resources of types such as AWS::… . What only
 * holds a template, such as a serverless.yml or a plan, has it further in.
 */
export function isTemplate({ text }: TemplateFile): boolean {
  const isJson = /^[\ufeff\s]*\{/.test(text);
  const top = isJson
    ? /[{,]\s*"(?:AWSTemplateFormatVersion|Resources|Transform)"\s*:/
    : /^[\ufeff]?["']?(?:AWSTemplateFormatVersion|Resources|Transform)["']?\s*:/m;
  if (!top.test(text)) return false;
  return (
    /["']?AWSTemplateFormatVersion["']?\s*:/.test(text) ||
    /["']?Type["']?\s*:\s*["']?(?:AWS|Custom|Alexa)::/.test(text) ||
    /["']?Transform["']?\s*:[^:]*AWS::/.test(text)
  );
}

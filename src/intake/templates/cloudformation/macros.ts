import { findItems, textOf } from '../lookup.ts';
import type { Gap } from '../template.ts';
import type { Section } from '../value.ts';

/** Macros of AWS that are worked out here, or change nothing that an API is made of. */
const KNOWN = /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|Include|CodeDeployBlueGreen|SecretsManager-.*)$/;

/** A gap for each macro that may change the whole template. */
export function macrosOf(root: Section): readonly Gap[] {
  return findItems(root, 'Transform').flatMap(({ value, at }): readonly Gap[] => {
    const name = textOf(value.kind === 'section' ? value.entries.get('Name')?.value : value);
    if (name !== null && KNOWN.test(name)) return [];
    return [
      {
        at,
        what: `the macro ${name ?? 'of this template'} is not run`,
        because: 'what it changes is not known',
        give: 'the template as it is deployed',
        concerns: null,
      },
    ];
  });
}

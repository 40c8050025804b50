import type { Beside, Gap, Remark, Resource } from '../template.ts';
import type { Section } from '../value.ts';
import { openDocument } from './document.ts';
import type { Expansion } from './expansion.ts';
import { deriveMethod } from './method.ts';
import { operationsOf } from './operations.ts';
import { deriveRoute } from './route.ts';
import { schemesOf } from './security.ts';
import { deriveOfRest, settingsOf } from './settings.ts';

/** What an API definition says. */
interface ExpandedBody {
  /** Methods or routes, authorizers, gateway responses: each a resource whose id is the API's. */
  readonly resources: readonly Resource[];
  /** Properties of the API that the definition states; those that the API itself states count before them. */
  readonly settings: Section;
  readonly gaps: readonly Gap[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads an OpenAPI definition as the resources that an import of it makes.
 * @param api the API that it is the body of.
 * @param beside where `$ref` may lead to; without it, what is in other files is unknown.
 */
export function expandBody(api: Resource, body: Section, type: 'rest' | 'http', beside: Beside | null = null): ExpandedBody {
  const expansion: Expansion = { api, type, document: openDocument(body, beside), resources: [], gaps: [], remarks: [] };
  const schemes = schemesOf(expansion);
  for (const operation of operationsOf(expansion)) {
    if (type === 'rest') deriveMethod(expansion, schemes, operation);
    else deriveRoute(expansion, schemes, operation);
  }
  if (type === 'rest') deriveOfRest(expansion);
  return { resources: expansion.resources, settings: settingsOf(expansion), gaps: expansion.gaps, remarks: expansion.remarks };
}

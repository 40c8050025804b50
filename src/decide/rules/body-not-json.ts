import { GUIDE } from '../../facts/quotas/quota.ts';
import { FEATURES, type FeatureId } from '../../workload/features.ts';
import { defineRule } from '../rule.ts';

const READ_AS_JSON: readonly FeatureId[] = ['transform-body-vtl', 'validate-body'];
const CALLED = { xml: 'XML', form: 'forms', binary: 'binary' } as const;

export const bodyNotJson = defineRule({
  id: 'body-not-json',
  severity: 'caution',
  topic: 'integration',
  page: () => ({
    title: 'Templates and models of a REST API read JSON only',
    rationale:
      'A mapping template reads a body by JSONPath ($input.json, $input.path) or as one string ($input.body), and $util.parseJson parses JSON. There is no reader of XML, forms or binary bodies: a template can wrap such a body, and cannot pick an element out of it, nor turn an XML answer into JSON. A model is JSON Schema, and a body of another content type passes unchecked.',
    remedy:
      'Convert and check such bodies in a Lambda function or in the service itself, and let the API pass them through. Name the content types of the API, so that others are refused with 415 (passthroughBehavior: NEVER).',
    sources: [
      `${GUIDE}/api-gateway-mapping-template-reference.html`,
      `${GUIDE}/api-gateway-method-request-validation.html`,
      `${GUIDE}/integration-passthrough-behaviors.html`,
    ],
    examples: [
      {
        candidate: 'rest',
        reports: { traffic: { format: 'xml' }, needs: { 'transform-body-vtl': 'yes' } },
        silent: { traffic: { format: 'json' }, needs: { 'transform-body-vtl': 'yes' } },
      },
      {
        candidate: 'rest',
        reports: { traffic: { format: 'form' }, needs: { 'validate-body': 'yes' } },
        silent: { traffic: { format: 'form' }, needs: { 'validate-body': 'no' } },
      },
    ],
  }),
  fields: ['traffic.format', 'needs.transform-body-vtl', 'needs.validate-body'],
  frontDoors: ['rest'],
  inspect({ workload: { traffic }, needs }) {
    const format = traffic?.format;
    if (format === undefined || format === 'json') return [];
    const asked = READ_AS_JSON.filter((feature) => needs(feature));
    if (asked.length === 0) return [];
    const what = asked.map((feature) => FEATURES[feature].name.toLowerCase()).join(' and ');
    return [{ because: `bodies are ${CALLED[format]}, and ${what} of a REST API read JSON`, path: ['traffic', 'format'] }];
  },
});

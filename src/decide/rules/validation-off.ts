import { GUIDE } from '../../facts/quotas/quota.ts';
import { defineRule } from '../rule.ts';

export const validationOff = defineRule({
  id: 'validation-off',
  severity: 'note',
  topic: 'integration',
  page: () => ({
    title: 'Malformed requests reach the backend',
    rationale:
      'A REST API can check required parameters, and bodies against a JSON Schema, before the backend is called: consistent 400s, no function to start, no code to write. A request without a matching model for its content type is not checked, so name the types you take.',
    remedy: 'Attach a model and a request validator to the methods that take bodies, and a model for $default.',
    sources: [`${GUIDE}/api-gateway-method-request-validation.html`],
    examples: [{ candidate: 'rest', reports: { needs: { 'validate-body': 'no' } }, silent: { needs: { 'validate-body': 'yes' } } }],
  }),
  fields: ['needs.validate-body', 'needs.validate-params'],
  frontDoors: ['rest'],
  inspect({ workload: { needs } }) {
    if (needs?.['validate-body'] !== false || needs['validate-params'] === true) return [];
    return [{ because: 'the gateway validates nothing, though a REST API could', path: ['needs', 'validate-body'] }];
  },
});

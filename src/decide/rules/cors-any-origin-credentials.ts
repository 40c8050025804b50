import { defineRule } from '../rule.ts';

export const corsAnyOriginCredentials = defineRule({
  id: 'cors-any-origin-credentials',
  severity: 'caution',
  topic: 'operations',
  page: () => ({
    title: 'Browsers refuse credentials where any site may call',
    rationale:
      'A browser does not hand over an answer to a request with cookies if the answer allows any origin (*): the list of origins must name the site. Echoing every origin instead would hand each visitor’s session to any site that asks.',
    remedy: 'List the origins that may call. If no cookies are needed, allow no credentials.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
      'https://www.w3.org/TR/cors/#resource-requests',
    ],
    examples: [
      {
        candidate: 'http',
        reports: { cors: { origins: 'any', credentials: 'yes' } },
        silent: { cors: { origins: 'listed', credentials: 'yes' } },
      },
      {
        candidate: 'rest',
        reports: { cors: { origins: 'any', credentials: 'yes' } },
        silent: { cors: { origins: 'any', credentials: 'no' } },
      },
    ],
  }),
  fields: ['cors.origins', 'cors.credentials'],
  frontDoors: ['rest', 'http'],
  inspect({ workload: { cors } }) {
    if (cors?.origins !== 'any' || !cors.credentials) return [];
    return [{ because: 'any site may call, and browsers may send credentials', path: ['cors', 'origins'] }];
  },
});

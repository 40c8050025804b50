import { WITHOUT_FUNCTION_URLS } from '../../facts/function-url-regions.ts';
import { defineRule } from '../rule.ts';

export const functionUrlRegion = defineRule({
  id: 'function-url-region',
  severity: 'blocker',
  topic: 'choosing',
  page: () => ({
    title: 'A Region without function URLs',
    rationale: 'AWS lists Regions in which a Lambda function cannot have a URL. Functions themselves run there as everywhere.',
    remedy: 'Put an HTTP API in front of the function, or deploy it in another Region.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html',
      'https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-lambda.html',
    ],
    examples: [
      {
        candidate: 'function-url',
        reports: { region: 'eu-central-2', backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { region: 'eu-central-1', backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
      {
        candidate: 'function-url',
        reports: { region: 'us-gov-west-1', backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
        silent: { region: 'us-west-1', backend: { lambda: { memory: '512 MB', duration: '120 ms' } } },
      },
    ],
  }),
  fields: ['region'],
  frontDoors: ['function-url'],
  inspect({ workload: { region } }) {
    if (!WITHOUT_FUNCTION_URLS.includes(region)) return [];
    return [{ because: `AWS lists ${region} among the Regions in which a function can have no URL`, path: ['region'] }];
  },
});

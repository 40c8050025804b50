import { factsOf, REGIONAL } from '../../facts/regions.ts';
import { defineRule } from '../rule.ts';

const LOOK_IT_UP = 'Look the Region up in the pages of AWS, or put an HTTP API in front of the function.';

export const functionUrlRegion = defineRule({
  id: 'function-url-region',
  severity: 'blocker',
  topic: 'choosing',
  page: () => ({
    title: 'A Region without function URLs',
    rationale: 'AWS lists Regions in which a Lambda function cannot have a URL. Functions themselves run there as everywhere.',
    remedy: 'Put an HTTP API in front of the function, or deploy it in another Region.',
    sources: REGIONAL.functionUrls.sources,
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
    const there = factsOf(region).functionUrls;
    if (there === 'yes') return [];
    const path = ['region'];
    if (there === 'no') return [{ because: `AWS lists ${region} among the Regions in which a function can have no URL`, path }];
    return [{ because: `no page of AWS says whether a function can have a URL in ${region}`, path, remedy: LOOK_IT_UP }];
  },
});

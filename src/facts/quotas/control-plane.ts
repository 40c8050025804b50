import { GATEWAYS } from '../../workload/front-doors.ts';
import { GENERAL_REFERENCE, GUIDE, type Quota } from './quota.ts';

const ALL = { appliesTo: GATEWAYS, adjustable: 'no', sources: [`${GUIDE}/limits.html`] } as const;
const REST = { ...ALL, appliesTo: ['rest'] } as const;
const LINKS = { ...ALL, appliesTo: ['rest', 'http'], sources: [GENERAL_REFERENCE] } as const;
const PORTALS = { ...REST, sources: [GENERAL_REFERENCE] } as const;

/** How often an account may change its APIs; what a pipeline runs into. */
export const CONTROL_PLANE_QUOTAS = [
  { ...ALL, id: 'ctl-total', name: 'Management calls of every kind', value: '10', unit: 'calls per second', note: 'bursts of 40' },
  { ...REST, id: 'ctl-create-deployment', name: 'CreateDeployment', value: '1', unit: 'calls per 5 seconds' },
  {
    ...REST,
    id: 'ctl-create-rest-api-regional',
    name: 'CreateRestApi, for a Regional or private API',
    value: '1',
    unit: 'calls per 3 seconds',
  },
  { ...REST, id: 'ctl-create-rest-api-edge', name: 'CreateRestApi, for an edge-optimized API', value: '1', unit: 'calls per 30 seconds' },
  { ...REST, id: 'ctl-create-api-key', name: 'CreateApiKey', value: '5', unit: 'calls per second' },
  { ...LINKS, id: 'ctl-create-vpc-link', name: 'CreateVpcLink, of version 2', value: '1', unit: 'calls per 15 seconds' },
  { ...LINKS, id: 'ctl-delete-vpc-link', name: 'DeleteVpcLink, of version 2', value: '1', unit: 'calls per 30 seconds' },
  { ...PORTALS, id: 'ctl-create-portal', name: 'CreatePortal', value: '1', unit: 'calls per 3 seconds' },
  {
    ...PORTALS,
    id: 'ctl-publish-portal',
    name: 'PublishPortal, UpdatePortal, DisablePortal and DeletePortal, each',
    value: '2',
    unit: 'calls per 60 seconds',
  },
  { ...ALL, id: 'ctl-create-domain', name: 'CreateDomainName and UpdateDomainName, each', value: '1', unit: 'calls per 30 seconds' },
  { ...REST, id: 'ctl-update-usage-plan', name: 'UpdateUsagePlan', value: '1', unit: 'calls per 20 seconds' },
  { ...REST, id: 'ctl-delete-rest-api', name: 'DeleteRestApi', value: '1', unit: 'calls per 30 seconds' },
  { ...REST, id: 'ctl-put-rest-api', name: 'PutRestApi', value: '1', unit: 'calls per second' },
] as const satisfies readonly Quota[];

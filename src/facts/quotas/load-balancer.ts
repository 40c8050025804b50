import type { Quota } from './quota.ts';

const BALANCER = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application';
const ALB = { appliesTo: ['alb'], sources: [`${BALANCER}/load-balancer-limits.html`] } as const;

/** An Application Load Balancer in place of an API. AWS writes K where these say KB. */
export const LOAD_BALANCER_QUOTAS = [
  { ...ALB, id: 'alb-request-line', name: 'Request line of a request to a load balancer', value: '16', unit: 'KB', adjustable: 'no' },
  { ...ALB, id: 'alb-header', name: 'One header of a request to a load balancer', value: '16', unit: 'KB', adjustable: 'no' },
  {
    ...ALB,
    id: 'alb-request-headers',
    measured: 'headers in KB',
    name: 'Headers of a request to a load balancer together',
    value: '64',
    unit: 'KB',
    adjustable: 'no',
  },
  {
    ...ALB,
    id: 'alb-response-headers',
    name: 'Headers of an answer by a load balancer together',
    value: '32',
    unit: 'KB',
    adjustable: 'no',
  },
  {
    id: 'alb-lambda-payload',
    measured: 'body at a function',
    name: 'Body to, or answer of, a load balancer’s Lambda target',
    value: '1',
    unit: 'MB',
    appliesTo: ['alb'],
    adjustable: 'no',
    sources: [`${BALANCER}/lambda-functions.html`],
  },
  {
    id: 'alb-jwt',
    name: 'Key set of a token issuer, for a load balancer',
    value: '150',
    unit: 'KB',
    appliesTo: ['alb'],
    adjustable: 'no',
    note: 'at most 10 keys, all RS256',
    sources: [`${BALANCER}/listener-verify-jwt.html`],
  },
  {
    id: 'alb-idle-timeout',
    name: 'Silence on a connection of a load balancer',
    value: '4000',
    unit: 'seconds',
    appliesTo: ['alb'],
    adjustable: 'setting',
    note: '60 seconds unless set',
    sources: [`${BALANCER}/edit-load-balancer-attributes.html`],
  },
  {
    id: 'waf-body-alb',
    name: 'Part of a body that AWS WAF sees at a load balancer',
    value: '8',
    unit: 'KB',
    appliesTo: ['alb'],
    adjustable: 'no',
    sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-setting-body-inspection-limit.html'],
  },
] as const satisfies readonly Quota[];

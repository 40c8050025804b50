/** What is odd in what exists, that only a template shows: rules of the rule book judge a workload, which says nothing of it. */
interface OddityKind {
  readonly title: string;
  /** As of a rule: a caution works, at a price or a risk; a note is worth knowing. */
  readonly severity: 'caution' | 'note';
  readonly remedy: string;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/';

export const ODDITY_KINDS = {
  'authorizer-on-preflight': {
    title: 'A method that answers preflight requests demands authorization',
    severity: 'caution',
    remedy: 'no authorization for OPTIONS; of SAM, AddDefaultAuthorizerToCorsPreflight: false',
    source: `${GUIDE}how-to-cors.html`,
  },
  'cache-unused': {
    title: 'A stage has a cache cluster that no method uses',
    severity: 'caution',
    remedy: 'remove the cluster, or enable caching for the methods that it is meant for',
    source: `${GUIDE}api-gateway-caching.html`,
  },
  'function-outlives-integration': {
    title: 'A function may run longer than API Gateway waits for it',
    severity: 'caution',
    remedy: 'a timeout of the function that is no longer than that of the integration',
    source: `${GUIDE}limits.html`,
  },
  'usage-plan-inert': {
    title: 'A usage plan limits nobody, because no method demands an API key',
    severity: 'caution',
    remedy: 'demand a key on the methods that it should guard, or remove the plan',
    source: `${GUIDE}api-gateway-api-usage-plans.html`,
  },
  'cors-twice': {
    title: 'CORS settings and a route answer the same preflight requests',
    severity: 'note',
    remedy: 'keep one of the two',
    source: `${GUIDE}http-api-cors.html`,
  },
  'log-role-not-in-sight': {
    title: 'Execution logs are on, and no template gives API Gateway a role to write them',
    severity: 'note',
    remedy: 'AWS::ApiGateway::Account with a CloudWatchRoleArn, unless the account has one already',
    source: `${GUIDE}set-up-logging.html`,
  },
  'validator-unused': {
    title: 'A request validator validates nothing, because no method names it',
    severity: 'note',
    remedy: 'name it on the methods whose requests it should validate, or remove it',
    source: `${GUIDE}api-gateway-method-request-validation.html`,
  },
} as const satisfies Readonly<Record<string, OddityKind>>;

export type OddityId = keyof typeof ODDITY_KINDS;

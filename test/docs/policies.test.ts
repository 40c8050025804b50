// docs/policies.md: what each policy does, on workloads whose figures come from the program. Accept changes with `npx vitest -u`.
import { expect, test } from 'vitest';
import { advise, type Recommendation } from '../../src/advise/advise.ts';
import type { Policy } from '../../src/advise/policy.ts';
import { QUESTIONS } from '../../src/decide/questions.ts';
import { answer } from '../../src/render/recommend/answer.ts';
import { formatMoney } from '../../src/money/format.ts';
import { parseWorkload } from '../../src/workload/read.ts';
import { awsBook } from '../price-book.ts';

interface Case {
  readonly title: string;
  readonly workload: readonly string[];
  /** Features that are needed; all others of the tree are answered no, but for those left open. */
  readonly needs?: readonly string[];
  /** Features that a section of the workload asks for, or that nobody answers. */
  readonly open?: readonly string[];
  readonly outcome: Recommendation['outcome'];
  readonly picks: string;
  /** Why, in words without figures. */
  readonly because: string;
}

const LAMBDA = 'backend: { lambda: { memory: 512 MB, duration: 60 ms, architecture: arm64 } }';
const CONTAINERS = 'backend: { vpc: { balancer: alb, link: v2 }, p99: 45 s }';
const CONNECTIONS = 'connections: { requestsEach: 20, duration: 60 s }';

const CASES: Readonly<Record<Policy, readonly Case[]>> = {
  'native-first': [
    {
      title: 'Nothing asks for more',
      workload: ['traffic: { requests: 40M/month, request: 1 KB, response: 4 KB }', 'auth: { jwt: { algorithm: RS256 } }', LAMBDA],
      needs: ['auth-jwt'],
      outcome: 'pick',
      picks: 'http',
      because:
        'The tree ends at an HTTP API, which verifies such tokens by itself. A load balancer or the URL of the function would cost less; the answer says so, but does not pick them, because neither has throttles for single routes.',
    },
    {
      title: 'One feature of REST APIs',
      workload: ['traffic: { requests: 40M/month, request: 1 KB, response: 4 KB }', LAMBDA],
      needs: ['usage-plans', 'api-keys'],
      outcome: 'pick',
      picks: 'rest',
      because:
        'Usage plans lead to a REST API, which has all that is needed by itself. That an HTTP API with an authorizer and counters of your own costs less is shown with it, in dollars.',
    },
    {
      title: 'A feature of each type: nothing is native',
      workload: ['traffic: { requests: 40M/month, request: 1 KB, response: 4 KB }', 'auth: { jwt: { algorithm: RS256 } }', LAMBDA],
      needs: ['auth-jwt', 'validate-body'],
      outcome: 'pick',
      picks: 'http',
      because:
        'Validation leads to a REST API, and tokens need a Lambda authorizer there. So no type of API Gateway has both by itself, and what each costs with its help decides between them.',
    },
    {
      title: 'Another front door has it all by itself',
      workload: [
        `traffic: { requests: 3M/month, request: 3 KB, response: 200 KB, ${CONNECTIONS} }`,
        'auth: { jwt: { algorithm: RS256 } }',
        CONTAINERS,
      ],
      needs: ['auth-jwt', 'timeout-over-29s', 'int-vpc-alb'],
      outcome: 'pick',
      picks: 'alb',
      because:
        'Answers later than 29 seconds lead to a REST API, which needs an authorizer for the tokens. The load balancer in front of the containers verifies them by itself and waits as long as it is set to: it is what is native here.',
    },
    {
      title: 'Contested: less than half elsewhere',
      workload: [`traffic: { requests: 800M/month, request: 1 KB, response: 1 KB, ${CONNECTIONS} }`, 'waf: { rules: 2, managedGroups: 1 }', LAMBDA],
      open: ['waf-native'],
      outcome: 'pick',
      picks: 'rest',
      because:
        'A web ACL attaches to a REST API by itself, and to a load balancer too. Both are named, with what each lacks and the question that decides.',
    },
  ],
  cheapest: [
    {
      title: 'The same web ACL',
      workload: [`traffic: { requests: 800M/month, request: 1 KB, response: 1 KB, ${CONNECTIONS} }`, 'waf: { rules: 2, managedGroups: 1 }', LAMBDA],
      open: ['waf-native'],
      outcome: 'pick',
      picks: 'alb',
      because: 'Everything that has all competes, load balancers and function URLs included.',
    },
    {
      title: 'One caller that signs',
      workload: ['traffic: { requests: 6M/month, request: 20 KB, response: 1 KB }', LAMBDA],
      needs: ['auth-iam'],
      outcome: 'pick',
      picks: 'function-url',
      because: 'The URL of a function checks IAM signatures and costs nothing by itself.',
    },
    {
      title: 'Help is in the price',
      workload: ['traffic: { requests: 300M/month, request: 1 KB, response: 1 KB }'],
      needs: ['int-aws-dynamodb'],
      outcome: 'pick',
      picks: 'alb',
      because:
        'A REST API writes to DynamoDB by itself; anything else needs a small function for it. That function is priced at 128 MB and 10 ms, which is printed among the assumptions, and so is the amount from which on the other is cheaper. Even one that is ten times as expensive leaves it so.',
    },
    {
      title: 'Help without a price: a question',
      workload: ['traffic: { requests: 30M/month, request: 1 KB, response: 1 KB }', 'auth: { apiKeys: { onlyCheck: yes } }', LAMBDA],
      open: ['api-keys'],
      needs: ['xray'],
      outcome: 'ask',
      picks: 'rest',
      because: 'Something that a cheaper candidate needs has no price, and so much of it would turn the pick. That is asked, not guessed.',
    },
    {
      title: 'A distribution that is there is kept',
      workload: [
        'traffic: { requests: 100M/month, request: 0 B, response: 10 KB }',
        'edge: { hitRatio: 60%, geography: us, origin: endpoint-disabled }',
        LAMBDA,
      ],
      needs: ['custom-domain'],
      open: ['response-cache', 'waf-native', 'endpoint-edge-optimized'],
      outcome: 'pick',
      picks: 'function-url+cloudfront',
      because: 'What has no distribution is out where the workload states one, and of the rest the cheapest origin is taken.',
    },
  ],
};

function textOf({ workload, needs = [], open = [] }: Case): string {
  const tree = new Set(QUESTIONS.filter(({ id }) => !id.startsWith('article')).flatMap(({ features }) => features));
  const no = [...tree].filter((feature) => !needs.includes(feature) && !open.includes(feature));
  const answers = [...needs.map((feature) => `${feature}: yes`), ...no.map((feature) => `${feature}: no`)].join(', ');
  return `name: example\nregion: us-east-1\n${workload.join('\n')}\nneeds: { ${answers} }\n`;
}

function shown({ workload, needs = [] }: Case): string {
  return [...workload, ...(needs.length === 0 ? [] : [`needs: { ${needs.map((feature) => `${feature}: yes`).join(', ')} }`])].join('\n');
}

function caseOf(one: Case, number: number, policy: Policy): string {
  const advice = advise(parseWorkload(textOf(one), {}), awsBook, { policy });
  expect([advice.outcome, advice.picks.map(({ advised }) => advised.candidate.id).join(', ')], one.title).toEqual([one.outcome, one.picks]);
  const said = answer(advice)
    .slice(1)
    .flatMap(({ lead, words = [] }) => [...(lead === undefined ? [] : [`**${lead}**`]), ...words]);
  const usable = advice.candidates.filter(({ lacks, verdict }) => lacks.length === 0 && (verdict === 'native' || verdict === 'via'));
  const totals = usable.map(({ estimate }) => `${estimate.title} ${formatMoney(estimate.listCost, estimate.bound)}`);
  return [
    `### ${number}. ${one.title}`,
    `\`\`\`yaml\n${shown(one)}\n\`\`\``,
    said.map((text) => `> ${text}`).join('\n>\n'),
    `Outcome: \`${advice.outcome}\`. ${one.because}`,
    `What has all that is needed: ${totals.join(', ')}.`,
  ].join('\n\n');
}

const HEAD: Readonly<Record<Policy, readonly string[]>> = {
  'native-first': [
    'The default. It stays with what has everything by itself:',
    [
      '1. the type at which [the tree](tree.md) ends, where it has all by itself;',
      '2. the same, with settings, code of yours, or help that the workload states anyway;',
      '3. another type of API Gateway that has all by itself, or any type that has it behind a CloudFront distribution that nobody asked for, if no type has all for less with help but without one: the cheapest of these;',
      '4. a load balancer or the URL of a function that has all by itself;',
      '5. where nothing has: what everything costs with its help, first among the types of API Gateway.',
    ].join('\n'),
    'Where another front door has all by itself too, for less than half, the pick is contested, and the answer names both. A distribution that the workload states is kept. In AWS GovCloud, where CloudFront belongs to another account outside the boundary, it is not added.',
  ],
  cheapest: [
    'Whatever has all that is needed for the least total, help included. Help that the workload does not state is priced at a default that is printed as such; help without a price makes a total a lower bound.',
    [
      '- A pick that depends on help says from which amount on another would be cheaper. How often help is called follows from the workload; how long it runs is assumed. Where a function ten times as expensive would turn the pick, the outcome is `ask`.',
      '- A candidate whose total is a lower bound remains possible if the bound is lower, and is named with the amount; the outcome is `ask`.',
      '- A question turns the pick only if it could not supply a yes, and something else can.',
      '- No share is too small to count: a cheaper way that saves a dollar wins. The answer says what it lacks.',
    ].join('\n'),
  ],
};

test('docs/policies.md', async () => {
  const page = [
    '<!-- Generated by test/docs/policies.test.ts; do not edit. -->',
    '# Policies, with worked cases',
    'What [`recommend`](recommendations.md) does under each policy. All cases are in us-east-1; what the tree asks for and a case does not name is answered no. Lines that begin with a bar are printed by the program.',
    ...(Object.keys(CASES) as Policy[]).flatMap((policy) => [
      `## \`--policy ${policy}\``,
      ...HEAD[policy],
      ...CASES[policy].map((one, index) => caseOf(one, index + 1, policy)),
    ]),
  ];
  await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/policies.md');
});

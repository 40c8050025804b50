import type { Question } from './question.ts';
import { accessPolicy } from './questions/access-policy.ts';
import { articleHttpWishes } from './questions/article-http-wishes.ts';
import { articleRestFeatures } from './questions/article-rest-features.ts';
import { bodyTransformed } from './questions/body-transformed.ts';
import { canary } from './questions/canary.ts';
import { clientsMetered } from './questions/clients-metered.ts';
import { edgeManaged } from './questions/edge-managed.ts';
import { gatewayCache } from './questions/gateway-cache.ts';
import { mocked } from './questions/mocked.ts';
import { observed } from './questions/observed.ts';
import { vpcOnly } from './questions/vpc-only.ts';
import { published } from './questions/published.ts';
import { routedByHeader } from './questions/routed-by-header.ts';
import { serverPush } from './questions/server-push.ts';
import { serviceCalled } from './questions/service-called.ts';
import { slow } from './questions/slow.ts';
import { streamed } from './questions/streamed.ts';
import { tlsChosen } from './questions/tls-chosen.ts';
import { validated } from './questions/validated.ts';
import { webAcl } from './questions/web-acl.ts';

/** An API type that the tree can end at. */
export type Leaf = 'websocket' | 'rest' | 'http';

/** A question with where each answer leads, or the end. */
export type Node = Leaf | { readonly question: Question; readonly yes: Node; readonly no: Node };

const ask = (question: Question, yes: Node, no: Node): Node => ({ question, yes, no });

/** REST if any of these is needed; HTTP is what is left. */
const REST_FEATURES: readonly Question[] = [
  vpcOnly,
  accessPolicy,
  clientsMetered,
  webAcl,
  gatewayCache,
  bodyTransformed,
  validated,
  serviceCalled,
  streamed,
  slow,
  observed,
  canary,
  mocked,
  edgeManaged,
  tlsChosen,
  published,
  routedByHeader,
];

/**
 * The whole decision: WebSocket, then what only REST APIs have, then HTTP by default. The questions stand in the
 * order in which a no costs least to take back later.
 */
export const TREE: Node = ask(
  serverPush,
  'websocket',
  REST_FEATURES.reduceRight<Node>((rest, question) => ask(question, 'rest', rest), 'http'),
);

/** The article's own tree, branch for branch; its last question decides nothing. */
export const ARTICLE_TREE: Node = ask(serverPush, 'websocket', ask(articleRestFeatures, 'rest', ask(articleHttpWishes, 'http', 'http')));

import type { Candidate } from '../../candidates/candidate.ts';
import { CANDIDATES } from '../../candidates/index.ts';
import type { Item } from '../../intake/templates/scanned.ts';
import type { ItemId } from '../../intake/templates/verdict/item-kinds.ts';
import type { Said } from '../../workload/draft.ts';

/** Items of which a web ACL on CloudFront is the remedy, and those of which a distribution is. */
const BY_WEB_ACL: readonly ItemId[] = ['web-acl', 'policy-by-address'];
const BY_CLOUDFRONT: readonly ItemId[] = ['edge-optimized', 'stage-cache', 'compression', 'tls-policy', 'routing-rules', ...BY_WEB_ACL];

/** The HTTP API in place of a REST API, with what the remedies of its items put in front of it. */
export function httpInstead(items: readonly Item[], said: Said): Candidate | null {
  const withWebAcl = items.some(({ id }) => BY_WEB_ACL.includes(id)) || said['waf'] !== undefined;
  const behindCloudfront = withWebAcl || said['edge'] !== undefined || items.some(({ id }) => BY_CLOUDFRONT.includes(id));
  const found = CANDIDATES.find(
    ({ composition: { frontDoor, distribution, webAcl } }) =>
      frontDoor === 'http' && (distribution !== null) === behindCloudfront && (webAcl !== null) === withWebAcl,
  );
  return found ?? null;
}

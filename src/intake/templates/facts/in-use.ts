import { idOf, namedWebAcl, type Composition } from '../../../workload/composition.ts';
import { COMPOSITIONS, OTHER_COMPOSITIONS } from '../../../workload/front-doors.ts';
import type { Api } from '../apis/api.ts';
import type { Fact } from '../scanned.ts';
import { endpointOf } from './endpoint.ts';
import { fact } from './seen.ts';

/** Which candidate an API is, by what was found of it: as `inUse` of a workload file takes it. */
export function inUse(api: Api, facts: readonly Fact[]): readonly Fact[] {
  const said = new Set(facts.map(({ what }) => what));
  const isPrivate = api.kind === 'rest' && endpointOf(api).value === 'private';
  // A web ACL on a stage is said to be needed; one on a distribution is just there.
  const hasWebAcl = (named: Composition['webAcl']) =>
    named === null || said.has(named === 'front door' ? 'needs.waf-native' : 'waf.webAcls');
  const is = (one: Composition) =>
    one.frontDoor === api.kind &&
    (one.endpoint === 'private') === isPrivate &&
    one.stageCache === said.has('needs.response-cache') &&
    (one.distribution !== null) === said.has('edge.origin') &&
    (one.distribution === null || one.distribution.plan === 'as stated') &&
    hasWebAcl(namedWebAcl(one));
  const { resource } = api;
  // Of two, the one whose name says more; of what no candidate is, the front door alone.
  const found = [...COMPOSITIONS, ...OTHER_COMPOSITIONS].findLast(is) ?? COMPOSITIONS.find((one) => one.frontDoor === api.kind);
  return found === undefined ? [] : [fact('inUse', idOf(found), { at: resource.at }, resource)];
}

import { idOf, withOptionalWebAcl, type Composition } from '../../../workload/composition.ts';
import { COMPOSITIONS } from '../../../workload/front-doors.ts';
import type { Api } from '../apis/api.ts';
import type { Fact } from '../scanned.ts';
import { endpointOf } from './endpoint.ts';
import { fact } from './seen.ts';

/** Which candidate an API is, by what was found of it: as `inUse` of a workload file takes it. */
export function inUse(api: Api, facts: readonly Fact[]): readonly Fact[] {
  const said = new Set(facts.map(({ what }) => what));
  const isPrivate = api.kind === 'rest' && endpointOf(api).value === 'private';
  const is = (one: Composition) =>
    one.frontDoor === api.kind &&
    (one.endpoint === 'private') === isPrivate &&
    one.stageCache === said.has('needs.response-cache') &&
    (one.distribution !== null) === said.has('edge.origin') &&
    (one.distribution === null || one.distribution.plan === 'as stated') &&
    (!withOptionalWebAcl(one) || said.has('waf.webAcls'));
  const { resource } = api;
  // Of two, the one whose name says more; of what no candidate is, the front door alone.
  const found = COMPOSITIONS.findLast(is) ?? COMPOSITIONS.find((one) => one.frontDoor === api.kind);
  return found === undefined ? [] : [fact('inUse', idOf(found), { at: resource.at }, resource)];
}

import { linksIn, patternOf } from '../../lookup.ts';
import type { Gap } from '../../template.ts';
import type { Link, Value } from '../../value.ts';
import { typeOf } from '../translate/translate.ts';
import { argumentsOf } from './arguments.ts';
import type { Instance, World } from './world.ts';

/** A command of the machine that deploys may make an API, or change one. */
export function commandGap({ address, block, scope }: Instance): readonly Gap[] {
  const { world } = scope.module;
  return block.body.blocks.flatMap(({ type, labels, at, body }) => {
    const command = body.attributes.get('command');
    if (type !== 'provisioner' || labels[0] !== 'local-exec' || command === undefined) return [];
    const value = world.evaluate(command.value, scope);
    if (!/\baws\s+apigateway/.test(patternOf(value))) return [];
    const what = `${address} runs a command of API Gateway`;
    return [{ at, what, because: 'what a command does is not read', give: null, concerns: apisOf(linksIn(value), world) }];
  });
}

/** One that stands for all that its block makes. */
export function unsureGap(instance: Instance): readonly Gap[] {
  const { address, block, key, made, scope, type } = instance;
  if (made.unsure === null || typeOf(type) === undefined) return [];
  const { because, give } = made.unsure;
  const what = `how many of ${address.replace(/\[[^\]]*\]$/, '')} there are`;
  const apis = apisOf([{ kind: 'link', at: block.at, target: key, attribute: null }], scope.module.world);
  return [{ at: block.at, what, because, give, concerns: [...new Set([key, ...(apis ?? [])])] }];
}

const APIS = new Set(['aws_api_gateway_rest_api', 'aws_apigatewayv2_api']);

/** Keys of the APIs that links lead to, directly or by a part of one; null where there are none. */
export function apisOf(links: readonly Link[], world: World): readonly string[] | null {
  const apis = links.flatMap(({ target }): readonly string[] => {
    const instance = world.targets.get(target);
    if (instance === undefined || !('block' in instance)) return [];
    if (APIS.has(instance.type)) return [target];
    if (!/^aws_api_?gateway/.test(instance.type)) return [];
    const { entries } = argumentsOf(instance);
    return linksIn((entries.get('rest_api_id') ?? entries.get('api_id'))?.value).map((link) => link.target);
  });
  return apis.length > 0 ? [...new Set(apis)] : null;
}

/** Links by which a module that is given a value could add to an API. An id inside an ARN or a URL says whom to call. */
export function idsIn(value: Value | null): readonly Link[] {
  switch (value?.kind) {
    case 'link':
      return value.attribute === null || value.attribute === 'RootResourceId' ? [value] : [];
    case 'list':
      return value.items.flatMap(idsIn);
    case 'section':
      return [...value.entries.values()].flatMap((entry) => idsIn(entry.value));
    case 'either':
      return value.branches.flatMap(idsIn);
    default:
      return [];
  }
}

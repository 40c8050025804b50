import { text, unknown } from '../../build-value.ts';
import { textOf } from '../../lookup.ts';
import type { Link, Place, Value } from '../../value.ts';
import { attributeName } from '../translate/names.ts';
import { invocation, INVOKED } from './invocation.ts';
import { FILES, filled } from './functions/files.ts';
import { homeOf } from './marks.ts';
import { policyDocument } from './policy-document.ts';
import type { Instance } from './world.ts';

/** An attribute that no block states: what Terraform works out, and what AWS gives after deployment, which is a link. */
export function computed(instance: Instance, name: string, at: Place): Value {
  const { address, key, isData, scope, type } = instance;
  const { world } = scope.module;
  if (isData) {
    const argument = (word: string) => {
      const stated = instance.block.body.attributes.get(word);
      return stated === undefined ? null : world.evaluate(stated.value, scope);
    };
    switch (`${type}.${name}`) {
      case 'template_file.rendered': {
        const template = argument('template');
        if (template?.kind !== 'text') break;
        // Its lines are counted from where its content begins.
        const { file, line } = homeOf(template);
        return filled(template.text, file, argument('vars'), scope, line);
      }
      case 'local_file.content':
        return FILES.file([argument('filename')], at, scope);
      case 'aws_iam_policy_document.json':
      case 'aws_iam_policy_document.minified_json':
        return policyDocument(instance);
    }
    return unknown(at, `${address} is read when it is deployed`, 'a plan: terraform show -json');
  }
  const link: Link = { kind: 'link', at, target: key, attribute: attributeName(name) };
  const invoked = INVOKED[name];
  if (invoked !== undefined && type.startsWith('aws_lambda_')) return invocation(invoked, link, at);
  if (`${type}.${name}` === 'aws_api_gateway_resource.path') return pathOf(instance, at) ?? link;
  return link;
}

/** The path of a resource of a REST API: its parents' parts before its own. */
function pathOf(instance: Instance, at: Place): Value | null {
  const { world } = instance.scope.module;
  const parts: string[] = [];
  let one: Instance = instance;
  for (let depth = 0; depth < MOST_PARENTS; depth += 1) {
    const [part, parent] = [textOf(world.attributeOf(one, 'path_part', at)), world.attributeOf(one, 'parent_id', at)];
    if (part === null || parent?.kind !== 'link') return null;
    parts.unshift(part);
    if (parent.attribute === 'RootResourceId') return text(`/${parts.join('/')}`, at);
    const target = world.targets.get(parent.target);
    if (target === undefined || !('block' in target) || target.type !== 'aws_api_gateway_resource') return null;
    one = target;
  }
  return null;
}

const MOST_PARENTS = 50;

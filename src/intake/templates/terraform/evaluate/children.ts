import { posix } from 'node:path';
import type { Gap } from '../../template.ts';
import type { Block } from '../hcl/syntax.ts';
import { apisOf, idsIn } from './gaps.ts';
import { instanced } from './instances.ts';
import { moduleOf, scopeOf } from './module.ts';
import type { Child, Module, Scope } from './world.ts';

/** What a module block calls, once for each of its instances; null where it cannot be read, which is a gap then. */
export function childrenOf(module: Module, name: string): readonly Child[] | null {
  const { world, children, declared, prefix } = module;
  const before = children.get(name);
  if (before !== undefined) return before;
  children.set(name, null);
  const block = declared.calls.get(name);
  if (block === undefined) return null;
  const scope = scopeOf(module);
  const source = block.body.attributes.get('source');
  const written = source === undefined ? null : world.evaluate(source.value, scope);
  const place = written?.kind === 'text' ? written.text : '';
  const lost = (because: string, give: string | null) => {
    world.gaps.push({ ...lostModule(block, `${prefix}module.${name}`, place, scope), because, give });
    return null;
  };
  if (!/^\.{1,2}(?:\/|$)/.test(place))
    return lost(
      place === '' ? 'it names no source' : `its source is ${place}, which is not among the files`,
      'a plan: terraform show -json',
    );
  const folder = posix.join(declared.folder, place).replace(/(?<=.)\/$/, '');
  if (ancestors(module).includes(folder)) return lost('it calls itself', null);
  const inside = world.declared(folder);
  if (inside === null) return lost(`there is no Terraform to read in ${folder}`, `the folder ${folder}`);
  const found: Child[] = [];
  for (const made of instanced(block.body, scope)) {
    world.left.modules -= 1;
    if (world.left.modules < 0) return lost('there are too many modules', null);
    const called = { body: block.body, scope: { module, names: made.names } };
    const address = `${prefix}module.${name}${made.suffix}`;
    const child = moduleOf(world, inside, `${address}.`, called, [...module.conditions, ...made.conditions]);
    if (made.unsure !== null) {
      const { because, give } = made.unsure;
      world.gaps.push({ at: block.at, what: `how many of ${prefix}module.${name} there are`, because, give, concerns: null });
    }
    const key = `${world.folder}#${address}`;
    world.targets.set(key, child);
    found.push({ key, made, module: child });
  }
  children.set(name, found);
  return found;
}

function ancestors({ declared, call }: Module): readonly string[] {
  return [declared.folder, ...(call === null ? [] : ancestors(call.scope.module))];
}

/** It may hold an API of its own, or a part of one that it is given. */
function lostModule({ at, body }: Block, name: string, source: string, scope: Scope): Pick<Gap, 'at' | 'what' | 'concerns'> {
  const isOfApis = /api[-_]?gateway|apigw/i.test(`${name.slice(name.lastIndexOf('.') + 1)} ${source}`);
  const given = [...body.attributes.values()].flatMap(({ value }) => idsIn(scope.module.world.evaluate(value, scope)));
  const what = `${name} is not read${isOfApis ? ', and by its name it may make an API' : ''}`;
  return { at, what, concerns: apisOf(given, scope.module.world) };
}

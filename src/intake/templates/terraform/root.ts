import type { Gap, Resource, Template } from '../template.ts';
import { argumentsOf } from './evaluate/arguments.ts';
import { childrenOf } from './evaluate/children.ts';
import { commandGap, unsureGap } from './evaluate/gaps.ts';
import { instancesOf } from './evaluate/resources.ts';
import type { Instance, Module } from './evaluate/world.ts';
import { withPutBodies } from './put-bodies.ts';
import { isApi, strangerGaps } from './strangers.ts';
import { translated, typeOf } from './translate/translate.ts';

/**
 * All that a root module makes, its own and that of the modules that it calls.
 * @param unread what could not be read of each folder.
 */
export function templateOf(root: Module, unread: ReadonlyMap<string, readonly Gap[]>): Template {
  const modules = modulesOf(root);
  const instances = modules.flatMap((module) => [...module.declared.resources.keys()].flatMap((name) => instancesOf(module, name)));
  const made = instances.filter(({ isData }) => !isData);
  const resources = withPutBodies(made.flatMap((instance) => resourceOf(instance) ?? []));
  const folders = [...new Set(modules.map(({ declared }) => declared.folder))];
  const { gaps } = root.world;
  const apis = resources.filter(isApi).map(({ key }) => key);
  // A part of any API of the module may be in what is not read.
  const unreadHere = folders
    .flatMap((folder) => unread.get(folder) ?? [])
    .map((gap) => ({ ...gap, concerns: apis.length > 0 ? apis : null }));
  const files = new Set(made.map(({ block }) => block.at.file));
  const [only] = files;
  return {
    file: files.size === 1 && only !== undefined ? only : root.declared.folder,
    format: 'terraform',
    resources,
    gaps: [...unreadHere, ...gaps, ...made.flatMap(commandGap), ...made.flatMap(unsureGap), ...strangerGaps(resources)],
    remarks: [],
  };
}

function modulesOf(module: Module): readonly Module[] {
  const inside = [...module.declared.calls.keys()].flatMap((name) => childrenOf(module, name) ?? []);
  return [module, ...inside.flatMap((child) => modulesOf(child.module))];
}

function resourceOf(instance: Instance): Resource | null {
  if (typeOf(instance.type) === undefined) return null;
  const { key, address, block, conditions } = instance;
  const said = translated(instance.type, argumentsOf(instance));
  return said && { key, id: address, part: null, ...said, at: block.at, conditions, construct: null, madeBy: null };
}

import { linksIn, patternOf } from '../lookup.ts';
import type { Gap, Resource, Template } from '../template.ts';
import { argumentsOf } from './evaluate/arguments.ts';
import { childrenOf } from './evaluate/children.ts';
import { instancesOf } from './evaluate/resources.ts';
import type { Instance, Module } from './evaluate/world.ts';
import { translated, typeOf } from './translate/translate.ts';

/**
 * All that a root module makes, its own and that of the modules that it calls.
 * @param unread what could not be read of each folder.
 */
export function templateOf(root: Module, unread: ReadonlyMap<string, readonly Gap[]>): Template {
  const modules = modulesOf(root);
  const instances = modules.flatMap((module) => [...module.declared.resources.keys()].flatMap((name) => instancesOf(module, name)));
  const made = instances.filter(({ isData }) => !isData);
  const resources = made.flatMap((instance) => resourceOf(instance) ?? []);
  const folders = [...new Set(modules.map(({ declared }) => declared.folder))];
  const files = new Set(made.map(({ block }) => block.at.file));
  const [only] = files;
  const gaps = [
    ...folders.flatMap((folder) => unread.get(folder) ?? []),
    ...root.world.gaps,
    ...made.flatMap(commandGap),
    ...made.flatMap(unsureGap),
    ...resources.flatMap(strangerGap),
  ];
  return { file: files.size === 1 && only !== undefined ? only : root.declared.folder, format: 'terraform', resources, gaps, remarks: [] };
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

/** A command of the machine that deploys may make an API, or change one. */
function commandGap({ address, block, scope }: Instance): readonly Gap[] {
  return block.body.blocks.flatMap(({ type, labels, at, body }) => {
    const command = body.attributes.get('command');
    if (type !== 'provisioner' || labels[0] !== 'local-exec' || command === undefined) return [];
    const value = scope.module.world.evaluate(command.value, scope);
    if (!/\baws\s+apigateway/.test(patternOf(value))) return [];
    const concerns = linksIn(value).map(({ target }) => target);
    return [
      {
        at,
        what: `${address} runs a command of API Gateway`,
        because: 'what a command does is not read',
        give: null,
        concerns: concerns.length > 0 ? concerns : null,
      },
    ];
  });
}

function unsureGap({ address, block, key, made, type }: Instance): readonly Gap[] {
  if (made.unsure === null || typeOf(type) === undefined) return [];
  const { because, give } = made.unsure;
  return [
    { at: block.at, what: `how many of ${address.replace(/\[[^\]]*\]$/, '')} there are is not known`, because, give, concerns: [key] },
  ];
}

/** A part of an API that another template makes. */
export function strangerGap({ at, id, key, properties }: Resource): readonly Gap[] {
  const api = (properties.entries.get('RestApiId') ?? properties.entries.get('ApiId'))?.value;
  if (api?.kind !== 'unknown') return [];
  return [
    {
      at: api.at.line === null ? at : api.at,
      what: `${id} is of an API that is not known here`,
      because: api.because,
      give: api.give,
      concerns: [key],
    },
  ];
}

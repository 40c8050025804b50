import { section, text } from '../build-value.ts';
import { find, textOf, type Found } from '../lookup.ts';
import type { Place, Section, Text } from '../value.ts';
import { lacks, type Expansion } from './expansion.ts';

/** A method of a path. */
export interface Operation {
  readonly path: Text;
  /** In capitals; `ANY` of `x-amazon-apigateway-any-method`. */
  readonly method: Text;
  readonly at: Place;
  readonly conditions: readonly string[];
  readonly stated: Section;
  /** What stands beside the methods of the path, such as parameters of all of them. */
  readonly item: Section;
}

const METHOD = /^(?:get|put|post|delete|options|head|patch|x-amazon-apigateway-any-method)$/i;

/** Every operation of a definition; what cannot be read among them is a gap. */
export function operationsOf(expansion: Expansion): readonly Operation[] {
  const { document } = expansion;
  for (const { value, at } of document.find('paths')) {
    if (value.kind === 'unknown') lacks(expansion, at, 'the paths of the definition are not known', value.because, value.give);
  }
  const prefix = basePath(expansion);
  return document.entries(document.body, 'paths').flatMap((item): readonly Operation[] => {
    if (item.name.startsWith('x-')) return [];
    if (item.name.startsWith('Fn::')) return missing(expansion, item, 'a part of the paths');
    const path = text(pathBelow(prefix, item.name), item.at);
    if (item.value.kind !== 'section') return missing(expansion, item, item.name);
    const { value } = item;
    return document.entries(value).flatMap((found): readonly Operation[] => {
      const { name, at, value: stated, conditions } = found;
      if (name.startsWith('Fn::')) return missing(expansion, found, item.name);
      if (/^any$/i.test(name)) {
        // SAM writes it for an event of any method that it merges into a definition.
        expansion.remarks.push({
          at,
          what: `the method ${name} of ${item.name} has no effect`,
          because: 'API Gateway knows it as x-amazon-apigateway-any-method',
        });
      }
      if (!METHOD.test(name)) return [];
      const method = text(/any-method/i.test(name) ? 'ANY' : name.toUpperCase(), at);
      const nothing = stated.kind === 'text' && stated.text === '';
      if (stated.kind !== 'section' && !nothing) return missing(expansion, found, `${method.text} ${item.name}`);
      const inside = stated.kind === 'section' ? stated : section(at, {});
      return [{ path, method, at, conditions: [...item.conditions, ...conditions], stated: inside, item: value }];
    });
  });
}

function missing(expansion: Expansion, { name, value, at }: Found & { readonly name: string }, what: string): readonly never[] {
  const [because, give] =
    value.kind === 'unknown'
      ? [value.because, value.give]
      : [name.startsWith('Fn::') ? `${name} is not worked out` : 'it is not a section', null];
  lacks(expansion, at, `${what} of the definition is not known`, because, give);
  return [];
}

/** An import leaves the base path out unless it is told otherwise. https://docs.aws.amazon.com/apigateway/latest/developerguide/import-edge-optimized-api.html */
function basePath({ api, document }: Expansion): string {
  const [mode] = [api.properties.entries.get('BasePath')?.value, ...parametersOf(api.properties)].flatMap((one) => textOf(one) ?? []);
  if (mode !== 'prepend' && mode !== 'split') return '';
  const [stated] = [
    ...document.find('basePath'),
    ...document.find('servers').flatMap(({ value }) => find(value, 0, 'variables', 'basePath', 'default')),
  ];
  const [first = '', ...rest] = (textOf(stated?.value) ?? '').split('/').filter((part) => part !== '');
  const kept = mode === 'split' ? rest : first === '' ? [] : [first, ...rest];
  return kept.map((part) => `/${part}`).join('');
}

const parametersOf = (properties: Section) => {
  const parameters = properties.entries.get('Parameters')?.value;
  return parameters?.kind === 'section' ? [parameters.entries.get('basepath')?.value, parameters.entries.get('basePath')?.value] : [];
};

const pathBelow = (prefix: string, path: string) => (prefix !== '' && path === '/' ? prefix : `${prefix}${path}`);

import { section, text } from '../../build-value.ts';
import { textOf } from '../../lookup.ts';
import type { Resource } from '../../template.ts';
import type { Entry } from '../../value.ts';
import type { Draft } from '../draft.ts';
import { become, derived, kept, linkTo } from './derived.ts';
import { aliasId, urlId } from './names.ts';

/** What SAM makes of a function, besides the routes that its events ask for. */
export function functionOf(draft: Draft): readonly Resource[] {
  const { entries } = draft.properties;
  const tracing = entries.get('Tracing');
  const own = new Map<string, Entry>([...entries].filter(([name]) => !OF_SAM.has(name)));
  if (tracing !== undefined && textOf(tracing.value) !== 'Disabled')
    own.set('TracingConfig', { key: tracing.key, value: section(tracing.key, { Mode: tracing }) });
  const lambda = become(draft, 'AWS::Lambda::Function', { ...draft.properties, entries: own });
  const alias = entries.get('AutoPublishAlias');
  const url = entries.get('FunctionUrlConfig');
  const made: Resource[] = [lambda];
  if (alias !== undefined) {
    const properties = section(alias.key, {
      FunctionName: linkTo(draft.key, alias.key),
      Name: alias,
      ...kept(draft.properties, ['ProvisionedConcurrencyConfig']),
    });
    made.push(derived(draft, aliasId(draft.id), 'AutoPublishAlias', 'AWS::Lambda::Alias', properties));
  }
  if (url?.value.kind === 'section') {
    const properties = section(url.key, {
      TargetFunctionArn: linkTo(draft.key, url.key),
      Qualifier: alias,
      ...kept(url.value, ['AuthType', 'Cors', 'InvokeMode']),
    });
    made.push(derived(draft, urlId(draft.id), 'FunctionUrlConfig', 'AWS::Lambda::Url', properties));
  }
  return made;
}

const OF_SAM = new Set([
  'Events',
  'FunctionUrlConfig',
  'AutoPublishAlias',
  'ProvisionedConcurrencyConfig',
  'Tracing',
  'Policies',
  'CodeUri',
  'InlineCode',
]);

/** A state machine; its events ask for routes. */
export function stateMachineOf(draft: Draft): Resource {
  const { entries } = draft.properties;
  const type = entries.get('Type');
  const own = new Map<string, Entry>([...entries].filter(([name]) => name !== 'Events' && name !== 'Type'));
  own.set('StateMachineType', type ?? { key: draft.at, value: text('STANDARD', draft.at) });
  return become(draft, 'AWS::StepFunctions::StateMachine', { ...draft.properties, entries: own });
}

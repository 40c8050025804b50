import { findEntries, textOf } from '../../lookup.ts';
import type { Entry, Section } from '../../value.ts';
import { entriesIn } from '../document.ts';

/** Ids of the APIs that SAM makes of events that name none. */
export const IMPLICIT = { rest: 'ServerlessRestApi', http: 'ServerlessHttpApi' } as const;

/**
 * Names that a template may use for what SAM makes of its resources, each with the id that it has here. Names with a hash in
 * them cannot be used by a person, and are left out.
 */
export function namesMade(resources: ReadonlyMap<string, Entry>, globals: ReadonlyMap<string, Entry>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const give = (id: string, ...all: readonly string[]) => {
    for (const name of all) if (!names.has(name)) names.set(name, id);
  };
  const stage = (id: string, name: string | null) => {
    give(stageId(id), `${id}.Stage`, `${id}DefaultStage`, `${id}ApiGatewayDefaultStage`, ...(name === null ? [] : [`${id}${name}Stage`]));
    give(`${id}.Deployment`, `${id}.Deployment`);
  };
  for (const [id, { value }] of resources) {
    if (value.kind !== 'section') continue;
    const type = textOf(value.entries.get('Type')?.value) ?? '';
    const properties = entriesIn(value, 'Properties');
    if (type === 'AWS::Serverless::Api') {
      stage(id, textOf(properties.get('StageName')?.value));
      give(usagePlanId(id), `${id}UsagePlan`);
      give(apiKeyId(id), `${id}ApiKey`);
    } else if (type === 'AWS::Serverless::HttpApi' || type === 'AWS::Serverless::WebSocketApi') {
      stage(id, textOf(properties.get('StageName')?.value));
    } else if (type === 'AWS::Serverless::Function') {
      const alias = properties.get('AutoPublishAlias')?.value ?? globalOf(globals, 'Function')?.entries.get('AutoPublishAlias')?.value;
      give(aliasId(id), `${id}.Alias`, ...(textOf(alias) === null ? [] : [`${id}Alias${textOf(alias)}`]));
      give(`${id}.Version`, `${id}.Version`);
      give(`${id}Role`, `${id}Role`);
      give(urlId(id), `${id}Url`);
    } else if (type === 'AWS::Serverless::StateMachine') give(`${id}Role`, `${id}Role`);
    if (!/^AWS::Serverless::(?:Function|StateMachine)$/.test(type)) continue;
    for (const { value: event } of findEntries(value, 'Properties', 'Events')) {
      const kind = event.kind === 'section' ? textOf(event.entries.get('Type')?.value) : null;
      if (kind === 'Api') {
        give(IMPLICIT.rest, IMPLICIT.rest);
        stage(IMPLICIT.rest, 'Prod');
      } else if (kind === 'HttpApi') {
        give(IMPLICIT.http, IMPLICIT.http);
        stage(IMPLICIT.http, null);
      }
    }
  }
  if (names.size > 0) {
    give(SHARED_PLAN, SHARED_PLAN);
    give(SHARED_KEY, SHARED_KEY);
  }
  return names;
}

export const stageId = (api: string) => `${api}.Stage`;
export const usagePlanId = (api: string) => `${api}UsagePlan`;
export const apiKeyId = (api: string) => `${api}ApiKey`;
export const aliasId = (name: string) => `${name}.Alias`;
export const urlId = (name: string) => `${name}Url`;
export const SHARED_PLAN = 'ServerlessUsagePlan';
export const SHARED_KEY = 'ServerlessApiKey';

function globalOf(globals: ReadonlyMap<string, Entry>, kind: string): Section | null {
  const found = globals.get(kind)?.value;
  return found?.kind === 'section' ? found : null;
}

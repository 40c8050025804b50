import { text } from '../../build-value.ts';
import type { Beside, Gap, Resource } from '../../template.ts';
import type { Entry, Section } from '../../value.ts';
import type { Budget } from '../budget.ts';
import type { Draft } from '../draft.ts';
import { grouped } from '../grouped.ts';
import { apiEvents, type ApiEvent } from './events.ts';
import { functionOf, stateMachineOf } from './functions.ts';
import { globalsOf } from './globals.ts';
import { httpApi } from './http-api.ts';
import { IMPLICIT } from './names.ts';
import { restApi } from './rest-api.ts';
import { usagePlans } from './usage-plan.ts';
import { webSocketApi } from './websocket-api.ts';

/** What SAM makes of the resources of a template; those that are not of SAM stay as they are. */
export function serverless(
  drafts: readonly Draft[],
  globals: ReadonlyMap<string, Entry>,
  keyOf: (id: string) => string,
  beside: Beside,
  budget: Budget,
): { readonly resources: readonly Resource[]; readonly gaps: readonly Gap[] } {
  const withGlobals = globalsOf(globals, budget);
  const given = drafts.map(withGlobals);
  const byKey = new Map(given.map((draft) => [draft.key, draft]));
  const asked = given.filter(({ type }) => STARTED.has(type)).map((draft) => apiEvents(draft, byKey));
  const byApi = grouped(
    asked.flatMap(({ events }) => events),
    ({ api }) => api,
  );
  const implicit = Object.entries(IMPLICIT).flatMap(([type, id]) => {
    const events = byApi.get(id);
    if (events === undefined) return [];
    return [withGlobals(implicitApi(id, type === 'rest', events, keyOf(id)))];
  });
  // SAM puts it in the place of a resource that has its id.
  const all = [...given.filter(({ id }) => !implicit.some((one) => one.id === id)), ...implicit];
  const gaps = asked.flatMap((one) => one.gaps);
  const resources = all.flatMap((draft): readonly Resource[] => {
    const events = byApi.get(draft.id) ?? [];
    switch (draft.type) {
      case 'AWS::Serverless::Api':
      case 'AWS::Serverless::HttpApi': {
        const made = draft.type === 'AWS::Serverless::Api' ? restApi(draft, events, beside) : httpApi(draft, events, beside);
        gaps.push(...made.gaps);
        return made.resources;
      }
      case 'AWS::Serverless::WebSocketApi':
        return webSocketApi(draft);
      case 'AWS::Serverless::Function':
        return functionOf(draft);
      case 'AWS::Serverless::StateMachine':
        return [stateMachineOf(draft)];
      default:
        return [draft];
    }
  });
  const plans = usagePlans(
    all.filter(({ type }) => type === 'AWS::Serverless::Api').map((draft) => ({ draft, properties: draft.properties })),
  );
  return { resources: [...new Map([...resources, ...plans].map((one) => [one.key, one])).values()], gaps };
}

const STARTED = new Set(['AWS::Serverless::Function', 'AWS::Serverless::StateMachine']);

/** The API of all events that name none. */
function implicitApi(id: string, isRest: boolean, events: readonly ApiEvent[], key: string): Draft {
  const [{ at, typeAt, owner }] = events as readonly [ApiEvent];
  const stage: readonly (readonly [string, Entry])[] = isRest ? [['StageName', { key: typeAt, value: text('Prod', typeAt) }]] : [];
  const properties: Section = { kind: 'section', at, entries: new Map(stage) };
  const [first = []] = events.map(({ conditions }) => conditions);
  const isAlways = events.some(({ conditions }) => conditions.join() !== first.join());
  return {
    key,
    id,
    part: null,
    type: isRest ? 'AWS::Serverless::Api' : 'AWS::Serverless::HttpApi',
    properties,
    at,
    conditions: isAlways ? [] : [...new Set([...owner.conditions, ...first])],
    construct: null,
    madeBy: 'SAM',
    typeAt,
    written: { kind: 'section', at, entries: new Map() },
  };
}

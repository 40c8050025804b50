import type { Api, Route } from '../apis/api.ts';
import { find, findEntries, textOf, truthOf, type Found } from '../lookup.ts';
import type { Fact, Item, Oddity } from '../scanned.ts';
import type { Resource } from '../template.ts';
import { calledBy } from './services.ts';
import { gap, item, need, oddity, together, typeOf, type Look, type Seen } from './seen.ts';

/** Validators that a method names, where the method says what is valid. */
export const validation: Look = (api) => {
  const used = new Set(api.routes.flatMap((route) => validatorsOf(api, route).map(({ validator }) => validator)));
  const unused = api.world.members(api.resource, 'AWS::ApiGateway::RequestValidator').filter((one) => !used.has(one));
  return together([...api.routes.map((route) => ofRoute(api, route)), { oddities: unused.map(inert) }]);
};

function inert(validator: Resource): Oddity {
  return oddity(
    'validator-unused',
    `the request validator ${validator.id} validates nothing: no method names it`,
    validator,
    typeOf(validator).at,
  );
}

interface Validating {
  readonly validator: Resource;
  readonly flags: Found;
  /** Where the method names it. */
  readonly named: Found;
}

function validatorsOf({ world }: Api, { properties, resource }: Route): readonly Validating[] {
  const inline = find(properties, 'RequestValidator').map((named) => ({ validator: resource, flags: named, named }));
  const linked = find(properties, 'RequestValidatorId').flatMap((named) =>
    world.targets(named.value).map((validator) => ({ validator, flags: { ...named, value: validator.properties }, named })),
  );
  return [...inline, ...linked];
}

function ofRoute(api: Api, route: Route): Seen {
  const stated = [...find(route.properties, 'RequestValidatorId'), ...find(route.properties, 'RequestValidator')];
  const lost = stated.find(({ value }) => value.kind === 'unknown');
  if (lost !== undefined && lost.value.kind === 'unknown')
    return { gaps: [gap(api, `the validator of ${route.label}`, lost.value, lost.at)] };
  return together(
    validatorsOf(api, route).map((one) => {
      const body = modelled(route) ? ofFlag(route, one, 'ValidateRequestBody', 'validate-body', 'body-validated') : {};
      const parameters = demanded(route) ? ofFlag(route, one, 'ValidateRequestParameters', 'validate-params', 'parameters-validated') : {};
      return together([body, parameters]);
    }),
  );
}

/** A model other than Empty, which allows everything. */
function modelled({ properties }: Route): boolean {
  return findEntries(properties, 'RequestModels').some(({ value }) => textOf(value) !== 'Empty');
}

/** A parameter that must be there: `false` declares one and demands nothing, and one of the path is always there. */
function demanded({ properties }: Route): boolean {
  const required = ({ value }: Found) => truthOf(value) ?? truthOf(find(value, 'Required')[0]?.value);
  return findEntries(properties, 'RequestParameters').some((one) => !one.name.startsWith('method.request.path.') && required(one) === true);
}

function ofFlag(
  route: Route,
  { validator, flags, named }: Validating,
  flag: string,
  feature: 'validate-body' | 'validate-params',
  kind: 'body-validated' | 'parameters-validated',
): Seen {
  const stated = find(flags.value, flag).find(({ value }) => truthOf(value) !== false);
  if (stated === undefined) return {};
  const labels = [route.label];
  const facts: readonly Fact[] = [need(feature, stated, validator, labels)];
  const what = kind === 'body-validated' ? 'the body is' : 'parameters are';
  const isService = callsService(route);
  const items: readonly Item[] = [
    item(
      isService ? `${kind}-for-service` : kind,
      named,
      route.resource,
      `${what} validated before ${isService ? 'a service' : 'the backend'} is called`,
      labels,
    ),
  ];
  return { facts, items };
}

/** An action of AWS other than a function has no code to validate in. */
function callsService({ integration }: Route): boolean {
  if (integration === null) return false;
  const [type] = find(integration.properties, 'Type');
  if (textOf(type?.value)?.toUpperCase() !== 'AWS') return false;
  const called = calledBy(integration);
  return called !== null && called.service !== 'lambda';
}

import { find, findEntries, findItems, textOf } from '../../lookup.ts';
import { inside, type Service } from '../service.ts';
import { SERVICE_PROXY } from './service-proxies.ts';
import { STEP_FUNCTIONS } from './state-machines.ts';

/** Plugins whose settings are read here. */
export const PLUGINS = {
  proxies: SERVICE_PROXY,
  stateMachines: STEP_FUNCTIONS,
  domains: 'serverless-domain-manager',
  webAcl: 'serverless-associate-waf',
  caching: 'serverless-api-gateway-caching',
  throttling: 'serverless-api-gateway-throttling',
  documentation: 'serverless-aws-documentation',
  binary: 'serverless-apigw-binary',
} as const;

const READ = new Set<string>(Object.values(PLUGINS));

/** What plugins are named for that change APIs. */
const ABOUT_APIS =
  /api-?gateway|apigw|http-?api|rest-?api|api-?key|usage-?plan|req(?:uest)?-?validator|authori[sz]er|basic-?auth|resource-?policy|content-?encoding/i;

/** Whether a plugin acts on the service; since version 4, the framework itself does what some of them did. */
export function acts(service: Service, plugin: keyof typeof PLUGINS): boolean {
  const isBuiltIn = (plugin === 'proxies' || plugin === 'domains') && (service.version === null || service.version >= 4);
  return isBuiltIn || namesOf(service).some(({ name }) => name === PLUGINS[plugin]);
}

function namesOf(service: Service) {
  const listed = service.entry('plugins')?.value ?? null;
  const own = listed?.kind === 'section' ? find(listed, 'modules').map(({ value }) => value) : [listed];
  return own.flatMap((list) => findItems(list)).map(({ value, at }) => ({ name: textOf(value), value, at }));
}

const PACKAGED = 'the template that the framework packages';

/** A gap for each plugin, and each part of the service, that may change an API in a way that is not read here. */
export function unreadPlugins(service: Service): void {
  for (const { name, value, at } of namesOf(service)) {
    if (value.kind === 'unknown')
      service.unread.push({ at, what: 'the plugins of the service are not known', because: value.because, give: value.give });
    else if (name !== null && ABOUT_APIS.test(name) && !READ.has(name))
      service.unread.push({ at, what: `the plugin ${name} is not read`, because: 'it may change the API', give: PACKAGED });
  }
  // Since version 4, servers of the Model Context Protocol are routes of the REST API.
  const servers = service.root.entries.get('mcp');
  if (servers !== undefined)
    service.unread.push({ at: servers.key, what: 'mcp is not read', because: 'it adds routes to the API', give: PACKAGED });
  // https://github.com/getlift/lift/blob/master/docs/webhook.md
  for (const { name, at } of findEntries(service.entry('constructs')?.value ?? null).filter(
    (one) => textOf(inside(one.value, 'type')?.value) === 'webhook',
  )) {
    service.gaps.push({
      at,
      what: `the webhook ${name} is not read`,
      because: 'it is an HTTP API of a plugin',
      give: PACKAGED,
      concerns: null,
    });
  }
}

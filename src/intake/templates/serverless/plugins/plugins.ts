import { find, findItems, textOf } from '../../lookup.ts';
import type { Service } from '../service.ts';
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

/** Plugins that are known to change APIs by their names. */
const ABOUT_APIS = /api-?gateway|apigw|httpapi|http-api|rest-?api/i;

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

/** A gap for each plugin that may change an API in a way that is not read here. */
export function unreadPlugins(service: Service): void {
  for (const { name, value, at } of namesOf(service)) {
    if (value.kind === 'unknown')
      service.unread.push({ at, what: 'the plugins of the service are not known', because: value.because, give: value.give });
    else if (name !== null && ABOUT_APIS.test(name) && !READ.has(name))
      service.unread.push({
        at,
        what: `the plugin ${name} is not read`,
        because: 'it may change the API',
        give: 'the template that the framework packages',
      });
  }
}

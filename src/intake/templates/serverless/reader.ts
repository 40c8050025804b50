import type { Problem } from '../../../errors/errors.ts';
import { isDocument, readDocument } from '../cloudformation/document.ts';
import { openRun } from '../cloudformation/run.ts';
import { find, textOf } from '../lookup.ts';
import type { Beside, ReadTemplates, Remark, Template, TemplateFile, TemplateReader } from '../template.ts';
import { rawText } from '../text/raw.ts';
import { functionsOf, type Event } from './functions.ts';
import { deriveHttpApi, deriveRoute } from './http-api.ts';
import { deriveDocumentation, deriveDomains, deriveWebAcl } from './plugins/domains.ts';
import { acts, unreadPlugins } from './plugins/plugins.ts';
import { deriveProxy, proxiesOf } from './plugins/service-proxies.ts';
import { stageSettings } from './plugins/stage-settings.ts';
import { deriveStart, startsOf } from './plugins/state-machines.ts';
import { deriveApi } from './rest/api.ts';
import { deriveMethod } from './rest/event.ts';
import { apisOf, openService, type Service } from './service.ts';
import { deriveWebSocketApi, deriveWebSocketRoute } from './websocket.ts';

/** Services of the Serverless Framework on AWS, written in YAML or JSON. */
export const serverlessReader: TemplateReader = {
  id: 'serverless',
  title: 'Serverless Framework',
  endings: /\.(?:ya?ml|json)$/i,
  signs: /\b(?:http|httpApi|websocket|url|apiGateway\w*|ApiGateway\w*)\b/,
  recognizes: ({ text }) =>
    ['service', 'provider'].every((key) => new RegExp(`(?:^|[{,])\\s*["']?${key}["']?\\s*:`, 'm').test(text)) && isOfAws(text),
  read: (files, beside) => Promise.resolve(readServices(files, beside)),
};

/** All are opened before any is read, for one may import what another exports. */
function readServices(files: readonly TemplateFile[], beside: Beside): ReadTemplates {
  const run = openRun(beside, []);
  const documents = files.map(readDocument);
  const services = documents.filter(isDocument).map(({ root, remarks }) => ({ service: openService(root, run), remarks }));
  return {
    templates: services.map(({ service, remarks }) => templateOf(service, remarks)),
    problems: documents.filter((one): one is Problem => !isDocument(one)),
  };
}

/** Other clouds have `http` events too. A file that cannot be read is taken by its words, so that it is listed with its line. */
function isOfAws(text: string): boolean {
  const { value } = rawText(text, '');
  if (value === null) return /^\s*["']?name["']?\s*:\s*["']?aws\b/m.test(text);
  if (value.kind !== 'section' || !value.entries.has('service')) return false;
  const provider = value.entries.get('provider')?.value;
  if (provider?.kind === 'text') return provider.text === 'aws' || provider.text.startsWith('${file(');
  const [name] = find(provider ?? null, 'name');
  return textOf(name?.value) === 'aws';
}

function templateOf(service: Service, remarks: readonly Remark[]): Template {
  derive(service);
  const { resources, gaps, unread } = service.own.with(service.resources);
  const concerns = apisOf(service);
  return {
    file: service.file,
    format: 'serverless',
    resources,
    gaps: [...service.gaps, ...[...service.unread, ...unread].map((one) => ({ ...one, concerns })), ...gaps],
    remarks: [...remarks, ...service.remarks],
  };
}

function derive(service: Service): void {
  const events = functionsOf(service);
  const of = (kind: string) => events.filter((one) => one.kind === kind);
  deriveRest(service, of('http'));
  const [http, websocket] = [of('httpApi'), of('websocket')];
  if (http[0] !== undefined) deriveHttpApi(service, http[0].found.at);
  for (const event of http) deriveRoute(service, event);
  if (websocket[0] !== undefined) deriveWebSocketApi(service, websocket[0].found.at);
  for (const event of websocket) deriveWebSocketRoute(service, event);
  deriveDomains(service);
  deriveWebAcl(service);
  deriveDocumentation(service);
  unreadPlugins(service);
}

/** Functions, services and state machines share one REST API. */
function deriveRest(service: Service, events: readonly Event[]): void {
  const proxies = acts(service, 'proxies') ? proxiesOf(service) : [];
  const starts = acts(service, 'stateMachines') ? startsOf(service) : [];
  const [first] = [...events, ...proxies, ...starts];
  if (first === undefined) return;
  deriveApi(service, first.found.at, stageSettings(service, events));
  for (const event of events) deriveMethod(service, event);
  for (const proxy of proxies) deriveProxy(service, proxy);
  for (const start of starts) deriveStart(service, start);
}

import type { Problem } from '../../../errors/errors.ts';
import { find, textOf } from '../lookup.ts';
import type { Beside, Template, TemplateFile, TemplateReader } from '../template.ts';
import { rawText } from '../text/raw.ts';
import type { Place, Section } from '../value.ts';
import { functionsOf, type Event } from './functions.ts';
import { deriveHttpApi, deriveRoute } from './http-api.ts';
import { deriveApi } from './rest/api.ts';
import { deriveMethod } from './rest/event.ts';
import { openService, type Service } from './service.ts';
import { deriveWebSocketApi, deriveWebSocketRoute } from './websocket.ts';

/** Services of the Serverless Framework on AWS, written in YAML or JSON. */
export const serverlessReader: TemplateReader = {
  id: 'serverless',
  title: 'Serverless Framework',
  endings: /\.(?:ya?ml|json)$/i,
  signs: /\b(?:http|httpApi|websocket|url|apiGateway\w*|ApiGateway\w*)\b/,
  recognizes: ({ text }) => /^\s*["']?service["']?\s*:/m.test(text) && /^\s*["']?provider["']?\s*:/m.test(text) && isOfAws(text),
  read: (files, beside) => {
    const templates: Template[] = [];
    const problems: Problem[] = [];
    for (const file of files) {
      const read = readService(file, beside);
      if ('resources' in read) templates.push(read);
      else problems.push(read);
    }
    return Promise.resolve({ templates, problems });
  },
};

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

function readService({ file, text }: TemplateFile, beside: Beside): Template | Problem {
  const { value, mistake, remarks } = rawText(text, file);
  if (value?.kind !== 'section') {
    const { at = null, what, because, write } = mistake ?? { what: 'this is no service', because: 'it is no map of keys', write: null };
    return { file, line: at?.line ?? 1, column: at?.column ?? 1, path: null, what, because, write };
  }
  const service = serviceOf(value, beside);
  return {
    file,
    format: 'serverless',
    resources: [...service.resources.values()],
    gaps: service.gaps,
    remarks: [...remarks, ...service.remarks],
  };
}

/** Kinds of events that make an API, with what makes it and what each adds. */
const APIS: Readonly<
  Record<string, { readonly api: (service: Service, at: Place) => void; readonly event: (service: Service, event: Event) => void }>
> = {
  http: { api: deriveApi, event: deriveMethod },
  httpApi: { api: deriveHttpApi, event: deriveRoute },
  websocket: { api: deriveWebSocketApi, event: deriveWebSocketRoute },
};

function serviceOf(root: Section, beside: Beside): Service {
  const service = openService(root, beside);
  const events = functionsOf(service);
  for (const [kind, { api, event }] of Object.entries(APIS)) {
    const own = events.filter((one) => one.kind === kind);
    const [first] = own;
    if (first === undefined) continue;
    api(service, first.found.at);
    for (const one of own) event(service, one);
  }
  return service;
}

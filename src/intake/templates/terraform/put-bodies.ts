import { linksIn } from '../lookup.ts';
import type { Resource } from '../template.ts';

/** A definition that a resource of its own puts on an API stands at the API. */
export function withPutBodies(resources: readonly Resource[]): readonly Resource[] {
  const puts = resources.filter(({ type }) => type === 'AWS::ApiGateway::RestApiPut');
  if (puts.length === 0) return resources;
  return resources
    .filter((one) => !puts.includes(one))
    .map((resource) => {
      const put = puts.find((one) => linksIn(one.properties.entries.get('RestApiId')?.value).some(({ target }) => target === resource.key));
      const body = put?.properties.entries.get('Body');
      if (body === undefined || resource.type !== 'AWS::ApiGateway::RestApi') return resource;
      return { ...resource, properties: { ...resource.properties, entries: new Map([...resource.properties.entries, ['Body', body]]) } };
    });
}

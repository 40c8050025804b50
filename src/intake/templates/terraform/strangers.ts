import type { Gap, Resource } from '../template.ts';

export const isApi = ({ type }: Resource): boolean => type === 'AWS::ApiGateway::RestApi' || type === 'AWS::ApiGatewayV2::Api';

/** Parts of an API that is not known here: it may be any that is, or one that is elsewhere. */
export function strangerGaps(resources: readonly Resource[]): readonly Gap[] {
  const apis = resources.filter(isApi).map(({ key }) => key);
  const strangers = resources.flatMap((resource) => {
    const { entries } = resource.properties;
    const value = (entries.get('RestApiId') ?? entries.get('ApiId'))?.value;
    return value?.kind === 'unknown' ? [{ resource, value }] : [];
  });
  const [first] = strangers;
  if (first === undefined) return [];
  const { resource, value } = first;
  const rest = strangers.length - 1;
  const others = rest === 0 ? '' : ` and ${rest} more`;
  const [because, give] = [value.because, value.give];
  return [
    {
      at: resource.at,
      what: `${resource.id}${others}: the API that it is a part of`,
      because,
      give,
      concerns: apis.length > 0 ? apis : null,
    },
  ];
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Ids of resources as the framework makes them, by which `resources` of a service may refer to them or change them. */
export const NAMES = {
  restApi: 'ApiGatewayRestApi',
  restStage: 'ApiGatewayStage',
  restLogs: 'ApiGatewayLogGroup',
  httpApi: 'HttpApi',
  httpStage: 'HttpApiStage',
  httpLogs: 'HttpApiLogGroup',
  webSocketApi: 'WebsocketsApi',
  webSocketStage: 'WebsocketsDeploymentStage',
  webSocketLogs: 'WebsocketsLogGroup',
  function: (name: string) => `${normalized(name)}LambdaFunction`,
  alias: (name: string) => `${normalized(name)}ProvConcLambdaAlias`,
  url: (name: string) => `${normalized(name)}LambdaFunctionUrl`,
  method: (method: string, path: string) => `ApiGatewayMethod${ofPath(path)}${upperFirst(method.toLowerCase())}`,
  restAuthorizer: (name: string) => `${normalized(name)}ApiGatewayAuthorizer`,
  usagePlan: (name: string | null) => `ApiGatewayUsagePlan${name === null ? '' : upperFirst(name)}`,
  route: (key: string) => (key === '$default' ? 'HttpApiRouteDefault' : `HttpApiRoute${ofPath(key)}`),
  httpAuthorizer: (name: string) => `HttpApiAuthorizer${normalized(name)}`,
  webSocketRoute: (key: string) => `${key.replaceAll('$', 'S').replaceAll(/[^0-9A-Za-z]/g, '')}WebsocketsRoute`,
  webSocketAuthorizer: (name: string) => `${normalized(name)}WebsocketsAuthorizer`,
} as const;

const normalized = (name: string) => upperFirst(name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore'));

/** `/users/{id}` is `UsersIdVar`. */
function ofPath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      upperFirst(
        upperFirst(part.toLowerCase())
          .replaceAll('-', 'Dash')
          .replaceAll(/\{(.*)\}/g, '$1Var')
          .replaceAll(/[^0-9A-Za-z]/g, ''),
      ),
    )
    .join('');
}

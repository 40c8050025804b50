import { compose, unknown } from '../../build-value.ts';
import type { Link, Place, Value } from '../../value.ts';

/** The path of the API of Lambda with which a gateway calls a function, by the attribute of a function that holds it. */
export const INVOKED: Readonly<Record<string, readonly [version: string, end: string]>> = {
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function, read 2026-11-30
  invoke_arn: ['2015-03-31', 'invocations'],
  qualified_invoke_arn: ['2015-03-31', 'invocations'],
  response_streaming_invoke_arn: ['2021-11-15', 'response-streaming-invocations'],
};

/** `invoke_arn` of a function, as CloudFormation writes it. */
export function invocation([version, end]: readonly [string, string], link: Link, at: Place): Value {
  const place = (what: string) => unknown(at, `the ${what} is that of the provider`);
  const before = ['arn:', place('partition'), ':apigateway:', place('Region'), `:lambda:path/${version}/functions/`];
  return compose([...before, { ...link, attribute: 'Arn' }, `/${end}`], at);
}

import { compose, unknown } from '../../build-value.ts';
import type { Place, Value } from '../../value.ts';

const partition = (at: Place) => unknown(at, 'AWS::Partition is known when the stack is deployed');
const region = (at: Place) => unknown(at, 'AWS::Region is known when the stack is deployed');

/** URI by which API Gateway invokes a function. */
export function invocationOf(lambda: Value, at: Place, isStream = false): Value {
  const path = isStream ? ['2021-11-15', 'response-streaming-invocations'] : ['2015-03-31', 'invocations'];
  return actionOf(['lambda:path/', path[0] ?? '', '/functions/', lambda, '/', path[1] ?? ''], at);
}

/** URI of an action of a service. */
export function actionOf(action: readonly (string | Value)[], at: Place): Value {
  return compose(['arn:', partition(at), ':apigateway:', region(at), ':', ...action], at);
}

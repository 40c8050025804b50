import * as v from 'valibot';
import { choice, section, text, whole } from './field.ts';
import { DESIGN } from './traits.ts';

/** The routes of an API, and the headers that pass through it. */

export const ROUTE_METHODS = ['ANY', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const route = section('One method of a REST API, or route of an HTTP API.', () => ({
  method: choice('The method that it answers; ANY for all that no other route of the path answers.', ROUTE_METHODS),
  path: text('Its path; $default for what no other route answers.', '/orders/{id}'),
  authorizer: v.optional(choice('What asks who calls it. Unknown when absent.', ['none', 'jwt', 'iam', 'lambda', 'cognito'])),
}));

export const routes = v.pipe(
  v.union([whole('', '45', 1, 100000, DESIGN), v.pipe(v.array(route), v.minLength(1), v.maxLength(100000))]),
  v.metadata({ kind: 'count', traits: DESIGN }),
  v.description('Methods and resources (REST) or routes of the API, for its quotas: how many, or a list of them. Example: 45.'),
  // As it is written, like those of quantities.
  v.examples(['45'] as never),
);

const names = (description: string, example: string) => v.pipe(v.array(text('A name.', example)), v.description(description));

export const headers = section('Headers that somebody relies on: each type of API renames, drops or reserves some.', () => ({
  read: v.optional(names('Headers of requests that the backend reads.', 'Host')),
  sent: v.optional(names('Headers of responses that the backend sends and clients read.', 'WWW-Authenticate')),
  mapped: v.optional(names('Headers that a mapping of the API adds, overwrites or removes.', 'X-Tenant')),
}));

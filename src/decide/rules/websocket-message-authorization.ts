import { defineRule } from '../rule.ts';

export const websocketMessageAuthorization = defineRule({
  id: 'websocket-message-authorization',
  severity: 'caution',
  topic: 'auth',
  page: () => ({
    title: 'Only the connection is authorized, not the messages on it',
    rationale:
      'A WebSocket API runs its authorizer when a connection is opened, and never again. A message on an open connection is not checked, even if the token has expired or a right was withdrawn an hour ago.',
    remedy:
      'Check each message in the integration, with what the authorizer said at the start and what is known now; close the connection when a right is withdrawn.',
    sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html'],
    examples: [
      { candidate: 'websocket', reports: { needs: { 'auth-per-message': 'yes' } }, silent: { needs: { 'auth-per-message': 'no' } } },
    ],
  }),
  fields: ['needs.auth-per-message'],
  frontDoors: ['websocket'],
  inspect({ needs }) {
    if (!needs('auth-per-message')) return [];
    return [
      { because: 'each message should be authorized, and the authorizer runs at $connect only', path: ['needs', 'auth-per-message'] },
    ];
  },
});

import type { Question } from '../../../client/volmacht.ts';

/** What your sign-in put on the request: who it is, from the access token or session. */
export interface User {
  readonly sub: string;
  /** The name that Volmacht has for your sign-in service. */
  readonly issuer: string;
  readonly kvk: string;
  readonly acr: string;
}

/** What you know of a message: whose it is, who sent it, about what. */
export interface Message {
  readonly id: string;
  readonly owner: string;
  readonly sender: string;
  readonly category: string;
  readonly subject: string;
}

/** May this employee read this message? */
export const mayRead = (user: User, message: Message): Question => ({
  subject: { type: 'employee', id: user.sub, properties: { issuer: user.issuer, kvk: user.kvk } },
  action: { name: 'read' },
  resource: {
    type: 'message',
    id: message.id,
    properties: { client: message.owner, sender: message.sender, category: message.category },
  },
  context: { acr: user.acr },
});

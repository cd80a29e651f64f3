import type { Question } from '../../../client/volmacht.ts';

/** What your sign-in put on the request: who it is, from the access token or session. */
export interface User {
  readonly sub: string;
  /** The name that Volmacht has for your sign-in service. */
  readonly issuer: string;
  readonly kvk: string;
  readonly acr: string;
}

/** What you know of a message: whose it is, who sent it, about what, since when, and how safely it is to be read. */
export interface Message {
  readonly id: string;
  readonly owner: string;
  readonly sender: string;
  readonly category: string;
  /** When it came, such as `2026-11-27T09:30:00Z`: who could read it before an end hears why he no longer can. */
  readonly deliveredAt: string;
  /** With which level it is to be read, when its sender asks for one. */
  readonly assurance?: 'low' | 'substantial' | 'high';
  readonly subject: string;
}

/** May this employee read this message? */
export const mayRead = (user: User, message: Message): Question => ({
  subject: { type: 'employee', id: user.sub, properties: { issuer: user.issuer, kvk: user.kvk } },
  action: { name: 'read' },
  resource: {
    type: 'message',
    id: message.id,
    properties: {
      client: message.owner,
      sender: message.sender,
      category: message.category,
      deliveredAt: message.deliveredAt,
      assurance: message.assurance,
    },
  },
  context: { acr: user.acr },
});

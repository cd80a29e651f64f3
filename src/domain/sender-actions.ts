import { type Action, everyone } from './action-rule.ts';

/** What can be asked about senders, and by them: who they are, what they call their messages, what they are told (R17). */
export const senderActions = {
  'sender.search': { about: 'nothing', actors: everyone, assurance: 'low', anyStanding: true },
  'sender.register': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'sender.define-types': { about: 'sender', actors: ['sender'], assurance: 'low' },
  'sender-event.list': { about: 'nothing', actors: ['sender'], assurance: 'low' },
  'sender-event.acknowledge': { about: 'nothing', actors: ['sender'], assurance: 'low' },
} as const satisfies Record<string, Action>;

import type { Action } from './action-rule.ts';

const watches = { about: 'nothing', actors: ['official'], assurance: 'substantial' } as const;

/** What can be done with the keys by which this service signs: a part of the closed list of actions. */
export const signingActions = {
  'signing-key.make': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'signing-key.list': watches,
  'signing-key.renew': watches,
  'signing-key.withdraw': watches,
} as const satisfies Record<string, Action>;

import type { Action } from './action-rule.ts';

const ofOne = { about: 'paper-mandate', actors: ['official'], assurance: 'substantial' } as const;

/** What can be asked about mandates that clients abroad gave on paper: a part of the closed list of actions. */
export const paperMandateActions = {
  'paper-mandate.enter': ofOne,
  'paper-mandate.list': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'paper-mandate.see': ofOne,
  'paper-mandate.see-evidence': ofOne,
  'paper-mandate.foresee': ofOne,
  'paper-mandate.confirm': ofOne,
  'paper-mandate.reject': ofOne,
  'paper-mandate.check': { about: 'nothing', actors: ['job'], assurance: 'high' },
} as const satisfies Record<string, Action>;

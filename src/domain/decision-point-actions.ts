import type { Action } from './action-rule.ts';

const asks = {
  about: 'decision-caller',
  actors: ['system', 'sender'],
  assurance: 'low',
  changesNothing: true,
} as const;
const watches = { about: 'nothing', actors: ['official'], assurance: 'substantial' } as const;

/** What can be asked of the decision point, and about who may ask it: a part of the closed list of actions. */
export const decisionPointActions = {
  'decision.ask': asks,
  'decision.search': asks,
  'token.exchange': asks,
  'decision-caller.list': watches,
  'decision-caller.register': watches,
  'decision-caller.end': watches,
} as const satisfies Record<string, Action>;

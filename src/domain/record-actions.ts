import type { Action } from './action-rule.ts';

/** What can be asked of the record: what was done, and who could read what on a day. */
export const recordActions = {
  'trail.see-own': { about: 'nothing', actors: ['citizen'], assurance: 'low' },
  'trail.search': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'access-history.see': { about: 'nothing', actors: ['citizen'], assurance: 'low' },
  'access-history.search': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
} as const satisfies Record<string, Action>;

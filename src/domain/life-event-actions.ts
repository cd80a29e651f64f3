import type { Action } from './action-rule.ts';

/**
 * What can be asked about life events: a register of persons reports them; a job takes them in and carries them out, and
 * an official when it is not clear what is right (R30).
 */
export const lifeEventActions = {
  'life-event.report': { about: 'register', actors: ['system'], assurance: 'low' },
  'life-event.follow': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'life-event.apply': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'life-event.list': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'life-event.settle': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
} as const satisfies Record<string, Action>;

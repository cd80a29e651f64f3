import type { Action } from './action-rule.ts';

/** What one does about who one is: an account without BSN, another means, how one likes to be written to. */
const own = {
  'account.see': { about: 'nothing', actors: ['unlinked', 'citizen'], assurance: 'low', withEnded: true },
  // Whose name and date of birth go to the register of persons, must be sure.
  'account.open': { about: 'nothing', actors: ['unlinked'], assurance: 'substantial', withEnded: true },
  // What opens an inbox to a means, or to another one, is as sure as an account is (decision 77).
  'account.redeem': {
    about: 'nothing',
    actors: ['unlinked'],
    assurance: 'low',
    carried: 'substantial',
    withEnded: true,
  },
  'account.link': { about: 'nothing', actors: ['citizen'], assurance: 'low', carried: 'substantial' },
  'means.announce': { about: 'nothing', actors: ['citizen'], assurance: 'low', carried: 'substantial' },
  'means.rebind': {
    about: 'nothing',
    actors: ['unlinked', 'citizen'],
    assurance: 'low',
    carried: 'substantial',
  },
  'means.see': { about: 'nothing', actors: ['citizen'], assurance: 'low' },
  // Who knows a password alone must not lock out whose account it is.
  'means.end': { about: 'nothing', actors: ['citizen'], assurance: 'substantial' },
  'preferences.see': { about: 'nothing', actors: ['citizen'], assurance: 'low' },
  'preferences.change': { about: 'nothing', actors: ['citizen'], assurance: 'low' },
} as const satisfies Record<string, Action>;

/** What officials, and the service itself, do about who somebody is. */
const ofOthers = {
  'identity-case.list': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'identity-case.see': { about: 'identity-case', actors: ['official'], assurance: 'substantial' },
  'identity-case.enter': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'identity-case.decide': { about: 'identity-case', actors: ['official'], assurance: 'substantial' },
  'identity-case.confirm': { about: 'identity-case', actors: ['official'], assurance: 'substantial' },
  'identity-case.undo': { about: 'identity-case', actors: ['official'], assurance: 'substantial' },
  'means.end-of-client': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'identity-case.write': { about: 'identity-case', actors: ['official'], assurance: 'substantial' },
  'identity-case.take-in': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'identity.match': { about: 'nothing', actors: ['job'], assurance: 'high' },
} as const satisfies Record<string, Action>;

/** Everything that is asked about who somebody is. */
export const identityActions = { ...own, ...ofOthers };

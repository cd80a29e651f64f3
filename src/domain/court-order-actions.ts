import { type Action } from './action-rule.ts';

const orderOf = {
  office: (more: { anyStanding?: true } = {}) =>
    ({
      about: 'court-order',
      actors: ['employee'],
      assurance: 'substantial',
      role: 'handler',
      ...more,
    }) as const,
  official: { about: 'court-order', actors: ['official'], assurance: 'substantial' },
} as const;

/** What can be asked about court orders, officials and urgent acts: a part of the closed list of actions. */
export const courtOrderActions = {
  'order.register': { about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'order.list': {
    ...{ about: 'nothing', actors: ['citizen', 'employee', 'official'], assurance: 'low', role: 'reader' },
    anyStanding: true,
  },
  'order.see': {
    ...{
      about: 'court-order',
      actors: ['citizen', 'employee', 'official'],
      assurance: 'low',
      role: 'reader',
    },
    anyStanding: true,
  },
  // The order tells why somebody cannot look after himself: who handed it in, and the officials who verify it.
  'order.see-evidence': {
    ...{ about: 'court-order', actors: ['employee', 'official'], assurance: 'substantial', role: 'handler' },
  },
  'order.foresee': {
    ...{ about: 'court-order', actors: ['employee', 'official'], assurance: 'substantial', role: 'handler' },
  },
  'order.supplement': orderOf.office(),
  'order.withdraw': orderOf.office({ anyStanding: true }),
  'order.approve': orderOf.official,
  'order.reject': orderOf.official,
  'order.ask-supplement': orderOf.official,
  'order.ask-register': orderOf.official,
  'order.change': orderOf.official,
  'order.check': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'order.follow': { about: 'nothing', actors: ['job'], assurance: 'high' },

  'register.report': { about: 'register', actors: ['system'], assurance: 'low' },
  'register.list-reports': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'register.settle-report': { about: 'nothing', actors: ['official'], assurance: 'substantial' },

  // Never asked for by itself: what an order, or a paper, lets begin has its line beside that of the order or the paper.
  'mandate.begin': { about: 'nothing', actors: ['official', 'job'], assurance: 'substantial' },

  'urgent-acts.ask': { about: 'mandate', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'urgent-acts.list': {
    ...{ about: 'nothing', actors: ['employee', 'official'], assurance: 'substantial', role: 'reader' },
    anyStanding: true,
  },
  'urgent-acts.decide': { about: 'urgent-act', actors: ['official'], assurance: 'substantial' },

  'official.list': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'official.enter': { about: 'nothing', actors: ['official'], assurance: 'substantial' },
  'official.suspend': { about: 'official', actors: ['official'], assurance: 'substantial' },
  'official.reinstate': { about: 'official', actors: ['official'], assurance: 'substantial' },
} as const satisfies Record<string, Action>;

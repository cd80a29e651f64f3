import {
  type Action,
  bulkAction,
  everyone,
  leavingAction,
  messageAction,
  officeAction,
  seenByParties,
  shieldAction,
  shieldOrder,
  viewAction,
  workAction,
} from './action-rule.ts';
import { decisionPointActions } from './decision-point-actions.ts';
import { identityActions } from './actions.identity.ts';
import { courtOrderActions } from './court-order-actions.ts';
import { lifeEventActions } from './life-event-actions.ts';
import { paperMandateActions } from './paper-mandate-actions.ts';
import { recordActions } from './record-actions.ts';
import { signingActions } from './signing-actions.ts';
import { senderActions } from './sender-actions.ts';

/**
 * The closed list of everything that can be asked for, and who may knock for it. This is the door: it needs no
 * facts. What it lets through, `decide()` judges with the facts.
 */
export const actions = {
  'self.see': { about: 'nothing', actors: [...everyone, 'unlinked'], assurance: 'low', anyStanding: true },
  'answer.repeat': {
    about: 'nothing',
    actors: [...everyone, 'unlinked'],
    assurance: 'low',
    anyStanding: true,
  },
  ...identityActions,

  // Also who registered it already: he is an employee by then, and may repeat a request whose answer was lost.
  'organisation.register': {
    about: 'nothing',
    actors: ['newcomer', 'employee'],
    assurance: 'substantial',
    anyStanding: true,
  },
  'organisation.search': { about: 'nothing', actors: everyone, assurance: 'low', anyStanding: true },
  'organisation.see': { about: 'organisation', actors: everyone, assurance: 'low', anyStanding: true },
  'organisation.recognise': { about: 'organisation', actors: ['official'], assurance: 'substantial' },
  'organisation.suspend': { about: 'organisation', actors: ['official'], assurance: 'substantial' },
  'employment.accept': {
    about: 'nothing',
    actors: ['newcomer', 'employee'],
    assurance: 'substantial',
    anyStanding: true,
    afterLeaving: true,
  },
  'office.see': officeAction('reader'),
  'office.manage': officeAction('administrator'),
  'office.workload': {
    ...{ about: 'organisation', actors: ['employee'], assurance: 'substantial', role: 'administrator' },
  },
  // An administrator arranges it for anyone; whoever works on clients, for when he is away himself.
  'cover.arrange': officeAction('administrator'),
  'cover.arrange-own': officeAction('handler'),
  'clients.see': { about: 'organisation', actors: ['employee'], assurance: 'substantial', role: 'reader' },
  'clients.assign': {
    about: 'organisation',
    actors: ['employee'],
    assurance: 'substantial',
    role: 'administrator',
  },

  'mandate.request': { about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'mandate.grant': { about: 'organisation', actors: ['citizen'], assurance: 'substantial' },
  'mandate.list': {
    about: 'nothing',
    actors: ['citizen', 'employee', 'official'],
    assurance: 'low',
    anyStanding: true,
  },
  'mandate.export': {
    about: 'nothing',
    actors: ['citizen', 'employee'],
    assurance: 'low',
    anyStanding: true,
  },
  'mandate.see': seenByParties(),
  'mandate.history': seenByParties(),
  'mandate.state': {
    about: 'mandate',
    actors: ['citizen', 'employee'],
    assurance: 'substantial',
    role: 'reader',
  },
  'mandate.handlers': { about: 'mandate', actors: ['citizen'], assurance: 'low' },
  'mandate.preview': { about: 'mandate', actors: ['citizen'], assurance: 'low' },
  'mandate.consent': { about: 'mandate', actors: ['citizen'], assurance: 'substantial' },
  'mandate.decline': { about: 'mandate', actors: ['citizen'], assurance: 'low' },
  'mandate.narrow': { about: 'mandate', actors: ['citizen'], assurance: 'low' },
  'mandate.revoke': { about: 'mandate', actors: ['citizen', 'official'], assurance: 'low' },
  'mandate.activate': { about: 'mandate', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'mandate.withdraw': leavingAction(),
  'mandate.renounce': leavingAction(),
  'mandate.renew': { about: 'mandate', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'mandate.suspend': { about: 'mandate', actors: ['official'], assurance: 'substantial' },
  'mandate.resume': { about: 'mandate', actors: ['official'], assurance: 'substantial' },
  // The yearly look at the office's mandates: seen by all, answered (many at once) by who may work on them. To end
  // what is not needed is leaving, and never blocked (R16); each mandate is asked for by itself as well.
  'mandate.review': {
    ...{ about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'reader' },
    anyStanding: true,
  },
  'mandate.answer-review': {
    ...{ about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'handler' },
    anyStanding: true,
  },
  'mandate.confirm': { about: 'mandate', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'notice.list': { about: 'nothing', actors: ['citizen', 'employee'], assurance: 'low', anyStanding: true },
  'mandate.watch': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'mandate.end': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'mandate.offer': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'person.look-up': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'letter.print': { about: 'nothing', actors: ['job'], assurance: 'high' },
  'house.tidy': { about: 'nothing', actors: ['job'], assurance: 'high' },

  ...courtOrderActions,
  ...paperMandateActions,

  'bulk.list': {
    about: 'nothing',
    actors: ['employee'],
    assurance: 'substantial',
    role: 'handler',
    anyStanding: true,
  },
  'bulk.check': { about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'handler' },
  'bulk.see': bulkAction({ anyStanding: true }),
  'bulk.confirm': bulkAction({}),
  'bulk.cancel': bulkAction({ anyStanding: true }),
  // Renouncing many at once is leaving, and leaving is never blocked (R16).
  'bulk.check-leaving': {
    ...{ about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'handler' },
    anyStanding: true,
  },
  'bulk.confirm-leaving': bulkAction({ anyStanding: true }),
  // Asked for every part of a run; what is done with each row is asked for by itself.
  'bulk.carry-out': bulkAction({ anyStanding: true }),
  'bulk.resume': { about: 'nothing', actors: ['job'], assurance: 'high' },

  ...lifeEventActions,
  ...decisionPointActions,

  ...senderActions,
  'inbox.deliver': { about: 'nothing', actors: ['sender'], assurance: 'low' },
  'inbox.preview': { about: 'nothing', actors: ['citizen'], assurance: 'low' },
  'inbox.list': { about: 'client', actors: ['citizen', 'employee'], assurance: 'low', role: 'reader' },
  'inbox.count': { about: 'nothing', actors: ['employee'], assurance: 'substantial', role: 'reader' },
  'inbox.collect': { about: 'client', actors: ['citizen', 'employee'], assurance: 'low', role: 'reader' },
  'inbox.read': messageAction('reader'),
  'inbox.mark': messageAction('reader'),
  'inbox.archive': messageAction('handler'),
  'inbox.download': messageAction('reader'),
  // Done elsewhere, with a message that lies elsewhere: decided here.
  'inbox.acknowledge': messageAction('handler'),
  'inbox.reply': messageAction('handler'),
  'inbox.forward': messageAction('handler'),
  'inbox.work': messageAction('reader'),
  'inbox.take': workAction(),
  'inbox.give': workAction(),
  'inbox.let-go': workAction(),
  'inbox.handle': workAction(),
  'inbox.reopen': workAction(),
  'inbox-view.see': viewAction('reader'),
  'inbox-view.keep': viewAction('reader'),
  'inbox-view.share': viewAction('handler'),
  'inbox-view.manage': viewAction('administrator'),

  'shield.list': shieldAction('low'),
  'shield.preview': shieldAction('low'),
  'shield.make': shieldAction('low'),
  'shield.end': shieldAction('substantial'),
  'shield.see-orders': shieldOrder(),
  'shield.order': shieldOrder(),
  'shield.lift': shieldOrder(),

  ...recordActions,
  ...signingActions,
} as const satisfies Record<string, Action>;

/** The name of an action. */
export type ActionName = keyof typeof actions;

/** The actions that ask about one kind of thing. */
export type ActionAbout<About extends Action['about']> = {
  [Name in ActionName]: (typeof actions)[Name]['about'] extends About ? Name : never;
}[ActionName];

/** The rule of an action, in its general form. */
export const ruleOf = (action: ActionName): Action => actions[action];

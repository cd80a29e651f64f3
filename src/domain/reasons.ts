import { byLawReasons } from './reasons.by-law.ts';
import { decisionPointReasons } from './reasons.decision-point.ts';
import { meansReasons } from './reasons.means.ts';
import { paperReasons } from './reasons.paper.ts';
import { statementReasons } from './reasons.statement.ts';

/**
 * Why access is refused: a closed list. `tell` says whether the one refused may know; a concealed reason goes
 * to the trail alone, and the answer is the same as for something that does not exist.
 * Sentences are for people, in Dutch at B1 level and in English, and hold no personal data.
 */
export const reasons = {
  'wrong-kind-of-actor': {
    tell: true,
    en: 'This is not meant for the way you signed in.',
    nl: 'Dit is niet bedoeld voor de manier waarop u bent ingelogd.',
  },
  'assurance-too-low': {
    tell: true,
    en: 'You need to sign in with a higher level of assurance for this.',
    nl: 'U moet hiervoor inloggen met een hoger betrouwbaarheidsniveau.',
  },
  ...meansReasons,
  'employment-ended': {
    tell: true,
    en: 'You do not work for this office today, so you have no access.',
    nl: 'U werkt vandaag niet voor dit kantoor. Daarom heeft u geen toegang.',
  },
  'organisation-not-recognised': {
    tell: true,
    en: 'Your office is registered but not recognised yet. An official has to recognise it first.',
    nl: 'Uw kantoor is aangemeld, maar nog niet erkend. Een ambtenaar moet het eerst erkennen.',
  },
  'organisation-suspended': {
    tell: true,
    en: 'Your office is suspended. It cannot act for clients until an official recognises it again.',
    nl: 'Uw kantoor is geschorst. Het kan niets voor cliënten doen tot een ambtenaar het weer erkent.',
  },
  'office-may-not-act': {
    tell: true,
    en: 'This office may not act for clients at the moment, so you cannot give it an authorisation now.',
    nl: 'Dit kantoor mag nu niets voor cliënten doen. Daarom kunt u het nu geen machtiging geven.',
  },
  ...statementReasons,
  'role-too-small': {
    tell: true,
    en: 'Your role in the office does not include this. Ask an administrator of your office.',
    nl: 'Uw rol in het kantoor is hiervoor niet genoeg. Vraag het een beheerder van uw kantoor.',
  },
  'works-alone': {
    tell: true,
    en: 'You represent people by yourself. You cannot invite colleagues, make teams or arrange cover.',
    nl: 'U vertegenwoordigt mensen zelf. U kunt geen collega’s uitnodigen, geen team maken en geen vervanging regelen.',
  },
  'own-request': {
    tell: true,
    en: 'Nobody approves his own request. Someone else has to do this.',
    nl: 'Niemand keurt zijn eigen verzoek goed. Iemand anders moet dit doen.',
  },
  'same-official': {
    tell: true,
    en: 'You have approved this already. Another official has to look at it as well.',
    nl: 'U heeft dit al goedgekeurd. Een andere ambtenaar moet er ook naar kijken.',
  },
  'official-suspended': {
    tell: true,
    en: 'You are suspended as an official. You cannot do anything here until a colleague reinstates you.',
    nl: 'U bent geschorst als ambtenaar. U kunt hier niets doen tot een collega de schorsing beëindigt.',
  },
  'does-not-exist': { tell: false, en: 'There is no such thing.', nl: 'Dit bestaat niet.' },
  'not-a-party': { tell: false, en: 'This belongs to someone else.', nl: 'Dit is van iemand anders.' },
  'no-mandate': {
    tell: false,
    en: 'Your office has no authorisation from this client.',
    nl: 'Uw kantoor heeft geen machtiging van deze cliënt.',
  },
  'not-assigned': {
    tell: false,
    en: 'This client is not assigned to you. Ask an administrator of your office to assign the client.',
    nl: 'Deze cliënt is niet aan u toegewezen. Vraag een beheerder van uw kantoor om dat te doen.',
  },
  'outside-the-mandate': {
    tell: false,
    en: 'The authorisation does not cover this.',
    nl: 'De machtiging gaat hier niet over.',
  },
  'action-not-granted': {
    tell: true,
    en: 'The client authorised your office for these messages, but not for this action.',
    nl: 'De cliënt heeft uw kantoor gemachtigd voor deze berichten, maar niet om dit te doen.',
  },
  'not-yet-consented': {
    tell: false, // R3
    en: 'The client has not consented yet. A request alone gives no access.',
    nl: 'De cliënt heeft nog geen toestemming gegeven. Een verzoek alleen geeft geen toegang.',
  },
  'not-yet-started': {
    tell: true,
    en: 'The authorisation has not started yet.',
    nl: 'De machtiging is nog niet begonnen.',
  },
  'mandate-suspended': {
    tell: true,
    en: 'The authorisation is suspended by an official.',
    nl: 'Een ambtenaar heeft de machtiging geschorst.',
  },
  'mandate-revoked': {
    tell: true,
    en: 'The client revoked the authorisation. To act again, ask the client for a new one.',
    nl: 'De cliënt heeft de machtiging ingetrokken. Wilt u weer iets doen? Vraag dan een nieuwe machtiging.',
  },
  'mandate-renounced': {
    tell: true,
    en: 'Your office renounced the authorisation.',
    nl: 'Uw kantoor heeft de machtiging opgezegd.',
  },
  'mandate-declined': {
    tell: false, // R3
    en: 'The client declined the request for authorisation.',
    nl: 'De cliënt heeft het verzoek om een machtiging geweigerd.',
  },
  'mandate-expired': {
    tell: true,
    en: 'The authorisation has expired. Ask the client to renew it.',
    nl: 'De machtiging is verlopen. Vraag de cliënt om een nieuwe machtiging.',
  },
  'mandate-ended': {
    tell: true,
    en: 'The authorisation has ended.',
    nl: 'De machtiging is beëindigd.',
  },
  'scope-line-ended': {
    tell: true,
    en: 'The client ended this part of the authorisation.',
    nl: 'De cliënt heeft dit deel van de machtiging beëindigd.',
  },
  ...byLawReasons,
  'measure-not-started': {
    tell: true,
    en: 'The court measure has not started yet.',
    nl: 'De maatregel van de rechter is nog niet begonnen.',
  },
  'measure-suspended': {
    tell: true,
    en: 'The judge suspended this representation.',
    nl: 'De rechter heeft deze vertegenwoordiging geschorst.',
  },
  'measure-ended': {
    tell: true,
    en: 'This representation by order of the court has ended.',
    nl: 'Deze vertegenwoordiging door een besluit van de rechter is beëindigd.',
  },
  'urgent-acts-over': {
    tell: true,
    en: 'The time in which you could still do what was urgent is over.',
    nl: 'De tijd waarin u nog kon doen wat niet kon wachten, is voorbij.',
  },
  'urgent-acts-only-read': {
    tell: true,
    en: 'The representation has ended. For what cannot wait you may read, and no more.',
    nl: 'De vertegenwoordiging is beëindigd. Voor wat niet kan wachten mag u lezen, en verder niets.',
  },
  'delivered-after-the-end': {
    tell: false,
    en: 'This arrived after the representation ended.',
    nl: 'Dit kwam nadat de vertegenwoordiging was beëindigd.',
  },
  'under-guardianship': {
    tell: true,
    en: 'A court measure protects you or will soon, or a register says so. That is why you cannot give this authorisation yourself now.',
    nl: 'Een maatregel van de rechter beschermt u of gaat dat doen, of dat staat in een register. Daarom kunt u deze machtiging nu niet zelf geven.',
  },
  shielded: {
    tell: false,
    en: 'The client or a judge keeps this from representatives.',
    nl: 'De cliënt of de rechter schermt dit af voor vertegenwoordigers.',
  },
  'client-died': {
    tell: true,
    en: 'All authorisations of this client have ended.',
    nl: 'Alle machtigingen van deze cliënt zijn beëindigd.',
  },
  ...paperReasons,
  ...decisionPointReasons,
  'person-died': {
    tell: true,
    en: 'According to the register of persons you have died, so you cannot sign in. Is that wrong? Ask your municipality.',
    nl: 'Volgens de Basisregistratie Personen bent u overleden. Daarom kunt u niet inloggen. Klopt dat niet? Vraag het uw gemeente.',
  },
} as const satisfies Record<string, { tell: boolean; en: string; nl: string }>;

/** One of the closed list. */
export type ReasonCode = keyof typeof reasons;

/** Whether who is refused like this is told where to write to. */
export const saysToWrite = (reason: ReasonCode): boolean => reason in meansReasons;

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
  'means-not-linked': {
    tell: true,
    en: 'Your European identity is not linked to a Dutch citizen service number yet.',
    nl: 'Uw Europese inlogmiddel is nog niet gekoppeld aan een burgerservicenummer.',
  },
  'employment-ended': {
    tell: true,
    en: 'You do not work for this office now, so you no longer have access.',
    nl: 'U werkt nu niet voor dit kantoor. Daarom heeft u geen toegang meer.',
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
  'role-too-small': {
    tell: true,
    en: 'Your role in the office does not include this. Ask an administrator of your office.',
    nl: 'Uw rol in het kantoor is hiervoor niet genoeg. Vraag het een beheerder van uw kantoor.',
  },
  'own-request': {
    tell: true,
    en: 'Nobody approves his own request. Someone else has to do this.',
    nl: 'Niemand keurt zijn eigen verzoek goed. Iemand anders moet dit doen.',
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
    tell: true,
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
    tell: true,
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
  'client-died': {
    tell: true,
    en: 'All authorisations of this client have ended.',
    nl: 'Alle machtigingen van deze cliënt zijn beëindigd.',
  },
} as const satisfies Record<string, { tell: boolean; en: string; nl: string }>;

/** One of the closed list. */
export type ReasonCode = keyof typeof reasons;

/** Why the decision point refuses, besides what refuses everybody. A part of the closed list of reasons. */
export const decisionPointReasons = {
  'caller-not-registered': {
    tell: true,
    en: 'Your system is not registered to ask for decisions. Ask the operator of this service.',
    nl: 'Uw systeem is niet aangemeld om beslissingen te vragen. Vraag het de beheerder van deze dienst.',
  },
  'caller-may-not-search': {
    tell: true,
    en: 'Your system is registered to ask for single decisions, not to search.',
    nl: 'Uw systeem is aangemeld om losse beslissingen te vragen, niet om te zoeken.',
  },
  'caller-may-not-ask': {
    tell: true,
    en: 'Your system is registered for another purpose, so it may not ask about this.',
    nl: 'Uw systeem is voor een ander doel aangemeld. Daarom mag het hier niet naar vragen.',
  },
  'not-decided-here': {
    tell: true,
    en: 'This service does not decide about this kind of subject, action or resource.',
    nl: 'Deze dienst beslist niet over dit soort persoon, handeling of zaak.',
  },
  'not-in-this-state': {
    tell: true,
    en: 'The authorisation is not in a state in which this can be done.',
    nl: 'De machtiging is niet in een toestand waarin dit kan.',
  },
} as const;

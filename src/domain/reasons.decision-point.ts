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
    en: 'The service that you use may not ask about this: it is registered for another purpose.',
    nl: 'De dienst die u gebruikt mag hier niet naar vragen. Die is aangemeld voor een ander doel.',
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
  'not-of-this-ground': {
    tell: true,
    en: 'This can only be done with an authorisation that the client gave himself. This representation rests on a decision.',
    nl: 'Dit kan alleen met een machtiging die de cliënt zelf gaf. Deze vertegenwoordiging berust op een besluit.',
  },
  'nobody-in-office': {
    tell: true,
    en: 'Nobody works for this office now who may do this.',
    nl: 'Er werkt nu niemand voor dit kantoor die dit mag.',
  },
  'not-by-then': {
    tell: true,
    en: 'This is allowed now. Whether it still is at that moment, we cannot say today.',
    nl: 'Nu mag dit. Of het op dat moment nog mag, kunnen wij vandaag niet zeggen.',
  },
} as const;

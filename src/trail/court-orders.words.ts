import type { courtOrderActions } from '../domain/court-order-actions.ts';

type Words = Readonly<Record<keyof typeof courtOrderActions, readonly [done: string, tried: string]>>;

/** What someone did with a court order, to follow who he is; and the same after "wilde". Plain Dutch, B1 level. */
export const ordersInDutch: Words = {
  'order.register': ['meldde een besluit van een rechter aan', 'een besluit van een rechter aanmelden'],
  'order.list': [
    'bekeek de lijst met besluiten van een rechter',
    'de lijst met besluiten van een rechter bekijken',
  ],
  'order.see': ['bekeek een besluit van een rechter', 'een besluit van een rechter bekijken'],
  'order.see-evidence': [
    'opende een kopie van een besluit van een rechter',
    'een kopie van een besluit van een rechter openen',
  ],
  'order.foresee': [
    'bekeek wat een besluit van een rechter verandert',
    'bekijken wat een besluit van een rechter verandert',
  ],
  'order.supplement': ['vulde een besluit van een rechter aan', 'een besluit van een rechter aanvullen'],
  'order.withdraw': ['trok de aanmelding van een besluit in', 'de aanmelding van een besluit intrekken'],
  'order.approve': ['keurde een besluit van een rechter goed', 'een besluit van een rechter goedkeuren'],
  'order.reject': ['wees een besluit van een rechter af', 'een besluit van een rechter afwijzen'],
  'order.ask-supplement': ['vroeg om een besluit aan te vullen', 'vragen om een besluit aan te vullen'],
  'order.ask-register': [
    'vroeg het register van de rechtspraak naar een besluit',
    'het register van de rechtspraak naar een besluit vragen',
  ],
  'order.change': [
    'verwerkte een nieuw besluit van een rechter',
    'een nieuw besluit van een rechter verwerken',
  ],
  'order.check': ['controleerde een besluit van een rechter', 'een besluit van een rechter controleren'],
  'order.follow': [
    'verwerkte nieuws uit het register van de rechtspraak',
    'nieuws uit het register van de rechtspraak verwerken',
  ],
  'register.report': [
    'meldde nieuws uit het register van de rechtspraak',
    'nieuws uit het register van de rechtspraak melden',
  ],
  'register.list-reports': [
    'bekeek het nieuws uit het register van de rechtspraak',
    'het nieuws uit het register van de rechtspraak bekijken',
  ],
  'register.settle-report': [
    'besliste over nieuws uit het register van de rechtspraak',
    'beslissen over nieuws uit het register van de rechtspraak',
  ],
  'mandate.begin': ['liet een machtiging beginnen', 'een machtiging laten beginnen'],
  'urgent-acts.ask': ['vroeg om dringende zaken af te maken', 'vragen om dringende zaken af te maken'],
  'urgent-acts.list': [
    'bekeek de verzoeken om dringende zaken af te maken',
    'de verzoeken om dringende zaken af te maken bekijken',
  ],
  'urgent-acts.decide': [
    'besliste of een kantoor dringende zaken mag afmaken',
    'beslissen of een kantoor dringende zaken mag afmaken',
  ],
  'official.list': ['bekeek de lijst met ambtenaren', 'de lijst met ambtenaren bekijken'],
  'official.enter': ['zette een ambtenaar op de lijst', 'een ambtenaar op de lijst zetten'],
  'official.suspend': ['schorste een ambtenaar', 'een ambtenaar schorsen'],
  'official.reinstate': [
    'beëindigde de schorsing van een ambtenaar',
    'de schorsing van een ambtenaar beëindigen',
  ],
};

/** The same in English, after "tried to". */
export const ordersInEnglish: Words = {
  'order.register': ['registered a court order', 'register a court order'],
  'order.list': ['looked at the list of court orders', 'look at the list of court orders'],
  'order.see': ['looked at a court order', 'look at a court order'],
  'order.see-evidence': ['opened a copy of a court order', 'open a copy of a court order'],
  'order.foresee': ['looked at what a court order changes', 'look at what a court order changes'],
  'order.supplement': ['supplemented a court order', 'supplement a court order'],
  'order.withdraw': ['withdrew a court order', 'withdraw a court order'],
  'order.approve': ['approved a court order', 'approve a court order'],
  'order.reject': ['rejected a court order', 'reject a court order'],
  'order.ask-supplement': [
    'asked for a supplement to a court order',
    'ask for a supplement to a court order',
  ],
  'order.ask-register': [
    'asked the register of the judiciary about a court order',
    'ask the register of the judiciary about a court order',
  ],
  'order.change': ['carried out a later decision of a court', 'carry out a later decision of a court'],
  'order.check': ['checked a court order', 'check a court order'],
  'order.follow': [
    'took up news from the register of the judiciary',
    'take up news from the register of the judiciary',
  ],
  'register.report': [
    'told news from the register of the judiciary',
    'tell news from the register of the judiciary',
  ],
  'register.list-reports': [
    'looked at news from the register of the judiciary',
    'look at news from the register of the judiciary',
  ],
  'register.settle-report': [
    'decided about news from the register of the judiciary',
    'decide about news from the register of the judiciary',
  ],
  'mandate.begin': ['let an authorisation begin', 'let an authorisation begin'],
  'urgent-acts.ask': ['asked to finish urgent acts', 'ask to finish urgent acts'],
  'urgent-acts.list': ['looked at requests to finish urgent acts', 'look at requests to finish urgent acts'],
  'urgent-acts.decide': [
    'decided whether an office may finish urgent acts',
    'decide whether an office may finish urgent acts',
  ],
  'official.list': ['looked at the list of officials', 'look at the list of officials'],
  'official.enter': ['entered an official in the list', 'enter an official in the list'],
  'official.suspend': ['suspended an official', 'suspend an official'],
  'official.reinstate': ['reinstated an official', 'reinstate an official'],
};

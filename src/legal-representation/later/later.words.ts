import type { WhyWaits } from '../../domain/register-report.ts';
import type { Language } from '../../platform/language.ts';

/** Why a later decision cannot be carried out as it was told. */
export const outcomeIn: Readonly<Record<WhyWaits, Readonly<Record<Language, string>>>> = {
  'too-early': {
    nl: 'Dit past nog niet: er is nog geen schorsing bekend. Probeer het daarna opnieuw.',
    en: 'This does not fit yet: no suspension is known. Try again after that.',
  },
  contradicts: {
    nl: 'Dit past niet bij wat bekend is, zoals een eerder einde of een schorsing die al voorbij is.',
    en: 'This does not fit what is known, such as an earlier end or a suspension that is over.',
  },
  'which-suspension': {
    nl: 'Op die dag is één schorsing voorbij en loopt een andere door. Het bericht zegt niet welke de rechter heeft beëindigd.',
    en: 'One suspension is over on that day and another goes on. The report does not say which of them the judge ended.',
  },
  widens: {
    nl: 'Dit geeft toegang terug of maakt die langer. Dat kan alleen het register melden, of er is een nieuw besluit nodig, dat twee ambtenaren goedkeuren.',
    en: 'This gives access back or makes it longer. Only the register can tell so, or it takes a new order, which two officials approve.',
  },
  'unknown-order': {
    nl: 'Niemand heeft een besluit met dit zaaknummer aangemeld.',
    en: 'Nobody handed in an order with this case number.',
  },
  'not-verified': {
    nl: 'Het besluit is nog niet goedgekeurd.',
    en: 'The order was not verified yet.',
  },
  'which-guardian': {
    nl: 'Er is meer dan één vertegenwoordiger in deze zaak, en het bericht noemt er geen.',
    en: 'There is more than one guardian in this case, and the report names none.',
  },
  'told-otherwise': {
    nl: 'Het register meldde dit eerder anders, met hetzelfde kenmerk.',
    en: 'The register told this otherwise before, under the same event id.',
  },
};

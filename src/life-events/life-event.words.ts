import type { LifeEventQuestion } from '../domain/life-event.ts';

/** What an official is asked, in both languages. */
export const questionWords: Readonly<
  Record<LifeEventQuestion, { readonly nl: string; readonly en: string }>
> = {
  'death-corrected': {
    nl: 'Volgens het register klopt een melding van overlijden niet. Leeft deze persoon? Wat is beëindigd, komt niet terug.',
    en: 'The register says that a death was reported wrongly. Is this person alive? What was ended does not come back.',
  },
  'another-day': {
    nl: 'Deze gebeurtenis is eerder gemeld, op een andere dag. Welke dag klopt?',
    en: 'This event was told before, with another day. Which day is right?',
  },
  'another-content': {
    nl: 'Voor deze dag is iets anders bekend. Wat klopt?',
    en: 'Something else is known for this day. What is right?',
  },
  'after-death': {
    nl: 'Deze persoon was toen al overleden. Klopt deze gebeurtenis?',
    en: 'This person had died by then. Is this event right?',
  },
  'before-known-events': {
    nl: 'Van na deze dag van overlijden zijn andere gebeurtenissen bekend. De machtigingen zijn beëindigd. Klopt dit overlijden?',
    en: 'Other events are known from after this day of death. The authorisations were ended. Is this death right?',
  },
  'in-the-future': {
    nl: 'Deze dag moet nog komen. Dan heeft de gebeurtenis vanzelf gevolgen. Klopt de dag niet? Sluit de melding dan.',
    en: 'This day is yet to come. Then the event has its effect by itself. Is the day wrong? Then close it.',
  },
  'told-otherwise': {
    nl: 'Het register meldde dit eerder met een andere inhoud. Wat klopt?',
    en: 'The register told this before with other content. What is right?',
  },
  'order-needed': {
    nl: 'Deze persoon staat onder curatele, zegt het register. Vraag de curator om de beschikking aan te melden. Tot u dit sluit, kan deze persoon geen nieuwe machtiging geven. Wat er is, blijft: kijk of dat klopt.',
    en: 'The register says that this person is under curatele. Ask the curator to register the order. Until you close this, the person cannot give a new authorisation. What there is stays: see whether that is right.',
  },
};

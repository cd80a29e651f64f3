import type { Consequence, Obstacle } from '../domain/court-order-plan.ts';
import type { Day } from '../domain/day.ts';
import type { CourtMeasure } from '../domain/ground.ts';
import type { Language } from '../platform/language.ts';
import { writtenOut } from '../platform/written-out.ts';

type Words = Readonly<Record<Language, string>>;

/** What happens to one mandate, in a sentence. */
export function consequenceIn(does: Consequence, office: string): Words {
  switch (does.kind) {
    case 'ends':
      return {
        nl: `De machtiging van ${office} eindigt op ${writtenOut(does.on, 'nl')}.`,
        en: `The authorisation of ${office} ends on ${writtenOut(does.on, 'en')}.`,
      };
    case 'narrows':
      return {
        nl: `De machtiging van ${office} gaat vanaf ${writtenOut(does.on, 'nl')} niet meer over geld. De rest blijft.`,
        en: `From ${writtenOut(does.on, 'en')} the authorisation of ${office} is no longer about money. The rest stays.`,
      };
    case 'stays':
      return {
        nl: `De machtiging van ${office} blijft. Het kantoor moet bekijken of die nog klopt.`,
        en: `The authorisation of ${office} stays. The office has to see whether it is still right.`,
      };
    case 'beside':
      return {
        nl: `${office} blijft vertegenwoordiger naast de nieuwe. ${office} houdt alles, ook bij verdeelde taken, tot een eigen besluit van de rechter dat kleiner maakt.`,
        en: `${office} stays a guardian beside the new one. ${office} keeps everything, also when tasks are divided, until a court order of its own makes that smaller.`,
      };
  }
}

/** Why an order cannot be verified as it lies there. */
export const obstacleIn: Readonly<Record<Obstacle['kind'], Words>> = {
  'ward-died': {
    nl: 'Deze persoon is overleden. Daarmee eindigt elke maatregel.',
    en: 'This person died. With that every measure ends.',
  },
  'guards-himself': {
    nl: 'De vertegenwoordiger en de vertegenwoordigde zijn dezelfde persoon.',
    en: 'The guardian and the one who is represented are the same person.',
  },
  'guardian-out': {
    nl: 'Deze vertegenwoordiger mag nu niemand vertegenwoordigen: niet erkend, geschorst of overleden.',
    en: 'This guardian may represent nobody now: not recognised, suspended, or dead.',
  },
  'measure-lifted': {
    nl: 'De rechter heeft deze maatregel opgeheven of dit besluit vernietigd. Er begint niets meer.',
    en: 'The court lifted this measure or overturned this order. Nothing is left to begin.',
  },
  'under-curatele': {
    nl: 'Deze persoon staat onder curatele. Dan is er geen andere maatregel mogelijk.',
    en: 'This person is under curatele. Then no other measure is possible.',
  },
  'has-a-guardian': {
    nl: 'Er is al een vertegenwoordiger met deze maatregel. Komt de nieuwe ernaast of ervoor in de plaats?',
    en: 'There is a guardian with this measure already. Does the new one come beside him, or in his place?',
  },
  'own-measure-runs': {
    nl: 'Deze vertegenwoordiger heeft deze maatregel al. Het nieuwe besluit komt in de plaats van zijn eigen besluit, en niet ernaast.',
    en: 'This guardian has this measure already. The new order takes the place of his own order, and does not come beside it.',
  },
  'nobody-to-succeed': {
    nl: 'Degene die wordt opgevolgd, was nooit vertegenwoordiger met deze maatregel.',
    en: 'The one who is to be succeeded never was a guardian with this measure.',
  },
  'appointed-later': {
    nl: 'Degene die wordt opgevolgd, is later benoemd dan deze vertegenwoordiger. Een eerder besluit vervangt hem niet.',
    en: 'The one who is to be succeeded was appointed later than this guardian. An earlier order does not replace him.',
  },
  'more-to-succeed': {
    nl: 'Er zijn meer vertegenwoordigers met deze maatregel. Kies wie wordt opgevolgd.',
    en: 'There are more guardians with this measure. Choose who is succeeded.',
  },
};

const counted: Readonly<Record<Language, (count: number) => string>> = {
  nl: (count) => (count === 1 ? '1 machtiging' : `${count} machtigingen`),
  en: (count) => (count === 1 ? '1 authorisation' : `${count} authorisations`),
};

/** Each name once. */
const named = (offices: readonly string[]): string => [...new Set(offices)].join(', ');

/** "Verifying this curatele ends 3 authorisations: Kantoor A, Kantoor B." */
export function summaryIn(
  ground: CourtMeasure,
  consequences: readonly { readonly kind: Consequence['kind']; readonly office: string }[],
  complete: boolean,
): Words {
  const of = (kind: Consequence['kind']) => consequences.filter((each) => each.kind === kind);
  const part = (kind: Consequence['kind'], language: Language, does: string) => {
    const found = of(kind);
    return found.length === 0
      ? []
      : [`${does} ${counted[language](found.length)}: ${named(found.map(({ office }) => office))}`];
  };
  const nl = [
    ...part('ends', 'nl', 'beëindigt'),
    ...part('narrows', 'nl', 'verkleint'),
    ...part('stays', 'nl', 'laat ter controle staan'),
    ...part('beside', 'nl', 'komt naast'),
  ];
  const en = [
    ...part('ends', 'en', 'ends'),
    ...part('narrows', 'en', 'narrows'),
    ...part('stays', 'en', 'leaves to be looked at'),
    ...part('beside', 'en', 'comes beside'),
  ];
  const [own, none] = complete ? [ownOnly.unsaid, 'andere'] : [ownOnly.said, 'eigen'];
  const noneEn = complete ? 'no other authorisation' : 'no authorisation of your own';
  return {
    nl: `Goedkeuren van ${title.nl[ground]} ${nl.length > 0 ? nl.join('; ') : `verandert geen ${none} machtiging`}.${own.nl}`,
    en: `Verifying this ${title.en[ground]} ${en.length > 0 ? en.join('; ') : `changes ${noneEn}`}.${own.en}`,
  };
}

/** An office is told of its own mandates alone, and that this is so. */
const ownOnly: Readonly<Record<'said' | 'unsaid', Words>> = {
  said: {
    nl: ' Dit gaat alleen over uw eigen machtigingen. Wat er met die van anderen gebeurt, ziet u hier niet.',
    en: ' This is about your own authorisations only. What happens to those of others is not shown here.',
  },
  unsaid: { nl: '', en: '' },
};

/** Of an order that was verified: nothing lies ahead any more. */
export const happened = (verifiedOn: Day): Words => ({
  nl: `Dit besluit is goedgekeurd op ${writtenOut(verifiedOn, 'nl')}. Wat het deed met andere machtigingen, is toen gebeurd en staat in hun geschiedenis.`,
  en: `This order was verified on ${writtenOut(verifiedOn, 'en')}. What it did to other authorisations happened then, and stands in their history.`,
});

const title: Readonly<Record<Language, Readonly<Record<CourtMeasure, string>>>> = {
  nl: {
    curatele: 'deze curatele',
    bewind: 'dit bewind',
    mentorschap: 'dit mentorschap',
    provisional: 'deze voorlopige maatregel',
  },
  en: {
    curatele: 'curatele',
    bewind: 'bewind',
    mentorschap: 'mentorschap',
    provisional: 'provisional measure',
  },
};

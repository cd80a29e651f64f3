import type { CoverWish } from '../../domain/cover.ts';
import type { Crossing } from '../../domain/cover-gaps.ts';
import type { Sentence } from '../../domain/sentence.ts';
import { lastDay, writtenOut } from '../../platform/written-out.ts';
import type { KeptCover } from './cover.store.ts';

/** Another cover, cut to the days that it shares with the one that is arranged. */
export const daysInCommon = (wish: CoverWish, other: KeptCover): KeptCover => ({
  ...other,
  from: wish.from > other.from ? wish.from : other.from,
  until: wish.until < other.until ? wish.until : other.until,
});

const days = ({ from, until }: KeptCover): Sentence => ({
  nl: `van ${writtenOut(from, 'nl')} tot en met ${lastDay(until, 'nl')}`,
  en: `from ${writtenOut(from, 'en')} up to and including ${lastDay(until, 'en')}`,
});

/** What another cover stands in the way of, with the names of its two and the days. */
export const crossingWords: Readonly<Record<Crossing, (other: KeptCover) => Sentence>> = {
  'substitute-away': (other) => ({
    nl: `${other.absentName} is zelf afwezig ${days(other).nl}, met ${other.substituteName} als vervanger. Een vervanging gaat niet door naar een volgende collega.`,
    en: `${other.absentName} is away ${days(other).en}, with ${other.substituteName} as substitute. A cover is not passed on to a next colleague.`,
  }),
  'absent-stands-in': (other) => ({
    nl: `${other.substituteName} vervangt zelf ${other.absentName} ${days(other).nl}. Die vervanging gaat niet door naar een volgende collega.`,
    en: `${other.substituteName} stands in for ${other.absentName} ${days(other).en}. That cover is not passed on to a next colleague.`,
  }),
};

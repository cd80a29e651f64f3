import type { OrderState } from '../domain/court-order.ts';
import type { Day } from '../domain/day.ts';
import type { CourtMeasure } from '../domain/ground.ts';
import type { Language } from '../platform/language.ts';
import { writtenOut } from '../platform/written-out.ts';

/** What a guardian is called by his measure. The words stay Dutch: the law has no official translation of them. */
const guardianOf: Readonly<Record<CourtMeasure, Readonly<Record<Language, string>>>> = {
  curatele: { nl: 'curator', en: 'guardian (curator)' },
  bewind: { nl: 'bewindvoerder', en: 'guardian for money (bewindvoerder)' },
  mentorschap: { nl: 'mentor', en: 'guardian for care (mentor)' },
  provisional: { nl: 'tijdelijke bewindvoerder', en: 'temporary guardian' },
};

/** What each measure is about, as people say it. */
const about: Readonly<Record<CourtMeasure, Readonly<Record<Language, string>>>> = {
  curatele: { nl: 'al uw berichten', en: 'all your messages' },
  bewind: { nl: 'uw berichten over geld', en: 'your messages about money' },
  mentorschap: { nl: 'uw berichten over zorg', en: 'your messages about care' },
  provisional: { nl: 'de berichten die de rechter noemde', en: 'the messages that the judge named' },
};

/** What a sentence about an order speaks of. */
export interface OrderContent {
  readonly state: OrderState;
  readonly ground: CourtMeasure;
  readonly office: string;
  /** The judge gave a part of the tasks or goods (R24, R25). */
  readonly limited: boolean;
  /** Nothing opens: a bewind over named goods, of which no senders are named (R24). */
  readonly shut: boolean;
  readonly from?: Day | undefined;
  readonly endsOn?: Day | undefined;
  readonly suspendedUntil?: Day | undefined;
}

type Writer = (content: OrderContent) => string;
const nl = (day: Day | undefined) => (day === undefined ? '' : writtenOut(day, 'nl'));
const en = (day: Day | undefined) => (day === undefined ? '' : writtenOut(day, 'en'));
const whichNl = ({ ground, limited, shut }: OrderContent) =>
  shut ? 'geen berichten van u' : limited ? 'een deel van uw berichten' : about[ground].nl;
const whichEn = ({ ground, limited, shut }: OrderContent) =>
  shut ? 'no messages of yours' : limited ? 'a part of your messages' : about[ground].en;

/** To the ward: how it stands. What is not verified he does not see. */
const toTheWard: Partial<Record<OrderState, Readonly<Record<Language, Writer>>>> = {
  verified: {
    nl: (it) =>
      `${it.office} wordt uw ${guardianOf[it.ground].nl} op ${nl(it.from)}. Vanaf die dag mag ${it.office} ${whichNl(it)} lezen. U houdt uw eigen inbox.`,
    en: (it) =>
      `${it.office} becomes your ${guardianOf[it.ground].en} on ${en(it.from)}. From that day ${it.office} may read ${whichEn(it)}. You keep your own inbox.`,
  },
  active: {
    nl: (it) =>
      `${it.office} is uw ${guardianOf[it.ground].nl} sinds ${nl(it.from)}. ${it.office} mag ${whichNl(it)} lezen. U houdt uw eigen inbox.`,
    en: (it) =>
      `${it.office} is your ${guardianOf[it.ground].en} since ${en(it.from)}. ${it.office} may read ${whichEn(it)}. You keep your own inbox.`,
  },
  suspended: {
    nl: (it) =>
      `${it.office} is geschorst als uw ${guardianOf[it.ground].nl}. ${it.office} kan uw berichten nu niet lezen.${it.suspendedUntil === undefined ? '' : ` Besluit de rechter niets anders? Dan mag het weer vanaf ${nl(it.suspendedUntil)}.`}`,
    en: (it) =>
      `${it.office} is suspended as your ${guardianOf[it.ground].en}. ${it.office} cannot read your messages now.${it.suspendedUntil === undefined ? '' : ` Unless the judge decides otherwise, this is possible again from ${en(it.suspendedUntil)}.`}`,
  },
  ended: {
    nl: (it) =>
      `${it.office} is niet meer uw ${guardianOf[it.ground].nl} sinds ${nl(it.endsOn)}. ${it.office} kan uw berichten niet meer lezen.`,
    en: (it) =>
      `${it.office} is no longer your ${guardianOf[it.ground].en} since ${en(it.endsOn)}. ${it.office} cannot read your messages any more.`,
  },
};

/** To the office and to officials: how it stands. */
const toOthers: Readonly<Record<OrderState, Readonly<Record<Language, Writer>>>> = {
  registered: {
    nl: () => 'Het besluit is aangemeld. Het wordt zo gecontroleerd.',
    en: () => 'The order is registered. It will be checked soon.',
  },
  'in-verification': {
    nl: () => 'Het besluit wordt gecontroleerd. Tot die tijd geeft het geen toegang.',
    en: () => 'The order is being verified. Until then it gives no access.',
  },
  'supplement-requested': {
    nl: () => 'Er ontbreekt iets. Lees wat de ambtenaar vraagt en vul het besluit aan.',
    en: () => 'Something is missing. Read what the official asks, and supplement the order.',
  },
  rejected: {
    nl: () => 'Het besluit is afgewezen. Lees waarom.',
    en: () => 'The order was rejected. Read why.',
  },
  withdrawn: {
    nl: () => 'De aanmelding is ingetrokken.',
    en: () => 'The registration was withdrawn.',
  },
  verified: {
    nl: (it) => `Het besluit is goedgekeurd. De toegang begint op ${nl(it.from)}.`,
    en: (it) => `The order is verified. Access begins on ${en(it.from)}.`,
  },
  active: {
    nl: (it) => `Het besluit geeft toegang sinds ${nl(it.from)}.`,
    en: (it) => `The order gives access since ${en(it.from)}.`,
  },
  suspended: {
    nl: (it) =>
      `De toegang is geschorst${it.suspendedUntil === undefined ? '' : ` tot ${nl(it.suspendedUntil)}, tenzij de rechter anders besluit`}.`,
    en: (it) =>
      `Access is suspended${it.suspendedUntil === undefined ? '' : ` until ${en(it.suspendedUntil)}, unless the judge decides otherwise`}.`,
  },
  ended: {
    nl: (it) => `Het besluit geeft geen toegang meer sinds ${nl(it.endsOn)}.`,
    en: (it) => `The order gives no access any more since ${en(it.endsOn)}.`,
  },
};

/** How an order stands, in a sentence for who reads it, in both languages. */
export function orderIn(content: OrderContent, forWard: boolean): Readonly<Record<Language, string>> {
  const writers = (forWard ? toTheWard[content.state] : undefined) ?? toOthers[content.state];
  return { nl: writers.nl(content), en: writers.en(content) };
}

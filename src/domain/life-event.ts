import { addDays, type Day } from './day.ts';
import { Problem } from './errors.ts';

/** What the registers of persons tell of somebody's life: the BRP, and the RNI of people abroad. */
export const lifeEventKinds = [
  ...(['death', 'death-corrected', 'emigration', 'return', 'address-change'] as const),
  ...(['name-change', 'coming-of-age', 'curatele'] as const),
] as const;
/** One of {@link lifeEventKinds}. `death-corrected`: a certificate of death was wrong. */
export type LifeEventKind = (typeof lifeEventKinds)[number];

/** Something that happened to a person. */
export interface LifeEvent {
  readonly kind: LifeEventKind;
  /** Since when it holds. It may be told later, and after what happened later. */
  readonly effectiveOn: Day;
  /** What somebody is called from then on. */
  readonly name?: string | undefined;
  /** In which country somebody lives from then on, when it is not the Netherlands: two letters (ISO 3166-1). */
  readonly country?: string | undefined;
  /** Lines as they go on an envelope. */
  readonly address?: readonly string[] | undefined;
}

/** Where somebody lives. */
export interface Residence {
  readonly abroad: boolean;
  readonly country?: string | undefined;
  readonly address?: readonly string[] | undefined;
}

/** What is known of a person, with the day since when an event said so; without one nobody told. */
export interface KnownLife {
  readonly diedOn?: Day | undefined;
  /** Until which day a correction reaches that an official carried out: he found that the person lived then. */
  readonly correctedOn?: Day | undefined;
  readonly name?: string | undefined;
  readonly nameSince?: Day | undefined;
  readonly residence: Residence;
  readonly residenceSince?: Day | undefined;
  readonly ofAgeOn?: Day | undefined;
}

/** What an event changes. Whatever it changes of mandates follows from this (R30). */
export type LifeEffect =
  | { readonly kind: 'death'; readonly on: Day }
  | { readonly kind: 'alive' }
  | { readonly kind: 'name'; readonly name: string; readonly since: Day }
  | { readonly kind: 'residence'; readonly residence: Residence; readonly since: Day }
  | { readonly kind: 'of-age'; readonly since: Day };

/** Why an official has to look at an event. */
export const lifeEventQuestions = [
  ...(['death-corrected', 'another-day', 'another-content', 'after-death', 'before-known-events'] as const),
  ...(['in-the-future', 'told-otherwise', 'order-needed'] as const),
] as const;
/** One of {@link lifeEventQuestions}. */
export type LifeEventQuestion = (typeof lifeEventQuestions)[number];

/** What becomes of an event: `overtaken` by a later one of its kind that is known already. */
export const lifeEventOutcomes = ['new', 'applied', 'known', 'overtaken', 'waiting', 'closed'] as const;
/** One of {@link lifeEventOutcomes}. */
export type LifeEventOutcome = (typeof lifeEventOutcomes)[number];

/** What is done with an event: its effect, and what is left to ask an official. */
export interface LifeJudgement {
  readonly outcome: LifeEventOutcome;
  readonly effect?: LifeEffect | undefined;
  readonly question?: LifeEventQuestion | undefined;
}

const waiting = (question: LifeEventQuestion): LifeJudgement => ({ outcome: 'waiting', question });

/** What the event changes when it is carried out; nothing when only an official can do something about it. */
function effectOf({ kind, effectiveOn: since, name, country, address }: LifeEvent): LifeEffect | undefined {
  switch (kind) {
    case 'death':
      return { kind: 'death', on: since };
    case 'death-corrected':
      return { kind: 'alive' };
    case 'name-change':
      return name === undefined ? undefined : { kind: 'name', name, since };
    case 'emigration':
    case 'return':
    case 'address-change':
      return { kind: 'residence', residence: { abroad: country !== undefined, country, address }, since };
    case 'coming-of-age':
      return { kind: 'of-age', since };
    case 'curatele':
      return undefined; // who may act for whom, only a court order says that was verified
  }
}

/**
 * Whether what an event says holds by now. East of the Netherlands it is tomorrow already, and of a death the doubt is
 * never in favour of reading on (R30).
 */
const hasCome = ({ kind, effectiveOn }: LifeEvent, today: Day): boolean =>
  effectiveOn <= (kind === 'death' ? addDays(today, 1) : today);

/**
 * It can come before the death that it is about, so an official is asked either way: nothing that was told waits unseen. It
 * is known once he carried out one that reaches as far, unless the person is known as dead since.
 */
function ofCorrection({ effectiveOn }: LifeEvent, { diedOn, correctedOn }: KnownLife): LifeJudgement {
  const carriedOut = correctedOn !== undefined && effectiveOn <= correctedOn;
  return diedOn === undefined && carriedOut ? { outcome: 'known' } : waiting('death-corrected');
}

/** R30. Of two certificates neither is taken for right; and what came later than a death throws doubt on it. */
function ofDeath(event: LifeEvent, known: KnownLife): LifeJudgement {
  const { effectiveOn } = event;
  if (known.diedOn !== undefined)
    return known.diedOn === effectiveOn ? { outcome: 'known' } : waiting('another-day');
  // An official found that it was wrong; told anew, by whichever register, it is his to look at and ends nothing by itself.
  if (known.correctedOn !== undefined && effectiveOn <= known.correctedOn) return waiting('death-corrected');
  const later = [known.nameSince, known.residenceSince, known.ofAgeOn].some(
    (since) => since !== undefined && since > effectiveOn,
  );
  // Refusing first is safe: whatever was wrong, nobody read what he may not.
  return {
    outcome: 'applied',
    effect: effectOf(event),
    question: later ? 'before-known-events' : undefined,
  };
}

const sameLines = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.join('\n') === other.join('\n');

/** Whether it says of that day what is known of it. */
function saysTheSame(effect: LifeEffect, known: KnownLife): boolean {
  if (effect.kind === 'name') return effect.name === known.name;
  if (effect.kind !== 'residence') return true;
  const { abroad, country, address } = effect.residence;
  const { residence } = known;
  return (
    abroad === residence.abroad && country === residence.country && sameLines(address, residence.address)
  );
}

/**
 * What becomes of an event, given what is known. The order in which events come does not matter: what holds since a
 * later day stays, and what cannot both be so waits for an official. What was ended is never revived (R18).
 */
export function judgeLifeEvent(event: LifeEvent, known: KnownLife, today: Day): LifeJudgement {
  const { kind, effectiveOn } = event;
  if (kind === 'death-corrected') return ofCorrection(event, known);
  if (!hasCome(event, today)) return waiting('in-the-future');
  if (kind === 'death') return ofDeath(event, known);
  if (known.diedOn !== undefined && effectiveOn > known.diedOn) return waiting('after-death');
  if (kind === 'curatele') return waiting('order-needed');
  if (kind === 'coming-of-age' && known.ofAgeOn !== undefined)
    return known.ofAgeOn === effectiveOn ? { outcome: 'known' } : waiting('another-day');
  const effect = effectOf(event);
  const since = kind === 'name-change' ? known.nameSince : known.residenceSince;
  if (effect === undefined || kind === 'coming-of-age' || since === undefined || since < effectiveOn)
    return { outcome: 'applied', effect };
  if (since > effectiveOn) return { outcome: 'overtaken' };
  return saysTheSame(effect, known) ? { outcome: 'known' } : waiting('another-content');
}

/**
 * What an official brings about who finds that the event is right after all.
 * @throws Problem `move-not-possible` when there is nothing to carry out: it was already, its day did not come, or only
 * a court order can.
 */
export function carryOut(
  event: LifeEvent,
  { outcome, today }: { readonly outcome: LifeEventOutcome; readonly today: Day },
): LifeEffect {
  const effect = effectOf(event);
  if (outcome !== 'waiting' || effect === undefined || !hasCome(event, today))
    throw new Problem('move-not-possible', { members: { state: outcome, kind: event.kind } });
  return effect;
}

import { addDays, contains, type Day, endless, type Period } from './day.ts';

/** A suspension that a judge decided: its first day, and whether the parties were heard (BW 1:448.2). */
export interface NewSuspension {
  readonly on: Day;
  readonly heard?: boolean | undefined;
}

/** Why what was told of suspensions does not fit, or adds nothing to what is known. */
export type SuspensionFault = 'same' | 'too-early' | 'contradicts' | 'widens';

/** The suspensions of a measure after what was told of them, each by itself, or why nothing changes. */
export type Suspensions = readonly Period[] | SuspensionFault;

/** BW 1:448.2: a suspension for which nobody was heard lapses after so many days (R28). */
const exParteDays = 14;

const byFirstDay = (one: Period, other: Period): number => (one.from < other.from ? -1 : 1);

/** R28: whether any suspension holds on this day: each closes all of its days, whatever becomes of another. */
export const isSuspended = (suspensions: readonly Period[] | undefined, day: Day): boolean =>
  suspensions?.some((each) => contains(each, day)) ?? false;

/** R28: the stretches without access that suspensions come to: those that overlap or touch are one. */
export const stretchesOf = (suspensions: readonly Period[] = []): readonly Period[] =>
  suspensions.toSorted(byFirstDay).reduce<readonly Period[]>((before, next) => {
    const last = before.at(-1);
    if (last === undefined || last.until < next.from) return [...before, next];
    const until = next.until > last.until ? next.until : last.until;
    return [...before.slice(0, -1), { from: last.from, until }];
  }, []);

/** The stretch to tell people of: that of this day, else the next one, else the last there was. */
export function stretchAt(suspensions: readonly Period[] | undefined, day: Day): Period | undefined {
  const stretches = stretchesOf(suspensions);
  return stretches.find(({ until }) => until > day) ?? stretches.at(-1);
}

/** R28: the first days on which access was back, as far as those days have come. */
export const lapsedOn = (suspensions: readonly Period[] | undefined, today: Day): readonly Day[] =>
  stretchesOf(suspensions)
    .map(({ until }) => until)
    .filter((until) => until <= today);

/**
 * R28: one suspension never shuts out another: whichever was told first, or begins first, the days of both are closed. The
 * same one told again, heard by now, takes the place of what was known of it.
 */
export function suspend(known: readonly Period[], { on, heard = false }: NewSuspension): Suspensions {
  const wished: Period = { from: on, until: heard ? endless : addDays(on, exParteDays) };
  if (known.some(({ from, until }) => from === on && until >= wished.until)) return 'same';
  return [...known.filter(({ from }) => from !== on), wished].toSorted(byFirstDay);
}

/**
 * R28: only what has not lapsed can be confirmed; else access has returned, and taking it away is a new decision. The
 * parties may well be heard before its first day; but what was decided more than two weeks before that is about another
 * one, or this one had lapsed before it began. Of several the first goes on, so that no day opens.
 */
export function confirmSuspension(known: readonly Period[], on: Day): Suspensions {
  const meant = known.filter(({ from }) => from <= addDays(on, exParteDays));
  if (meant.length === 0) return 'too-early';
  const [first] = meant.filter(({ until }) => on < until).toSorted(byFirstDay);
  if (first === undefined) return 'contradicts';
  if (first.until === endless) return 'same';
  return known.map((each) => (each === first ? { from: each.from, until: endless } : each));
}

/**
 * R28: what a judge took away, the register gives back, or a new order with two officials; never one hand. It ends the one
 * that began first; others that run go on, as no end says which it means, and what is in doubt stays closed. That one lapses
 * on its day was known.
 */
export function endSuspension(known: readonly Period[], on: Day, mayWiden: boolean): Suspensions {
  const begun = known.filter(({ from }) => from <= on).toSorted(byFirstDay);
  if (begun.length === 0) return 'too-early';
  const [first] = begun.filter(({ until }) => on < until);
  const over = begun.find(({ until }) => until === on);
  if (over !== undefined) {
    const lapsed = over.until === addDays(over.from, exParteDays);
    return lapsed || first === undefined || first.from === on ? 'same' : 'contradicts';
  }
  if (first === undefined) return 'contradicts';
  if (!mayWiden) return 'widens';
  return [
    ...known.filter((each) => each !== first),
    ...(first.from < on ? [{ from: first.from, until: on }] : []),
  ].toSorted(byFirstDay);
}

import { addDays, contains, type Day, endless, type Period } from './day.ts';

/** What can be told of the suspensions of a measure: one began, one goes on after a hearing, one ended. */
export const suspensionKinds = ['suspended', 'suspension-confirmed', 'suspension-ended'] as const;
/** One of {@link suspensionKinds}. */
export type SuspensionKind = (typeof suspensionKinds)[number];

/** What was told of the suspensions of a measure, of which day, and whether the parties were heard (BW 1:448.2). */
export interface ToldOfSuspension {
  readonly kind: SuspensionKind;
  readonly on: Day;
  readonly heard?: boolean | undefined;
}

/** Why what was told of suspensions does not fit, or adds nothing to what is known. */
export type SuspensionFault = 'same' | 'too-early' | 'contradicts' | 'which-suspension';

/** The suspensions of a measure, one by one, and how each thing that was told of them fits in. */
export interface Suspensions<Told extends ToldOfSuspension> {
  readonly periods: readonly Period[];
  readonly fits: ReadonlyMap<Told, 'fits' | SuspensionFault>;
}

/** BW 1:448.2: a suspension for which nobody was heard lapses after so many days (R28). */
const exParteDays = 14;

const byFirstDay = (one: Period, other: Period): number => (one.from < other.from ? -1 : 1);

/** R28: the first day without a suspension for which nobody was heard, when nobody confirms it. */
export const lapseOf = (on: Day): Day => addDays(on, exParteDays);

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

/** One suspension never shuts out another. The same one told again, heard by now, takes the place of what was known. */
function begin(
  known: readonly Period[],
  { on, heard = false }: ToldOfSuspension,
): readonly Period[] | 'same' {
  const wished: Period = { from: on, until: heard ? endless : lapseOf(on) };
  if (known.some(({ from, until }) => from === on && until >= wished.until)) return 'same';
  return [...known.filter(({ from }) => from !== on), wished].toSorted(byFirstDay);
}

/**
 * Only what has not lapsed can be confirmed; else access has returned, and taking it away is a new decision. The parties
 * may well be heard before its first day; but what was decided more than two weeks before that is about another one, or
 * this one had lapsed before it began. No confirmation says which it means, so all of them go on.
 */
function confirm(known: readonly Period[], { on }: ToldOfSuspension): readonly Period[] | SuspensionFault {
  const meant = known.filter(({ from }) => from <= lapseOf(on));
  if (meant.length === 0) return 'too-early';
  const running = meant.filter(({ until }) => on < until);
  if (running.length === 0) return 'contradicts';
  if (running.every(({ until }) => until === endless)) return 'same';
  return known.map((each) => (running.includes(each) ? { from: each.from, until: endless } : each));
}

/**
 * It ends the one that began first of those that still run: no end says which it means, and what is in doubt stays closed.
 * Where one is over on that day already, by its lapse or another end, and another runs on, people look which is meant.
 */
function end(known: readonly Period[], { on }: ToldOfSuspension): readonly Period[] | SuspensionFault {
  const begun = known.filter(({ from }) => from <= on);
  if (begun.length === 0) return 'too-early';
  const first = begun.find(({ until }) => on < until);
  if (begun.some(({ until }) => until === on)) return first === undefined ? 'same' : 'which-suspension';
  if (first === undefined) return 'contradicts';
  return known.map((each) => (each === first ? { from: each.from, until: on } : each));
}

const steps = { suspended: begin, 'suspension-ended': end, 'suspension-confirmed': confirm } as const;
const ranks: readonly string[] = ['suspended', 'suspension-ended', 'suspension-confirmed'];

interface Turn {
  readonly kind: string;
  readonly on: Day;
}

/** All that began, then the rest by the day of which it speaks; on one day the ends first, so that what goes on stays. */
export function inTurn(one: Turn, other: Turn): number {
  const begins = Number(one.kind !== 'suspended') - Number(other.kind !== 'suspended');
  if (begins !== 0) return begins;
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return ranks.indexOf(one.kind) - ranks.indexOf(other.kind); // what is of no suspension comes before these
}

/**
 * R28: the suspensions that follow from all that was told of them, in whichever order it came. What does not fit changes
 * nothing; it may fit when more is told.
 */
export function suspensionsOf<Told extends ToldOfSuspension>(told: readonly Told[]): Suspensions<Told> {
  const fits = new Map<Told, 'fits' | SuspensionFault>();
  let periods: readonly Period[] = [];
  for (const each of told.toSorted(inTurn)) {
    const next = steps[each.kind](periods, each);
    fits.set(each, typeof next === 'string' ? next : 'fits');
    if (typeof next !== 'string') periods = next;
  }
  return { periods: periods.filter(({ from, until }) => from < until), fits };
}

/** What is closed although nobody told of it is kept as if it had been told: what is known to be closed stays so. */
export const untold = (known: readonly Period[], told: readonly ToldOfSuspension[]): ToldOfSuspension[] =>
  known
    .filter(({ from }) => !told.some(({ kind, on }) => kind === 'suspended' && on === from))
    .flatMap(({ from, until }): ToldOfSuspension[] => {
      if (until === lapseOf(from)) return [{ kind: 'suspended', on: from }];
      const began: ToldOfSuspension = { kind: 'suspended', on: from, heard: true };
      return until === endless ? [began] : [began, { kind: 'suspension-ended', on: until }];
    });

import { dawn, type DayNumber, stage, dayAt } from './calendar.ts';
import { type Kind, kinds, type Measure, type Office, type Sender, senders } from './happening.ts';

/** A set of places where a message can lie, sender × kind, one bit for each. */
export type Places = number;

/** The places of these senders that are about these things. */
export const placesOf = (whose: readonly Sender[], about: readonly Kind[]): Places =>
  whose.reduce(
    (all, sender) =>
      about.reduce(
        (some, kind) => some | (1 << (senders.indexOf(sender) * kinds.length + kinds.indexOf(kind))),
        all,
      ),
    0,
  );

/**
 * What one mandate gives, painted day by day on a sheet: for each day the set of places. Whatever takes something away
 * wipes it off the days that are still to come; nothing is ever painted back, so that nothing revives (R18).
 */
export class Authority {
  private readonly sheet = new Uint16Array(stage.last - stage.first + 1);
  /** An official put it on hold. */
  held = false;
  /** Days on which a judge suspended it. */
  readonly silences: { readonly from: DayNumber; until: DayNumber }[] = [];
  /** It gives nothing from this day on, and what it is about is over. */
  endsOn: DayNumber = Infinity;
  /** BW 3:73: what ended a mandate when nobody wished it to end. */
  endedBy?: 'death' | 'curatele';
  /** The guardian stopped: dismissed, dead, succeeded. The measure goes on. */
  guardianGone = false;
  /** From which day on a judge ended the measure, when that was after its guardian had gone. */
  lifted: DayNumber = Infinity;
  /** R32: whom this guardian succeeds. */
  succeeds?: Authority | undefined;
  /** Of an urgent act: after the end of what. */
  follows?: Authority;
  /** Only what was delivered before this instant (R31). */
  deliveredBefore = Infinity;
  /** What it gave at the last, and until when, once it ended otherwise than by the clock. */
  private last?: { readonly places: Places; readonly until: number };

  constructor(
    readonly office: Office,
    readonly ground: 'voluntary' | 'urgent act' | Measure,
    /** R9: it goes back to what the client wished, so that he may shield from it. */
    readonly wished = ground === 'voluntary',
  ) {}

  /** The first day on which it gives anything. */
  from: DayNumber = Infinity;
  /** The day of the order by which it was given. */
  givenOn?: DayNumber;

  /** R32: whether it was ordered after another one, or begins after one of the same day. */
  cameAfter(from: DayNumber, givenOn: DayNumber): boolean {
    const ordered = this.givenOn ?? givenOn;
    return ordered === givenOn ? this.from > from : ordered > givenOn;
  }

  paint(places: Places, from: DayNumber, until: DayNumber): this {
    for (let day = Math.max(from, stage.first); day < Math.min(until, stage.last + 1); day++)
      this.sheet[day - stage.first]! |= places;
    this.from = Math.min(this.from, from);
    this.endsOn = until;
    return this;
  }

  wipe(places: Places, from: DayNumber): void {
    for (let day = Math.max(from, stage.first); day <= stage.last; day++)
      this.sheet[day - stage.first]! &= ~places;
  }

  /** By law from a day on, which may be known afterwards. */
  end(on: DayNumber, today: DayNumber, by?: 'curatele'): void {
    if (this.isOver(today) || on >= this.endsOn) return;
    if (on <= today) this.last = { places: this.on(on - 1) & this.on(today), until: dawn(on) };
    this.wipe(~0, Math.max(on, today));
    [this.endsOn, this.endedBy] = [on, by];
  }

  /** At this instant: somebody ended it, or died. */
  endNow(today: DayNumber, at: number, by?: 'death'): void {
    if (this.isOver(today)) return;
    this.last = { places: this.on(today), until: at };
    this.wipe(~0, today);
    [this.endsOn, this.endedBy] = [today, by];
  }

  /** R32: the guardian is succeeded. */
  makesWay(on: DayNumber, today: DayNumber): void {
    if (!this.isOver(today) && on < this.endsOn) this.guardianGone = true;
    this.end(on, today);
  }

  /** R30: the guardian died. */
  loses(today: DayNumber, at: number): void {
    if (!this.isOver(today)) this.guardianGone = true;
    this.endNow(today, at);
  }

  /** It is over, and it was over sooner than was known: whoever finishes something reads no later than that. */
  wasOver(on: DayNumber): void {
    if (on >= this.endsOn) return;
    this.endsOn = on;
    this.last = { places: this.on(on - 1), until: dawn(on) };
  }

  /** R28: what a court confirms that heard the parties today: it does not say which, so all that did not lapse. */
  toConfirm(today: DayNumber) {
    return this.silences.filter(({ from, until }) => from <= today + 14 && today < until);
  }

  /** What stands on the sheet for a day, suspended or not. */
  on(day: DayNumber): Places {
    return this.sheet[day - stage.first] ?? 0;
  }

  /** What it gives on a day. */
  gives(day: DayNumber): Places {
    const silent = this.silences.some(({ from, until }) => from <= day && day < until);
    return this.held || silent ? 0 : this.on(day);
  }

  /** Whether any of these places is still to come, today or later. */
  hasLeft(places: Places, today: DayNumber): boolean {
    return this.sheet.some((on, day) => day + stage.first >= today && (on & places) !== 0);
  }

  isOver(today: DayNumber): boolean {
    return today >= this.endsOn;
  }

  /** What it gave at the last, and until when: for what still has to be done after the end. */
  atTheEnd(): { places: Places; until: number } {
    return this.last ?? { places: this.on(this.endsOn - 1), until: dawn(this.endsOn) };
  }

  /** R28, R31: whether it gave nothing at the last because a judge or an official had suspended it. */
  isSilentAtTheEnd(): boolean {
    const day = dayAt(this.atTheEnd().until - 1);
    return this.held || this.silences.some(({ from, until }) => from <= day && day < until);
  }
}

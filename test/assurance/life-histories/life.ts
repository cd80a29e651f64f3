import { Authority, placesOf } from './authority.ts';
import { dawn, dayAt, type DayNumber } from './calendar.ts';
import {
  type Happening,
  kinds,
  type Letter,
  type Office,
  type Order,
  type Post,
  type Shield,
} from './happening.ts';
import { cameTooLate, hides, placesOfOrder, sendersOf, startOf } from './law.ts';
import type { OfficeBook } from './office-book.ts';
import { curateleGivenSince, succeededBy } from './succession.ts';

/** An order and who approved it. */
export interface Dossier extends Order {
  readonly approvedBy: Set<string>;
  rejected?: boolean;
  cameTooLate?: boolean;
}

/**
 * The model: the life of one client told anew from the law and the rules R5–R36, event by event. It is written without
 * looking at `src/domain/access.ts` or the guard in the database, and works another way: every mandate has a sheet
 * with a set of places for each day.
 */
export class Life {
  readonly letters = new Map<string, Letter>();
  readonly authorities = new Map<string, Authority>();
  readonly dossiers = new Map<string, Dossier>();
  readonly shields = new Map<string, Shield>();
  readonly assigned: Record<Office, Set<Post>>;
  diedOn?: DayNumber;

  constructor(
    readonly offices: Readonly<Record<Office, OfficeBook>>,
    assigned: Readonly<Record<Office, readonly Post[]>>,
  ) {
    this.assigned = Object.fromEntries(
      Object.entries(assigned).map(([office, posts]) => [office, new Set(posts)]),
    ) as Record<Office, Set<Post>>;
  }

  /** The answer: may someone of an office open this letter at this instant, and so find it listed and counted? */
  mayRead(office: Office, post: Post, letter: Letter, at: number, despiteShields = false): boolean {
    if (!this.offices[office].letsIn(post, this.assigned[office])) return false;
    const place = placesOf([letter.sender], [letter.about]);
    return [...this.authorities.values()].some(
      (authority) =>
        authority.office === office &&
        (authority.gives(dayAt(at)) & place) !== 0 &&
        letter.deliveredAt < authority.deliveredBefore &&
        (despiteShields || ![...this.shields.values()].some((shield) => hides(shield, authority, letter))),
    );
  }

  /** It happened, so it has its effects. */
  happen(what: Happening, at: number): void {
    const today = dayAt(at);
    const mandate = () => this.authorities.get((what as { mandate: string }).mandate)!;
    switch (what.kind) {
      case 'delivered':
        this.letters.set(what.message, { ...what, name: what.message, deliveredAt: at });
        break;
      case 'granted': {
        const authority = new Authority(what.office, 'voluntary');
        for (const { sender, about, reads } of what.lines)
          authority.paint(
            reads ? placesOf([sender], about === 'all' ? kinds : [about]) : 0,
            what.from,
            what.until,
          );
        this.authorities.set(what.mandate, authority);
        break;
      }
      case 'revoked':
      case 'renounced':
        mandate().endNow(today, at);
        break;
      case 'put on hold':
        mandate().held = true;
        break;
      case 'resumed':
        mandate().held = false;
        break;
      case 'shortened':
        mandate().end(what.until, today);
        break;
      case 'sender ended':
      case 'reading ended':
        mandate().wipe(placesOf([what.sender], kinds), today);
        break;
      case 'handed in':
        this.dossiers.set(what.order, { ...what, approvedBy: new Set() });
        break;
      case 'approved': {
        const dossier = this.dossiers.get(what.order)!;
        if (dossier.approvedBy.add(what.official).size === 2) this.verified(dossier, today);
        break;
      }
      case 'rejected':
        this.dossiers.get(what.order)!.rejected = true;
        break;
      case 'suspended by the judge':
        this.authorities.get(what.order)!.silences.push({ from: what.on, until: what.on + 14 });
        break;
      case 'suspension confirmed':
        for (const each of this.authorities.get(what.order)!.toConfirm(today)) each.until = Infinity;
        break;
      case 'lifted':
        this.measureEnds(what.order, what.earlier ?? what.finalOn, today, false); // R29
        break;
      case 'dismissed':
        this.measureEnds(what.order, what.on, today, true);
        break;
      case 'shielded':
        this.shields.set(what.shield, what);
        break;
      case 'shield ended':
        this.shields.delete(what.shield);
        break;
      case 'died':
        // Another day for the same death waits for an official: what followed the first, such as an urgent act, stays.
        if (this.diedOn !== undefined) break;
        this.diedOn = what.on;
        for (const authority of this.authorities.values()) authority.endNow(today, at, 'death');
        break;
      case 'emigrated':
        break;
      case 'urgent act':
        this.urgentAct(what, today);
        break;
      case 'assigned':
        this.assigned[what.office].add(what.post);
        break;
      case 'unassigned':
        this.assigned[what.office].delete(what.post);
        break;
    }
  }

  /** R30: a guardian dies, and what he was given ends. */
  guardianDied(office: Office, at: number): void {
    for (const authority of this.authorities.values())
      if (authority.office === office) authority.loses(dayAt(at), at);
  }

  /** A judge ended the measure, or dismissed its guardian; also when that is over, and this end was sooner. */
  private measureEnds(order: string, on: DayNumber, today: DayNumber, guardianGone: boolean): void {
    const measure = this.authorities.get(order)!;
    if (!guardianGone && measure.guardianGone && on >= measure.endsOn)
      return void (measure.lifted = Math.min(measure.lifted, on));
    if (on < measure.endsOn) measure.guardianGone = guardianGone;
    if (!measure.isOver(today)) return measure.end(on, today);
    measure.wasOver(on);
    for (const act of this.authorities.values())
      if (act.follows === measure) act.deliveredBefore = Math.min(act.deliveredBefore, dawn(on)); // R31
  }

  /** The second official looked: from now on the order gives what it gives, and ends what it ends. */
  private verified(dossier: Dossier, today: DayNumber): void {
    const starts = startOf(dossier);
    const others = [...this.authorities.values()];
    const own = new Authority(dossier.office, dossier.ground);
    own.paint(placesOfOrder(dossier), starts, dossier.until ?? Infinity);
    own.givenOn = dossier.givenOn;
    this.authorities.set(dossier.order, own);
    dossier.cameTooLate = cameTooLate(dossier, today);
    if (dossier.cameTooLate) return;
    own.succeeds = succeededBy(this.authorities, dossier, today);
    own.succeeds?.makesWay(starts, today); // R32
    const curatele = curateleGivenSince(this.dossiers.values(), dossier);
    if (curatele && dossier.ground !== 'curatele') own.end(curatele.givenOn, today); // R26, verified in the other order
    if (dossier.ground === 'curatele')
      for (const other of others)
        if (['voluntary', 'bewind', 'mentorschap'].includes(other.ground))
          other.end(dossier.givenOn, today, 'curatele'); // R26
        else if (other.ground === 'provisional') other.end(starts, today); // BW 1:380
    if (dossier.ground === 'bewind')
      for (const other of others)
        if (other.ground === 'voluntary')
          other.wipe(placesOf(sendersOf(dossier), ['financial', 'untyped']), Math.max(starts, today)); // R27
  }

  private urgentAct({ act, of, until }: Happening & { kind: 'urgent act' }, today: DayNumber): void {
    const ended = this.authorities.get(of)!;
    const last = ended.atTheEnd();
    const authority = new Authority(ended.office, 'urgent act', ended.wished);
    authority.follows = ended;
    authority.paint(last.places, today, until).deliveredBefore = Math.min(
      last.until,
      ended.deliveredBefore,
      this.diedOn === undefined ? Infinity : dawn(this.diedOn), // R30
    );
    this.authorities.set(act, authority);
  }
}

import { type Authority, placesOf } from './authority.ts';
import { aYearAfter, dayAt, type DayNumber, stage } from './calendar.ts';
import { type Happening, kinds, type Shield } from './happening.ts';
import type { Life } from './life.ts';
import { takenPlaces, takenUntil } from './measures.ts';
import { isInTheWay } from './succession.ts';

/** Whether the service should let it happen; `either` where the rules leave it open or the tale is too strange. */
export type Expected = 'done' | 'refused' | 'either';

/** What the rules say to this act, now. Facts of nature are always done. */
export function expected(life: Life, what: Happening, at: number): Expected {
  const today = dayAt(at);
  if (life.diedOn !== undefined && !['delivered', 'approved', 'urgent act'].includes(what.kind))
    return 'either';
  switch (what.kind) {
    case 'delivered':
    case 'died':
    case 'emigrated':
    case 'assigned':
      return 'done';
    case 'shield ended':
      return life.shields.has(what.shield) ? 'done' : 'refused';
    case 'unassigned':
      return 'either'; // who was not assigned, an office that may not act: that has tests of its own
    case 'granted':
      return granted(life, what, today);
    case 'revoked':
    case 'renounced':
    case 'put on hold':
      return stillThere(life.authorities.get(what.mandate), today, false);
    case 'resumed':
      return resumed(life, life.authorities.get(what.mandate), today);
    case 'shortened': {
      const mandate = life.authorities.get(what.mandate);
      if (!mandate || mandate.isOver(today)) return 'refused';
      if (what.until <= mandate.from || mandate.endsOn < what.until) return 'refused'; // R20
      return what.until < mandate.endsOn && mandate.hasLeft(~0, today) ? 'done' : 'either';
    }
    case 'sender ended':
    case 'reading ended':
      return life.authorities.get(what.mandate)?.hasLeft(placesOf([what.sender], kinds), today)
        ? 'done'
        : 'either';
    case 'handed in':
      return handedIn(life, what, today);
    case 'approved':
      return approved(life, what, today);
    case 'rejected': {
      const dossier = life.dossiers.get(what.order);
      return !dossier || dossier.rejected || dossier.approvedBy.size === 2 ? 'refused' : 'done';
    }
    case 'suspended by the judge': {
      const authority = life.authorities.get(what.order);
      return !authority || authority.isOver(today) ? 'refused' : 'done'; // R28: beside others
    }
    case 'lifted':
      if (outlives(life.authorities.get(what.order), what.earlier ?? what.finalOn)) return 'done'; // R29
      return measureEnds(life.authorities.get(what.order), what.earlier ?? what.finalOn);
    case 'dismissed':
      return measureEnds(life.authorities.get(what.order), what.on);
    case 'suspension confirmed': {
      const authority = life.authorities.get(what.order);
      if (!authority || authority.isOver(today)) return 'refused';
      return authority.toConfirm(today).length > 0 ? 'done' : 'refused'; // R28: it lapsed
    }
    case 'shielded':
      if (what.byOrder !== undefined && !life.authorities.has(what.byOrder)) return 'refused';
      return [...life.shields.values()].some((each) => hideTheSame(each, what)) ? 'either' : 'done';
    case 'urgent act': {
      const ended = life.authorities.get(what.of);
      if (!ended?.isOver(today)) return 'refused';
      if (ended.ground === 'voluntary' && !ended.endedBy) return 'refused'; // BW 3:73
      // What was over before these lives begin stands on no sheet, and lets one read nothing.
      if (!ended.atTheEnd().places) return ended.endsOn <= stage.first ? 'either' : 'refused';
      if (ended.isSilentAtTheEnd() || what.until > aYearAfter(ended.endsOn)) return 'refused';
      return life.offices[ended.office].recognised ? 'done' : 'either';
    }
  }
}

const hideTheSame = (one: Shield, other: Shield) =>
  one.message === other.message && one.sender === other.sender && one.about === other.about;

/** R26, R27: under a measure that takes it over, or will, the client gives nothing new. */
function granted(life: Life, what: Happening & { kind: 'granted' }, today: DayNumber): Expected {
  const book = life.offices[what.office];
  if (!book.recognised) return 'refused';
  const until = takenUntil(life, what.lines, today);
  if (until <= today) return 'done';
  return what.from < until ? 'refused' : 'either';
}

/** End states are final (R18); what has nothing left, though nobody ended it, may be looked at in two ways. */
function stillThere(mandate: Authority | undefined, today: DayNumber, resumes: boolean): Expected {
  if (!mandate || mandate.isOver(today)) return 'refused';
  return resumes === mandate.held && mandate.hasLeft(~0, today) ? 'done' : 'either';
}

/** R26, R27: to let it go on gives access anew, and no official gives what its client cannot. */
function resumed(life: Life, mandate: Authority | undefined, today: DayNumber): Expected {
  const usual = stillThere(mandate, today, true);
  if (usual !== 'done' || mandate?.ground !== 'voluntary') return usual;
  const taken = takenPlaces(life, today);
  if (mandate.hasLeft(taken, today)) return 'refused';
  return taken === 0 ? 'done' : 'either'; // a line by which nobody reads is on no sheet
}

/** The guardian had gone, and the measure went on until this day. */
const outlives = (measure: Authority | undefined, on: DayNumber): boolean =>
  measure?.guardianGone === true && on >= measure.endsOn;

/** R18, R29: an end that comes sooner is believed, also of what is over; a later one would bring something back. */
function measureEnds(measure: Authority | undefined, on: DayNumber): Expected {
  if (!measure || on > measure.endsOn) return 'refused';
  return on < measure.endsOn ? 'done' : 'either';
}

function handedIn(life: Life, what: Happening & { kind: 'handed in' }, today: DayNumber): Expected {
  if (!life.offices[what.office].recognised) return 'refused';
  const other = what.replaces ?? what.beside;
  return other === undefined || life.authorities.get(other)?.isOver(today) === false ? 'done' : 'either';
}

/** R21: two different officials; and with the second nothing stands in the way. */
function approved(life: Life, what: { order: string; official: string }, today: DayNumber): Expected {
  const dossier = life.dossiers.get(what.order);
  if (!dossier || dossier.rejected || dossier.approvedBy.size === 2) return 'refused';
  if (dossier.approvedBy.has(what.official)) return 'refused';
  if (dossier.approvedBy.size === 0) return 'done';
  if (life.diedOn !== undefined) return 'refused'; // R30
  if (!life.offices[dossier.office].recognised) return 'refused';
  if (isInTheWay(life, dossier, today)) return 'refused';
  return 'done';
}

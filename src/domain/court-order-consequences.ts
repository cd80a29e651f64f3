import type { Beginning, Consequence, Existing, Plan } from './court-order-plan.ts';
import { type Day, dayOf, endless } from './day.ts';
import { isForOfficials, liftedFrom } from './guardian-before.ts';
import type { EndReason } from './mandate.ts';
import { type Category, everySender, meet } from './scope.ts';

const besidesMoney: readonly Category[] = ['care', 'other'];

const isMeasure = ({ ground }: Existing): boolean => ground !== 'voluntary' && ground !== 'urgent-acts';
const endsOn = ({ mandate }: Existing, on: Day, reason: EndReason): Consequence => ({
  ...{ kind: 'ends', mandate, on, reason },
});

/** Whether the term of an order was over before it was verified: it begins nothing, so it ends and replaces nothing. */
export const cameTooLate = ({ until, today }: Pick<Beginning, 'until' | 'today'>): boolean =>
  until !== undefined && until <= today;

/** Whether a guardian was appointed after the one who begins: by a later order, or from a later day. */
const cameAfter = ({ givenOn, from }: Existing, begins: Beginning): boolean =>
  from > begins.from || (givenOn !== undefined && givenOn > begins.givenOn);

/** R26: curatele ends bewind, mentorschap and all that was voluntary; a provisional measure when the curator starts. */
function underCuratele(existing: Existing, { worksFrom, from }: Beginning): Consequence | undefined {
  if (existing.ground === 'curatele' || existing.ground === 'urgent-acts') return undefined;
  return endsOn(existing, existing.ground === 'provisional' ? from : worksFrom, 'curatele');
}

/**
 * R27: bewind ends what is voluntary and financial, as far as it reaches; what else there is stays, and is looked at
 * again.
 */
function underBewind({ mandate, ground, lines }: Existing, bewind: Beginning): Consequence | undefined {
  if (ground !== 'voluntary') return undefined;
  const on = bewind.worksFrom;
  const about = lines.filter(
    (line) =>
      (line.category === 'financial' || line.category === 'all') &&
      bewind.lines.some(({ sender }) => sender === everySender || sender === line.sender),
  );
  if (about.length === 0) return { kind: 'stays', mandate };
  const instead = about
    .filter(({ category }) => category === 'all')
    .flatMap(({ sender, actions }) => besidesMoney.map((category) => ({ sender, category, actions })));
  if (instead.length === 0 && about.length === lines.length)
    return { kind: 'ends', mandate, on, reason: 'bewind' };
  return { kind: 'narrows', mandate, on, lines: about.map(({ id }) => id), instead };
}

/**
 * R32: whether the one who is succeeded was appointed after his successor: by the day of the order. That his own first day
 * is later says nothing of that; it counts where both were appointed on one day, or the day of his is not known.
 */
const appointedAfter = ({ givenOn, from }: Existing, begins: Beginning): boolean =>
  givenOn === undefined || givenOn === begins.givenOn ? from > begins.from : givenOn > begins.givenOn;

/**
 * A measure of the same office or person that runs beside the one that begins. What a judge takes of one of them the other
 * would go on giving, so it comes as the successor of its own; but two partial bewinden can be about different things (R24).
 */
const besideItself = (beginning: Beginning, same: readonly Existing[]): Existing | undefined =>
  same.find(
    ({ organisation, from, until, partial, lines }) =>
      organisation === beginning.guardian &&
      until > beginning.from &&
      from < (beginning.until ?? endless) &&
      !(
        partial &&
        beginning.partial &&
        !lines.some((one) => beginning.lines.some((other) => meet(one, other)))
      ),
  );

/**
 * R32: who is succeeded has nothing from the day on which the successor begins. Whose time ran out, who died or was
 * dismissed before that is succeeded as well, and keeps the end that he has.
 */
function handover(beginning: Beginning, same: readonly Existing[], named?: Existing): Plan {
  const { position, replaces, from } = beginning;
  const none: Plan = { consequences: [], obstacles: [] };
  const [first] = same;
  const succeeded = replaces === undefined ? first : named;
  const own = besideItself(
    beginning,
    position === 'successor' ? same.filter((each) => each !== succeeded) : same,
  );
  if (position === 'successor' && replaces === undefined && same.length > 1)
    return { ...none, obstacles: [{ kind: 'more-to-succeed' }] };
  if (own) return { ...none, obstacles: [{ kind: 'own-measure-runs', mandate: own.mandate }] };
  if (position === 'additional')
    // R25: two guardians, each by his own order
    return {
      ...none,
      consequences: same
        .filter(({ until }) => until > from)
        .map(({ mandate }): Consequence => ({ kind: 'beside', mandate })),
    };
  if (position === 'sole') {
    const goesOn = same.find(({ until }) => until > from); // one may end on that day, and another not
    return goesOn ? { ...none, obstacles: [{ kind: 'has-a-guardian', mandate: goesOn.mandate }] } : none;
  }
  if (succeeded === undefined)
    // dismissed before: nobody is left to hand over
    return replaces === undefined ? none : { ...none, obstacles: [{ kind: 'nobody-to-succeed' }] };
  const ends = !succeeded.over && succeeded.until > from;
  if (ends && appointedAfter(succeeded, beginning))
    return { ...none, obstacles: [{ kind: 'appointed-later', mandate: succeeded.mandate }] };
  return {
    obstacles: [],
    consequences: ends ? [endsOn(succeeded, from, 'replaced')] : [],
    predecessor: succeeded.mandate,
  };
}

/**
 * What happens to the other mandates of a client when an order is verified (R26, R27, R32), and what stands in the
 * way. `existing` holds what is not over, of every office, and whatever became of the mandate that is named as the one
 * that is succeeded; what is only asked for is kept from becoming active by `decide()`. A measure that is over by now
 * does nothing to anybody.
 */
export function planOf(beginning: Beginning, existing: readonly Existing[]): Plan {
  const { ground, ward, worksFrom, from } = beginning;
  if (ward.died) return { consequences: [], obstacles: [{ kind: 'ward-died' }] };
  if (ward.isTheGuardian) return { consequences: [], obstacles: [{ kind: 'guards-himself' }] };
  if (beginning.guardianOut) return { consequences: [], obstacles: [{ kind: 'guardian-out' }] };
  if (cameTooLate(beginning)) return { consequences: [], obstacles: [] };
  const lifted = liftedFrom(beginning, beginning.past);
  if (lifted !== undefined && lifted <= beginning.today)
    return { consequences: [], obstacles: [{ kind: 'measure-lifted' }] };
  const running = existing.filter(({ until, over }) => !over && until > worksFrom);
  const curator = running.find((each) => each.ground === 'curatele' && each.until > from);
  const curatele = curator?.mandate ?? beginning.curatele;
  if (ground !== 'curatele' && curatele !== undefined)
    return { consequences: [], obstacles: [{ kind: 'under-curatele', mandate: curatele }] };
  const ofGround = existing.filter((each) => isMeasure(each) && each.ground === ground);
  const same = ofGround.filter(({ until, over }) => !over && until >= from);
  const named = ofGround.find(({ mandate }) => mandate === beginning.replaces);
  const succession = handover(beginning, same, named);
  const others = running.flatMap((each) => {
    if (ground === 'curatele') return underCuratele(each, beginning) ?? [];
    return ground === 'bewind' ? (underBewind(each, beginning) ?? []) : [];
  });
  const later = existing.filter((each) => isMeasure(each) && cameAfter(each, beginning));
  const ousted = others.filter(
    ({ kind, mandate }) => kind === 'ends' && later.some((each) => each.mandate === mandate),
  );
  return {
    ...{ ...succession, consequences: [...succession.consequences, ...others] },
    liftedFrom: lifted,
    forOfficials:
      ousted.length > 0 ||
      beginning.curateleReported === true ||
      isForOfficials(beginning, beginning.past, beginning.today),
  };
}

/** Decision 12: a written end is never in the future. Whether this one is written now, or by law on its day. */
export const isDue = (on: Day, now: Date): boolean => on <= dayOf(now);

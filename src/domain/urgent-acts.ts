import { startOf } from './day.ts';
import type { Facts } from './decision.ts';
import { type Authority, overSince } from './mandate.ts';

type Known = Pick<Facts, 'mandates' | 'diedOn'>;

/** The instant at which the mandate ended after which urgent acts are done; nothing while it runs. */
function endOfTheFollowed(mandate: Authority, { mandates }: Known, now: Date): Date | undefined {
  const followed = mandates.find(({ id }) => id === mandate.predecessor);
  return followed && overSince(followed, now);
}

/** R30, R31: after a death only urgent acts are left, and they only after the end of what they follow. */
export const outlives = (mandate: Authority, known: Known, now: Date): boolean =>
  mandate.ground === 'urgent-acts'
    ? endOfTheFollowed(mandate, known, now) !== undefined
    : known.diedOn === undefined;

/** R31: an urgent act sees what lay there before the end, and of who died before the day of death; other grounds all. */
export function readsBefore(mandate: Authority, known: Known, now: Date): Date | undefined {
  const end = mandate.ground === 'urgent-acts' ? endOfTheFollowed(mandate, known, now) : undefined;
  const death = known.diedOn && startOf(known.diedOn);
  return end && death && death < end ? death : end;
}

/** Whether it gives a message that was delivered then. */
export function reaches(mandate: Authority, deliveredAt: Date, known: Known, now: Date): boolean {
  const before = readsBefore(mandate, known, now);
  return outlives(mandate, known, now) && (before === undefined || deliveredAt < before);
}

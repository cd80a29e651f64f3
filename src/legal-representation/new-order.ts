import { faultsOfDays } from '../domain/court-order-days.ts';
import { faultsOfReach } from '../domain/court-order-scope.ts';
import { type Fault, fault } from '../domain/errors.ts';
import type { CourtMeasure } from '../domain/ground.ts';
import type { Oin } from '../domain/identifiers.ts';
import { acceptEvidence, type Evidence, type EvidenceRequest } from '../platform/evidence.ts';
import type { Said } from './court-order.kept.ts';
import type { SaidByTheCourt } from './said.request.ts';

/** What was told of an order, as the rules look at it. */
export const saidOf = (ground: CourtMeasure, wish: SaidByTheCourt): Said => ({
  ground,
  position: wish.position,
  ...{ court: wish.court.trim(), caseNumber: wish.caseNumber.trim(), ecli: wish.ecli },
  ...{ givenOn: wish.givenOn, sentOn: wish.sentOn, startsOn: wish.startsOn, until: wish.until },
  ...{ partial: wish.partial, divided: wish.divided, senders: wish.senders, categories: wish.categories },
});

/**
 * The copies, looked into: an order is a PDF.
 * @throws Problem `invalid-input` with every fault of the copies, and these more.
 */
export function acceptOrder(copies: readonly EvidenceRequest[], more: readonly Fault[]): readonly Evidence[] {
  const others = copies.flatMap(({ mediaType }, place) =>
    mediaType === 'application/pdf'
      ? []
      : [
          fault(
            `#/evidence/${place}/mediaType`,
            'only-pdf',
            'Send the order as a PDF.',
            'Stuur het besluit als pdf.',
          ),
        ],
  );
  return acceptEvidence(copies, [...more, ...others]);
}

/** Every fault of what was told, at once: its days (R22), how far it reaches (R23–R25), senders that nobody knows. */
export const faultsOfSaid = (said: Said, senders: ReadonlySet<Oin>, now: Date): readonly Fault[] => [
  ...faultsOfDays(said.ground, said, now),
  ...faultsOfReach(said.ground, said),
  ...(said.senders ?? []).flatMap((oin, place) =>
    senders.has(oin)
      ? []
      : [
          fault(
            `#/senders/${place}`,
            'unknown-sender',
            'No registered sender has this OIN.',
            'Er is geen afnemer met dit OIN.',
          ),
        ],
  ),
];

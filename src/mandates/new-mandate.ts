import type { Remark } from '../audit/trail-entry.ts';
import { dayOf } from '../domain/day.ts';
import { type Fault, fault } from '../domain/errors.ts';
import type { ClientId, LineId, OrganisationId } from '../domain/ids.ts';
import { type AnswerTerms, offerStandsUntil } from '../domain/answer-terms.ts';
import type { Mandate } from '../domain/mandate.ts';
import { faultsOf, type Wish } from '../domain/mandate-request.ts';
import type { WideScope } from '../domain/scope.ts';
import { newId } from '../platform/ids.ts';
import { scopeText } from './mandate.view.ts';

/** A wish as a mandate that begins now; requested, until whoever asks makes more of it. */
export function newMandate(
  { client, organisation }: { readonly client: ClientId; readonly organisation: OrganisationId },
  wish: Wish,
  now: Date,
  terms: AnswerTerms,
): Mandate {
  // Ids of one millisecond come in any order; lines are read back by id, and stay in the order of the wish.
  const ids = wish.lines.map(() => newId<'line'>()).sort();
  return {
    ...{ id: newId<'mandate'>(), client, organisation, period: wish.period, state: 'requested' },
    ground: 'voluntary',
    lines: wish.lines.map(({ sender, category, actions }, place) => ({
      id: ids[place] as LineId,
      sender,
      category,
      actions,
    })),
    answerBy: offerStandsUntil(now, terms),
    requestedAt: now,
    wrongCodes: 0,
  };
}

/** R7, R8, and a sender that nobody registered: every fault at once. */
export const faultsOfNew = (
  mandate: Mandate,
  senders: { has(sender: WideScope['sender']): boolean },
  now: Date,
): readonly Fault[] => [
  ...faultsOf(mandate, dayOf(now)),
  ...mandate.lines.flatMap(({ sender }, place): Fault[] =>
    senders.has(sender)
      ? []
      : [
          fault(
            `#/lines/${place}/sender`,
            'unknown',
            'No sender is registered by this OIN.',
            'Er is geen afnemer met dit OIN.',
          ),
        ],
  ),
];

/** What the trail says of a mandate that came to be. */
export const remarkOfNew = (mandate: Mandate): Remark => ({
  mandate: mandate.id,
  // R3: what was not offered is not in the client's own trail either; a renewal tells nothing new about him.
  client: (mandate.offeredAt ?? mandate.predecessor) && mandate.client,
  object: { kind: 'mandate', id: mandate.id },
  details: {
    to: mandate.state,
    until: mandate.period.until,
    lines: scopeText(mandate.lines),
    ...(mandate.predecessor ? { predecessor: mandate.predecessor } : {}),
  },
});

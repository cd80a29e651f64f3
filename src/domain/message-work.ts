import { fault, Problem } from './errors.ts';
import type { EmployeeId } from './ids.ts';

/** How far the work on a message is, in one office. Another office of the same client has its own. */
export const workStates = ['open', 'taken', 'handled'] as const;
/** One of {@link workStates}: nobody has it, a colleague has it in hand, it was dealt with. */
export type WorkState = (typeof workStates)[number];

interface WorkMove {
  readonly from: readonly WorkState[];
  readonly to: WorkState;
}

/** The moves of the work on a message. What is not here cannot happen. */
export const workMoves = {
  take: { from: ['open', 'taken'], to: 'taken' },
  give: { from: ['open', 'taken'], to: 'taken' },
  'let-go': { from: ['taken'], to: 'open' },
  handle: { from: ['open', 'taken'], to: 'handled' },
  reopen: { from: ['handled'], to: 'open' },
  'reopen-and-take': { from: ['handled'], to: 'taken' },
} as const satisfies Record<string, WorkMove>;

/** The work on one message in one office. `note` is of the last time that it was handled. */
export interface MessageWork {
  readonly state: WorkState;
  /** Who has it in hand; only while it is taken. */
  readonly holder?: EmployeeId | undefined;
  readonly note?: string | undefined;
}

/** What someone wants to do with a message. */
export interface WorkWish {
  readonly move: keyof typeof workMoves;
  /** To whom it is given, and whether that colleague may take it himself: `decide()` says so. */
  readonly to?: { readonly employee: EmployeeId; readonly mayTake: boolean } | undefined;
  /** The colleague from whose hands it comes. */
  readonly heldBy?: EmployeeId | undefined;
  readonly note?: string | undefined;
}

/** R33: what someone has in hand who does not handle this client now, nobody has. What he handled stays handled. */
export const asItStands = (work: MessageWork, holderHandles: boolean): MessageWork =>
  work.state === 'taken' && !holderHandles ? { ...work, state: 'open', holder: undefined } : work;

/**
 * The work after a move. What a colleague has in hand is changed only by who names him: so nobody does the same
 * twice by mistake, and of two who take over at once one succeeds.
 * @throws Problem `move-not-possible`, `held-by-a-colleague`, `invalid-input` for a colleague who cannot have it.
 */
export function moveWork(
  work: MessageWork & { readonly holderName?: string | undefined },
  { move, to, heldBy, note }: WorkWish,
  by: EmployeeId,
): MessageWork {
  const { from, to: state }: WorkMove = workMoves[move];
  if (!from.includes(work.state)) throw new Problem('move-not-possible', { members: { state: work.state } });
  if (work.holder !== undefined && work.holder !== by && work.holder !== heldBy)
    throw new Problem('held-by-a-colleague', {
      members: { holder: work.holder, holderName: work.holderName ?? '' },
    });
  if (move === 'give') ensureMayHave(to, by);
  const holder = state === 'taken' ? (to?.employee ?? by) : undefined;
  if (holder !== undefined && holder === work.holder)
    throw new Problem('move-not-possible', { members: { state: work.state, holder } });
  return { state, holder, note: move === 'handle' ? note : work.note };
}

/** Nobody gives a message to who could not take it himself: it would lie where nobody looks. */
function ensureMayHave(to: WorkWish['to'], by: EmployeeId): void {
  const no = (code: string, en: string, nl: string) =>
    new Problem('invalid-input', { faults: [fault('#/employee', code, en, nl)] });
  if (!to?.mayTake)
    throw no(
      'cannot-take',
      'This colleague does not work here now, or may not work on this message himself.',
      'Deze collega werkt hier nu niet, of mag dit bericht zelf niet behandelen.',
    );
  if (to.employee === by)
    throw no(
      'yourself',
      'Take the message yourself instead of giving it.',
      'Neem het bericht zelf in plaats van het te geven.',
    );
}

import { type Problem } from '../../src/domain/errors.ts';
import type { EmployeeId } from '../../src/domain/ids.ts';
import {
  asItStands,
  type MessageWork,
  moveWork,
  workMoves,
  workStates,
  type WorkWish,
} from '../../src/domain/message-work.ts';

const [joris, cees, dirk] = ['joris', 'cees', 'dirk'] as EmployeeId[] as [EmployeeId, EmployeeId, EmployeeId];
const open: MessageWork = { state: 'open' };
const taken: MessageWork = { state: 'taken', holder: joris };
const handled: MessageWork = { state: 'handled', note: 'Paid.' };
const to = (employee: EmployeeId, mayTake = true) => ({ employee, mayTake });

function outcome(work: MessageWork, wish: WorkWish, by: EmployeeId): string {
  try {
    const { state, holder, note } = moveWork(work, wish, by);
    return [state, holder, note].filter(Boolean).join(' ');
  } catch (error) {
    return (error as Problem).details.faults?.[0]?.code ?? (error as Problem).code;
  }
}

describe('The moves of the work on a message', () => {
  it.each<[string, MessageWork, WorkWish, EmployeeId, string]>([
    ['Joris takes what is open', open, { move: 'take' }, joris, 'taken joris'],
    ['Joris takes what he has', taken, { move: 'take' }, joris, 'move-not-possible'],
    ['Cees takes what Joris has', taken, { move: 'take' }, cees, 'held-by-a-colleague'],
    ['Cees takes it from Joris', taken, { move: 'take', heldBy: joris }, cees, 'taken cees'],
    [
      'Cees takes it from Dirk, who has it not',
      taken,
      { move: 'take', heldBy: dirk },
      cees,
      'held-by-a-colleague',
    ],
    [
      'Cees takes it from Joris, who let go meanwhile',
      open,
      { move: 'take', heldBy: joris },
      cees,
      'taken cees',
    ],
    ['Joris takes what is handled', handled, { move: 'take' }, joris, 'move-not-possible'],
    ['Joris gives what is open', open, { move: 'give', to: to(cees) }, joris, 'taken cees'],
    ['Joris gives what he has', taken, { move: 'give', to: to(cees) }, joris, 'taken cees'],
    ['Cees gives what Joris has', taken, { move: 'give', to: to(dirk) }, cees, 'held-by-a-colleague'],
    [
      'Cees gives it from Joris to Dirk',
      taken,
      { move: 'give', to: to(dirk), heldBy: joris },
      cees,
      'taken dirk',
    ],
    [
      'Cees gives to Joris what he has',
      taken,
      { move: 'give', to: to(joris), heldBy: joris },
      cees,
      'move-not-possible',
    ],
    ['Joris gives to who may not take it', open, { move: 'give', to: to(cees, false) }, joris, 'cannot-take'],
    ['Joris gives to nobody', open, { move: 'give' }, joris, 'cannot-take'],
    ['Joris gives to himself', open, { move: 'give', to: to(joris) }, joris, 'yourself'],
    ['Joris lets go', taken, { move: 'let-go' }, joris, 'open'],
    ['Cees lets go of what Joris has', taken, { move: 'let-go' }, cees, 'held-by-a-colleague'],
    ['Joris lets go of what nobody has', open, { move: 'let-go' }, joris, 'move-not-possible'],
    ['Joris handles what is open', open, { move: 'handle' }, joris, 'handled'],
    ['Joris handles with a note', taken, { move: 'handle', note: 'Sent.' }, joris, 'handled Sent.'],
    ['Cees handles what Joris has', taken, { move: 'handle' }, cees, 'held-by-a-colleague'],
    ['Joris handles it twice', handled, { move: 'handle', note: 'Again.' }, joris, 'move-not-possible'],
    ['Cees reopens: the note stays', handled, { move: 'reopen' }, cees, 'open Paid.'],
    ['Cees reopens and takes', handled, { move: 'reopen-and-take' }, cees, 'taken cees Paid.'],
    ['Cees reopens what is open', open, { move: 'reopen' }, cees, 'move-not-possible'],
  ])('%s', (_, work, wish, by, expected) => expect(outcome(work, wish, by)).toBe(expected));

  it('lead from every state somewhere, and nowhere but in the table', () => {
    for (const state of workStates)
      expect(Object.values(workMoves).some(({ from }) => (from as readonly string[]).includes(state))).toBe(
        true,
      );
  });

  it('give back to everyone what someone had in hand who left, and keep what he handled (R33)', () => {
    expect(asItStands(taken, true)).toEqual(taken);
    expect(asItStands(taken, false)).toEqual({ state: 'open', holder: undefined });
    expect(asItStands(handled, false)).toEqual(handled);
  });
});

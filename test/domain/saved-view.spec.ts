import { Problem } from '../../src/domain/errors.ts';
import type { EmployeeId } from '../../src/domain/ids.ts';
import {
  actionToChange,
  actionToKeep,
  ensureRoomFor,
  ensureStaysShared,
} from '../../src/domain/saved-view.ts';

const [joris, anna] = ['joris', 'anna'] as EmployeeId[] as [EmployeeId, EmployeeId];
const view = (shared: boolean) => ({ owner: joris, shared });

describe('A saved view', () => {
  it.each([
    ['Joris keeps one for himself', actionToKeep(false), 'inbox-view.keep'],
    ['Joris shares one', actionToKeep(true), 'inbox-view.share'],
    ['Joris changes his own', actionToChange(view(false), joris), 'inbox-view.keep'],
    ['Joris changes his own that is shared', actionToChange(view(true), joris, true), 'inbox-view.share'],
    ['Joris takes away his own that is shared', actionToChange(view(true), joris), 'inbox-view.keep'],
    ['Anna changes what Joris shares', actionToChange(view(true), anna), 'inbox-view.manage'],
  ])('%s: it takes %s', (_, asked, expected) => expect(asked).toBe(expected));

  it('is taken back by its maker only', () => {
    expect(() => ensureStaysShared(view(true), { shared: false }, anna)).toThrow(Problem);
    expect(() => ensureStaysShared(view(true), { shared: true }, anna)).not.toThrow();
    expect(() => ensureStaysShared(view(true), { shared: false }, joris)).not.toThrow();
  });

  it('is one of fifty at most', () => {
    expect(() => ensureRoomFor(49)).not.toThrow();
    expect(() => ensureRoomFor(50)).toThrow(new Problem('limit-reached'));
  });
});

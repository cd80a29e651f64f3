import fc from 'fast-check';
import { dayOf } from '../../src/domain/day.ts';
import { openLines } from '../../src/domain/mandate.ts';
import { categories, covers, type Described, isOpen, meet, type Scope } from '../../src/domain/scope.ts';
import { day, ids, line, mandate, now } from './facts.ts';

const { tax, town } = ids;

describe('Which messages a scope line speaks of', () => {
  const rows: [string, Partial<Scope>, Described, boolean][] = [
    ['its own kind', {}, { sender: tax, category: 'financial' }, true],
    ['another category', {}, { sender: tax, category: 'care' }, false],
    ['another sender', {}, { sender: town, category: 'financial' }, false],
    ['a message without a category (R36)', {}, { sender: tax }, false],
    ['all of a sender', { category: 'all' }, { sender: tax, category: 'care' }, true],
    ['all of a sender, without a category (R36)', { category: 'all' }, { sender: tax }, true],
    ['all of a sender, of another', { category: 'all' }, { sender: town }, false],
  ];
  it.each(rows)('%s', (_, scope, message, expected) => expect(covers(line(scope), message)).toBe(expected));
});

describe('Whether two lines claim the same messages (R14)', () => {
  const rows: [string, Partial<Scope>, Partial<Scope>, boolean][] = [
    ['the same', {}, {}, true],
    ['the same with other actions', {}, { actions: ['download'] }, true],
    ['another category', {}, { category: 'care' }, false],
    ['another sender', {}, { sender: town }, false],
    ['one category and all', {}, { category: 'all' }, true],
    ['all and all', { category: 'all' }, { category: 'all' }, true],
    ['all of two senders', { category: 'all' }, { category: 'all', sender: town }, false],
  ];
  it.each(rows)('%s', (_, one, other, expected) => {
    expect(meet(line(one), line(other))).toBe(expected);
    expect(meet(line(other), line(one))).toBe(expected);
  });

  it('means that there is a kind of message that both speak of', () => {
    const scope = fc.record({
      sender: fc.constantFrom(tax, town),
      category: fc.constantFrom(...categories, 'all' as const),
    });
    const kinds = [tax, town].flatMap((sender) =>
      [undefined, ...categories].map((category) => ({ sender, category })),
    );
    fc.assert(
      fc.property(scope, scope, (one, other) => {
        const shared = kinds.some((kind) => covers(line(one), kind) && covers(line(other), kind));
        expect(meet(line(one), line(other))).toBe(shared);
      }),
    );
  });
});

describe('A scope line', () => {
  it.each([
    ['that nobody ended', undefined, true],
    ['ended a moment ago', new Date(now.getTime() - 1), false],
    ['ended this instant', now, false],
    ['ended by a clock that is ahead of ours', new Date(now.getTime() + 1), false],
  ])('%s is open: %p', (_, endedAt, expected) =>
    expect(isOpen(line({ endedAt }), dayOf(now))).toBe(expected),
  );

  it.each([
    ['on the day before', '2027-01-16', true],
    ['from that day on', '2027-01-15', false],
  ])('that ends by law on a day gives something %s (R27)', (_, endsOn, expected) =>
    expect(isOpen(line({ endsOn: day(endsOn) }), dayOf(now))).toBe(expected),
  );
});

describe('The lines of a mandate', () => {
  it('are open until each is ended by itself', () => {
    const lines = [line(), line({ category: 'care', endedAt: now })];
    expect(openLines(mandate({ lines }), now)).toEqual([line()]);
  });
});

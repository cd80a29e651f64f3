import {
  announced,
  isSpent,
  longestSigned,
  published,
  publishedUntil,
  type SigningKey,
  signsNow,
} from '../../src/domain/signing-key.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, 1) + number * 86_400_000);
const first: SigningKey = { kid: 'first', signsFrom: day(0) };
const second: SigningKey = { kid: 'second', signsFrom: day(10) };
const withdrawn = (key: SigningKey, at: Date): SigningKey => ({ ...key, withdrawnAt: at });
const kids = (keys: readonly SigningKey[]) => keys.map(({ kid }) => kid).join();

describe('Which key signs', () => {
  it.each<[string, SigningKey[], Date, string | undefined]>([
    ['nobody has a key before the first', [], day(0), undefined],
    ['the first signs at once', [first], day(0), 'first'],
    ['the announced one waits for its time', [first, second], day(9), 'first'],
    ['from its time on it signs', [second, first], day(10), 'second'],
    [
      'when the one that signs is withdrawn, the announced begins early',
      [withdrawn(first, day(5)), second],
      day(5),
      'second',
    ],
    ['an older one never signs again', [first, withdrawn(second, day(12))], day(12), undefined],
    ['one that was withdrawn before its time is none', [first, withdrawn(second, day(8))], day(11), 'first'],
    ['a key of a process whose clock runs ahead is taken, and no second is made', [second], day(9), 'second'],
  ])('%s', (_, keys, now, kid) => expect(signsNow(keys, now)?.kid).toBe(kid));

  it('an announced key is told of until it signs', () => {
    expect(announced([first, second], day(9))).toBe(second);
    expect(announced([first, second], day(10))).toBeUndefined();
    expect(announced([first, withdrawn(second, day(8))], day(9))).toBeUndefined();
  });
});

describe('Which keys are published', () => {
  const over = new Date(day(10).getTime() + longestSigned);
  it.each<[string, SigningKey[], Date, string]>([
    ['the next one before it signs', [first, second], day(9), 'first,second'],
    [
      'the last one until what it signed is over',
      [first, second],
      new Date(over.getTime() - 1),
      'first,second',
    ],
    ['and no longer', [first, second], over, 'second'],
    ['a withdrawn one not at all', [withdrawn(first, day(5)), second], day(5), 'second'],
    [
      'the one before a withdrawn one, for what it signed itself',
      [first, withdrawn(second, day(12))],
      day(13),
      'first',
    ],
  ])('%s', (_, keys, now, there) => expect(kids(published(keys, now))).toBe(there));

  it('has no end while nothing signs after it', () => {
    expect(publishedUntil(second, [first, second])).toBeUndefined();
    expect(publishedUntil(first, [first, second])).toEqual(over);
  });

  it('keeps a secret only while it has a use', () => {
    expect(isSpent(first, [first, second], day(9))).toBe(false);
    expect(isSpent(first, [first, second], day(10))).toBe(true);
    expect(isSpent(first, [first, withdrawn(second, day(8))], day(11))).toBe(false); // it still signs
    expect(isSpent(second, [first, second], day(10))).toBe(false);
    expect(isSpent(withdrawn(second, day(11)), [first, second], day(11))).toBe(true);
  });
});

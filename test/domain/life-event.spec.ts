import fc from 'fast-check';
import { Problem } from '../../src/domain/errors.ts';
import {
  carryOut,
  judgeLifeEvent,
  type KnownLife,
  type LifeEffect,
  type LifeEvent,
} from '../../src/domain/life-event.ts';
import { faultsOfLifeEvent } from '../../src/domain/life-event-faults.ts';
import { day } from './facts.ts';

const today = day('2027-03-15');
const nobody: KnownLife = { residence: { abroad: false } };
const [brussels, utrecht] = [['Rue Exemple 1', '1000 Brussel'], ['Voorbeeldstraat 12']];
const event = (kind: LifeEvent['kind'], on: string, more: Partial<LifeEvent> = {}): LifeEvent => ({
  ...{ kind, effectiveOn: day(on) },
  ...more,
});
const [death, correction] = [event('death', '2027-03-10'), event('death-corrected', '2027-03-12')];
const named = (on: string, name = 'Sanne Smit') => event('name-change', on, { name });
const gone = (on: string, address = brussels) => event('emigration', on, { country: 'BE', address });
const dead = { ...nobody, diedOn: day('2027-03-10') };
const lives = { ...nobody, correctedOn: day('2027-03-12') };
const renamed = { ...nobody, name: 'Sanne Smit', nameSince: day('2027-03-01') };
const abroad: KnownLife = {
  residence: { abroad: true, country: 'BE', address: brussels },
  residenceSince: day('2027-03-01'),
};

describe('What becomes of a life event', () => {
  const rows: [string, LifeEvent, KnownLife, string][] = [
    ['a death', death, nobody, 'applied death'],
    ['the same death, told again by another register', death, dead, 'known'],
    ['a death on another day', event('death', '2027-03-11'), dead, 'waiting another-day'],
    ['a death today', event('death', '2027-03-15'), nobody, 'applied death'],
    [
      'a death tomorrow: further east it is that day already',
      event('death', '2027-03-16'),
      nobody,
      'applied death',
    ],
    ['a death after tomorrow', event('death', '2027-03-17'), nobody, 'waiting in-the-future'],
    ['an emigration tomorrow', gone('2027-03-16'), nobody, 'waiting in-the-future'],
    [
      'a death before a change that is known',
      event('death', '2027-02-01'),
      renamed,
      'applied death before-known-events',
    ],
    ['a death on the day of that change', event('death', '2027-03-01'), renamed, 'applied death'],
    ['a death that was wrong', correction, dead, 'waiting death-corrected'],
    ['a death that was wrong, and that nobody told yet', correction, nobody, 'waiting death-corrected'],
    ['a correction that an official carried out, told again', correction, lives, 'known'],
    [
      'a correction of a later day than that one',
      event('death-corrected', '2027-03-13'),
      lives,
      'waiting death-corrected',
    ],
    ['the death that he found wrong, told again', death, lives, 'waiting death-corrected'],
    ['a death on another day before that', event('death', '2027-03-01'), lives, 'waiting death-corrected'],
    ['a death after that', event('death', '2027-03-13'), lives, 'applied death'],
    ['a change of name', named('2027-03-01'), nobody, 'applied name'],
    ['a later change of name', named('2027-03-02', 'Sanne Bos'), renamed, 'applied name'],
    ['an earlier change of name, told later', named('2027-02-01', 'Sanne Bos'), renamed, 'overtaken'],
    ['the same change of name', named('2027-03-01'), renamed, 'known'],
    ['another name on the same day', named('2027-03-01', 'Sanne Bos'), renamed, 'waiting another-content'],
    ['a change of name after death', named('2027-03-11'), dead, 'waiting after-death'],
    ['a change of name before death, told later', named('2027-03-09'), dead, 'applied name'],
    ['an emigration', gone('2027-03-01'), nobody, 'applied residence'],
    ['the same emigration', gone('2027-03-01'), abroad, 'known'],
    [
      'an emigration to another address that day',
      gone('2027-03-01', utrecht),
      abroad,
      'waiting another-content',
    ],
    ['a return', event('return', '2027-03-05', { address: utrecht }), abroad, 'applied residence'],
    ['a return of before', event('return', '2027-02-05', { address: utrecht }), abroad, 'overtaken'],
    ['coming of age', event('coming-of-age', '2027-03-15'), nobody, 'applied of-age'],
    [
      'coming of age, told again',
      event('coming-of-age', '2027-03-15'),
      { ...nobody, ofAgeOn: today },
      'known',
    ],
    [
      'coming of age on another day',
      event('coming-of-age', '2027-03-14'),
      { ...nobody, ofAgeOn: today },
      'waiting another-day',
    ],
    ['a measure of curatele', event('curatele', '2027-03-01'), nobody, 'waiting order-needed'],
    ['a measure of curatele after death', event('curatele', '2027-03-11'), dead, 'waiting after-death'],
  ];
  it.each(rows)('%s', (_, told, known, expected) => {
    const { outcome, effect, question } = judgeLifeEvent(told, known, today);
    expect([outcome, effect?.kind, question].filter(Boolean).join(' ')).toBe(expected);
  });
});

describe('What an official brings about', () => {
  const open = { outcome: 'waiting', today } as const;
  it('is what the event says: another day of death, a name after all, or that somebody lives', () => {
    expect(carryOut(event('death', '2027-03-11'), open)).toEqual({ kind: 'death', on: '2027-03-11' });
    expect(carryOut(correction, open)).toEqual({ kind: 'alive' });
    expect(carryOut(named('2027-03-11'), open)).toMatchObject({ kind: 'name', name: 'Sanne Smit' });
  });
  it.each([
    [
      'a measure of curatele: an authority comes only with a verified order',
      event('curatele', '2027-03-01'),
      open,
    ],
    ['before its day', event('death', '2027-03-17'), open],
    ['twice', death, { ...open, outcome: 'applied' as const }],
  ])('is never %s', (_, told, at) => expect(() => carryOut(told, at)).toThrow(Problem));
});

describe('An event says what its kind asks, and no more', () => {
  it.each([
    ['a name without one', event('name-change', '2027-03-01'), ['#/name']],
    ['a death with a name', event('death', '2027-03-01', { name: 'x' }), ['#/name']],
    ['an emigration to nowhere', event('emigration', '2027-03-01'), ['#/country']],
    ['an emigration to the Netherlands', event('emigration', '2027-03-01', { country: 'NL' }), ['#/country']],
    ['a return to Belgium', event('return', '2027-03-01', { country: 'BE' }), ['#/country']],
    ['a move without an address', event('address-change', '2027-03-01'), ['#/address']],
    ['a death at an address', event('death', '2027-03-01', { address: utrecht }), ['#/address']],
    [
      'a move within Belgium',
      event('address-change', '2027-03-01', { country: 'BE', address: brussels }),
      [],
    ],
    ['a return without an address', event('return', '2027-03-01'), []],
  ] as const)('%s', (_, told, places) =>
    expect(faultsOfLifeEvent(told).map(({ location }) => location)).toEqual(places),
  );
});

/** What is known after an effect, as the store keeps it. */
function after(known: KnownLife, effect: LifeEffect | undefined): KnownLife {
  switch (effect?.kind) {
    case 'death':
      return { ...known, diedOn: effect.on };
    case 'name':
      return { ...known, name: effect.name, nameSince: effect.since };
    case 'residence':
      return { ...known, residence: effect.residence, residenceSince: effect.since };
    case 'of-age':
      return { ...known, ofAgeOn: effect.since };
    default:
      return known;
  }
}

describe('The order in which events come does not matter', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 });
  const kinds = fc.constantFrom<LifeEvent['kind']>('name-change', 'emigration', 'return', 'address-change');
  const told = days.chain((list) =>
    fc.tuple(
      ...list.map((number) =>
        fc.tuple(kinds, fc.boolean()).map(([kind, foreign]) =>
          event(kind, `2027-02-${String(number).padStart(2, '0')}`, {
            ...(kind === 'name-change' ? { name: `Name ${number}` } : { address: [`Street ${number}`] }),
            ...(kind === 'emigration' || (kind === 'address-change' && foreign) ? { country: 'BE' } : {}),
          }),
        ),
      ),
    ),
  );
  it('what happened last is what is known, however often and in whatever order it is told', () => {
    const shuffled = told.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, order]) => {
        const take = (known: KnownLife, one: LifeEvent) =>
          after(known, judgeLifeEvent(one, known, today).effect);
        const inOrder = events.toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1));
        expect(order.reduce(take, nobody)).toEqual(inOrder.reduce(take, nobody));
      }),
      { numRuns: 1000 },
    );
  });
});

import { lapsedOn, stretchAt } from '../../../src/domain/suspension.ts';
import { day } from '../facts.ts';
import { days, exParte, heard, known, on, outcomeOf } from './changing.ts';

describe('R28: a suspension', () => {
  it.each([
    [
      'ex parte, lapses after 14 days',
      known(),
      on('suspended', '2027-02-01'),
      'suspended 2027-02-01 2027-02-15',
    ],
    ['ex parte, over 29 February', known(), on('suspended', '2028-02-20'), 'suspended 2028-02-20 2028-03-05'],
    [
      'ex parte, over the night on which summer time begins',
      known(),
      on('suspended', '2027-03-20'),
      'suspended 2027-03-20 2027-04-03',
    ],
    [
      'after a hearing, does not lapse',
      known(),
      on('suspended', '2027-02-01', { heard: true }),
      'suspended 2027-02-01 infinity',
    ],
    ['is told twice', exParte, on('suspended', '2027-02-01'), 'same'],
    [
      'is told again after a hearing',
      exParte,
      on('suspended', '2027-02-01', { heard: true }),
      'suspended 2027-02-01 infinity',
    ],
    ['is told without a hearing after one', heard, on('suspended', '2027-02-01'), 'same'],
    [
      'is confirmed within the 14 days',
      exParte,
      on('suspension-confirmed', '2027-02-14'),
      'suspended 2027-02-01 infinity',
    ],
    ['is confirmed after it lapsed', exParte, on('suspension-confirmed', '2027-02-15'), 'contradicts'],
    [
      'is confirmed before its first day: the parties were heard soon',
      exParte,
      on('suspension-confirmed', '2027-01-30'),
      'suspended 2027-02-01 infinity',
    ],
    [
      'is confirmed two weeks before its first day',
      exParte,
      on('suspension-confirmed', '2027-01-18'),
      'suspended 2027-02-01 infinity',
    ],
    [
      'is confirmed longer before it: that was another one',
      exParte,
      on('suspension-confirmed', '2027-01-17'),
      'too-early',
    ],
    ['is confirmed twice', heard, on('suspension-confirmed', '2027-02-14'), 'same'],
    [
      'is confirmed before anybody heard of it',
      known(),
      on('suspension-confirmed', '2027-02-14'),
      'too-early',
    ],
    ['ends', heard, on('suspension-ended', '2027-03-01'), 'suspended 2027-02-01 2027-03-01'],
    ['ends on the day on which it began', heard, on('suspension-ended', '2027-02-01'), ''],
    ['ends on the day on which it lapsed', exParte, on('suspension-ended', '2027-02-15'), 'same'],
    ['ends after it lapsed', exParte, on('suspension-ended', '2027-02-20'), 'contradicts'],
    ['ends before anybody heard of it', known(), on('suspension-ended', '2027-03-01'), 'too-early'],
  ] as const)('%s', (_, before, change, outcome) => expect(outcomeOf(before, change)).toBe(outcome));
});

describe('R28: a suspension that an official would end is not his to end: never by one hand', () => {
  it.each([
    ['after a hearing', heard, '2027-03-01', 'widens'],
    ['on the day on which it began', heard, '2027-02-01', 'widens'],
    ['before it lapses', exParte, '2027-02-10', 'widens'],
    ['on the day on which it lapses', exParte, '2027-02-15', 'same'],
  ] as const)('%s', (_, before, day_, outcome) =>
    expect(outcomeOf(before, on('suspension-ended', day_), 'official')).toBe(outcome),
  );
});

const first = 'suspended 2027-02-01 2027-02-15';
describe('R28: one suspension never shuts out another', () => {
  it.each([
    [
      'ex parte, after the first lapsed',
      exParte,
      '2027-02-20',
      false,
      `${first}, suspended 2027-02-20 2027-03-06`,
    ],
    [
      'in the night in which the first lapses',
      exParte,
      '2027-02-15',
      false,
      `${first}, suspended 2027-02-15 2027-03-01`,
    ],
    [
      'ex parte, while the first runs',
      exParte,
      '2027-02-12',
      false,
      `${first}, suspended 2027-02-12 2027-02-26`,
    ],
    [
      'after a hearing, while the first runs',
      exParte,
      '2027-02-10',
      true,
      `${first}, suspended 2027-02-10 infinity`,
    ],
    [
      'to begin before one that has yet to begin',
      exParte,
      '2027-01-10',
      false,
      `suspended 2027-01-10 2027-01-24, ${first}`,
    ],
    [
      'to begin before one of a hundred years ahead',
      known({ suspended: [days('2099-01-01', 'infinity')] }),
      '2027-02-01',
      false,
      `${first}, suspended 2099-01-01 infinity`,
    ],
  ] as const)('%s', (_, before, from, wasHeard, outcome) =>
    expect(outcomeOf(before, on('suspended', from, { heard: wasHeard }), 'official')).toBe(outcome),
  );

  it.each([
    ['the first lapses: people look whether the second is meant', '2027-02-15', 'which-suspension'],
    ['only the second runs, and is ended', '2027-03-01', `${first}, suspended 2027-02-10 2027-03-01`],
    [
      'the first is ended on the day on which the second begins',
      '2027-02-10',
      'suspended 2027-02-01 2027-02-10, suspended 2027-02-10 infinity',
    ],
    [
      'one is ended while both run: the second goes on',
      '2027-02-12',
      'suspended 2027-02-01 2027-02-12, suspended 2027-02-10 infinity',
    ],
    ['none had begun', '2027-01-30', 'too-early'],
  ] as const)('of two that overlap, %s', (_, day_, outcome) => {
    const two = known({ suspended: [days('2027-02-01', '2027-02-15'), days('2027-02-10', 'infinity')] });
    expect(outcomeOf(two, on('suspension-ended', day_))).toBe(outcome);
  });

  it.each([
    ['on that day: people look whether the other is meant', '2027-03-01', 'which-suspension'],
    [
      'later: it is the other',
      '2027-03-02',
      'suspended 2027-02-01 2027-03-01, suspended 2027-02-10 2027-03-02',
    ],
  ] as const)('one of two was ended, and an end is told %s', (_, day_, outcome) => {
    const two = known({ suspended: [days('2027-02-01', '2027-03-01'), days('2027-02-10', 'infinity')] });
    expect(outcomeOf(two, on('suspension-ended', day_))).toBe(outcome);
  });

  it('of two that overlap, a confirmation says not which: both go on, so that no day opens', () => {
    const two = known({ suspended: [days('2027-02-01', '2027-02-15'), days('2027-02-12', '2027-02-26')] });
    expect(outcomeOf(two, on('suspension-confirmed', '2027-02-13'))).toBe(
      'suspended 2027-02-01 infinity, suspended 2027-02-12 infinity',
    );
  });
});

describe('R28: what people are told of several suspensions', () => {
  const several = [
    days('2027-02-10', '2027-02-24'),
    days('2027-02-01', '2027-02-15'),
    days('2027-04-01', '2027-04-15'),
  ];
  it.each([
    ['before all of them, the first stretch', '2027-01-01', days('2027-02-01', '2027-02-24')],
    ['while one runs, its stretch', '2027-02-15', days('2027-02-01', '2027-02-24')],
    ['between two, the next', '2027-02-24', days('2027-04-01', '2027-04-15')],
    ['after all, the last', '2027-12-01', days('2027-04-01', '2027-04-15')],
  ])('%s', (_, today, stretch) => expect(stretchAt(several, day(today))).toEqual(stretch));

  it('access was back once where two overlapped', () =>
    expect(lapsedOn(several, day('2027-04-14'))).toEqual(['2027-02-24']));
});

import { exParte, heard, known, on, outcomeOf } from './changing.ts';

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
    ['another one while it runs', exParte, on('suspended', '2027-02-05'), 'contradicts'],
    [
      'another one after it lapsed',
      exParte,
      on('suspended', '2027-03-01'),
      'suspended 2027-03-01 2027-03-15',
    ],
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

describe('R28: one suspension after another', () => {
  it.each([
    ['is told after the first lapsed', '2027-02-16', '2027-02-20', 'suspended 2027-02-20 2027-03-06'],
    [
      'is told on the day on which the first lapsed',
      '2027-02-15',
      '2027-02-15',
      'suspended 2027-02-15 2027-03-01',
    ],
    [
      'follows in the night in which the first lapses',
      '2027-02-10',
      '2027-02-15',
      'suspended 2027-02-01 2027-03-01',
    ],
    ['is to begin days after the first, which still runs', '2027-02-14', '2027-02-16', 'too-early'],
    ['the same, and neither has begun', '2027-01-30', '2027-02-20', 'too-early'],
    ['begins while the first runs', '2027-02-10', '2027-02-14', 'contradicts'],
  ] as const)('%s', (_, today, from, outcome) =>
    expect(outcomeOf(exParte, on('suspended', from), 'official', today)).toBe(outcome),
  );
});

import { actorKey, job } from '../../src/domain/actor.ts';
import { type Assurance, assuranceLevels, highest, suffices } from '../../src/domain/assurance.ts';
import {
  atLeast,
  type Employment,
  handles,
  isEmployed,
  moveStanding,
  roles,
  type Standing,
  type StandingMove,
  standings,
} from '../../src/domain/organisation.ts';
import { as, day, employment, now } from './facts.ts';

describe('Levels of assurance', () => {
  const rows: [Assurance, Assurance, boolean][] = [
    ['low', 'low', true],
    ['low', 'substantial', false],
    ['low', 'high', false],
    ['substantial', 'low', true],
    ['substantial', 'substantial', true],
    ['substantial', 'high', false],
    ['high', 'low', true],
    ['high', 'substantial', true],
    ['high', 'high', true],
  ];
  it.each(rows)('%s where %s is needed: %p', (has, needed, enough) =>
    expect(suffices(has, needed)).toBe(enough),
  );

  it('the highest that anyone asks counts (R6)', () => {
    expect(highest()).toBe('low');
    expect(highest('low', 'high', 'substantial')).toBe('high');
    expect(highest('substantial', 'low')).toBe('substantial');
    for (const level of assuranceLevels) expect(highest(level)).toBe(level);
  });
});

describe('Who someone is, in one line', () => {
  it.each([
    [as.yasmina, 'citizen:yasmina'],
    [as.joris, 'employee:joris:vermeer'],
    [as.newcomer, 'newcomer:90009999:test:someone'],
    [as.alone, 'newcomer:person:pieter'],
    [as.olga, 'official:test:olga'],
    [as.tax, 'sender:00000099000000001000'],
    [as.machine, 'system:00000099000000003000'],
    [job('print-letters'), 'job:print-letters'],
  ])('%j', (actor, key) => expect(actorKey(actor)).toBe(key));

  it('does not change with level or trace: the same one holds his keys and limits', () => {
    expect(actorKey({ ...as.joris, assurance: 'high', trace: 'a'.repeat(32) })).toBe(actorKey(as.joris));
  });

  it('is never the same for two', () => {
    const keys = Object.values(as).map((actor) => actorKey(actor));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('The standing of an organisation', () => {
  const table: [Standing, StandingMove, Standing | undefined][] = [
    ['registered', 'recognise', 'recognised'],
    ['registered', 'suspend', 'suspended'],
    ['recognised', 'recognise', undefined],
    ['recognised', 'suspend', 'suspended'],
    ['suspended', 'recognise', 'recognised'],
    ['suspended', 'suspend', undefined],
  ];
  it.each(table)('%s, %s: %s', (standing, move, to) => expect(moveStanding(standing, move)).toBe(to));
  it('has no other', () => expect(table).toHaveLength(standings.length * 2));
});

describe('An employee', () => {
  const rows: [string, Partial<Employment>, boolean][] = [
    ['since years', {}, true],
    ['from today', { from: day('2027-01-15') }, true],
    ['from tomorrow', { from: day('2027-01-16') }, false],
    ['until tomorrow', { until: day('2027-01-16') }, true],
    ['until today, so no longer', { until: day('2027-01-15') }, false],
    ['ended this instant', { endedAt: now }, false],
    ['ended a moment ago', { endedAt: new Date(now.getTime() - 1) }, false],
    ['ended by a clock that is ahead of ours', { endedAt: new Date(now.getTime() + 1) }, false],
    ['ended, though his last day is later', { endedAt: now, until: day('2030-01-01') }, false],
  ];
  it.each(rows)('%s, works here: %p (R33)', (_, more, works) =>
    expect(isEmployed(employment('reader', more), now)).toBe(works),
  );

  it('may what a smaller role may, and not what a larger one may', () => {
    expect(roles.map((has) => roles.map((needed) => atLeast(has, needed)))).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  it.each([
    ['reader', true, true, false, true],
    ['reader', false, true, false, false],
    ['reader', false, true, true, true],
    ['reader', false, false, false, false],
    ['handler', false, false, false, false],
    ['administrator', false, true, false, false],
    ['administrator', false, true, true, true],
    ['administrator', false, false, false, true],
    ['administrator', true, true, false, true],
  ] as const)(
    '%s, assigned %p, handled by someone %p, standing in for one who handles %p: sees the client %p (R33)',
    (role, assigned, handled, covering, sees) =>
      expect(handles(role, { assigned, handled, covering })).toBe(sees),
  );
});

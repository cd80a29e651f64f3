import { day, ids, line } from './facts.ts';
import { accessOn } from '../../src/domain/access-history.ts';
import { long, much, noon, office, on, versions, whole } from './access-history.facts.ts';
import type { PastOffice } from '../../src/domain/access-history.ts';

describe('What could be read on a Dutch day', () => {
  const ended = { state: 'revoked', endedAt: noon('2027-06-10') } as const;
  const rows: [string, string, PastOffice, string[]][] = [
    ['within the mandate', '2027-06-10', office(), [whole]],
    ['on its first day', '2027-01-01', office(), [whole]],
    ['the day before', '2026-12-31', office(), []],
    ['on its last day', '2027-12-31', office(), [whole]],
    ['the day after', '2028-01-01', office(), []],
    [
      'the day of a revocation, until then',
      '2027-06-10',
      office({ mandates: versions([long, {}], [noon('2027-06-10'), ended]) }),
      ['00:00-13:00 1'],
    ],
    [
      'before a suspension, and after it',
      '2027-06-10',
      office({
        mandates: versions(
          [long, {}],
          [new Date('2027-06-10T07:00:00Z'), { state: 'suspended' }],
          [noon('2027-06-10'), {}],
        ),
      }),
      ['00:00-09:00 1', '13:00-00:00 1'],
    ],
    [
      'an end that became known afterwards takes nothing back',
      '2027-06-08',
      office({
        mandates: versions([long, {}], [noon('2027-06-10'), { state: 'ended', endsOn: day('2027-06-05') }]),
      }),
      [whole],
    ],
    [
      'a part of it ended at midnight, by the law',
      '2027-06-10',
      office({ mandates: versions([long, { lines: [line(), line({ endsOn: day('2027-06-10') })] }]) }),
      [whole],
    ],
    [
      'a part of it ended at noon',
      '2027-06-10',
      office({
        mandates: versions(
          [long, { lines: [line(), line({ id: 'other' as never })] }],
          [
            noon('2027-06-10'),
            { lines: [line(), line({ id: 'other' as never, endedAt: noon('2027-06-10') })] },
          ],
        ),
      }),
      ['00:00-13:00 2', '13:00-00:00 1'],
    ],
    [
      'without the action to read',
      '2027-06-10',
      office({ mandates: versions([long, { lines: [line({ actions: ['archive'] })] }]) }),
      [],
    ],
    [
      'while the office was recognised',
      '2027-06-10',
      office({
        standings: [
          { since: long, until: noon('2027-06-10'), value: 'suspended' },
          { since: noon('2027-06-10'), value: 'recognised' },
        ],
      }),
      ['13:00-00:00 1'],
    ],
    [
      'a change that changes nothing makes no two of it',
      '2027-06-10',
      office({ mandates: versions([long, {}], [noon('2027-06-10'), {}]) }),
      [whole],
    ],
    ['the day on which the clocks go forward', '2027-03-28', office(), [whole]],
    [
      'the day on which they go back',
      '2027-10-31',
      office({ mandates: versions([long, {}], [new Date('2027-10-31T01:30:00Z'), { state: 'revoked' }]) }),
      ['00:00-02:30 1'],
    ],
  ];
  it.each(rows)('%s', (_, text, was, expected) => expect(on(text, was)).toEqual(expected));

  it('is nothing from the instant on which it was known that the client died, and again when that was wrong', () => {
    const deaths = [{ since: noon('2027-06-10'), until: noon('2027-06-12'), value: day('2027-06-01') }];
    expect(
      ['2027-06-05', '2027-06-10', '2027-06-11', '2027-06-12'].map((text) => on(text, office(), { deaths })),
    ).toEqual([[whole], ['00:00-13:00 1'], [], ['13:00-00:00 1']]);
  });

  it('leaves out what was shielded at that time, by the client from who acts by his will alone (R23)', () => {
    const kept = { by: 'client', category: 'care' } as const;
    const shields = [{ since: noon('2027-06-10'), until: noon('2027-06-12'), value: kept }];
    expect(on('2027-06-10', office(), { shields })).toEqual(['00:00-13:00 1', '13:00-00:00 1 not care']);
    expect(on('2027-06-11', office(), { shields })).toEqual([`${whole} not care`]);
    const bewind = office({ mandates: versions([long, { ground: 'bewind' }]) });
    expect(on('2027-06-11', bewind, { shields })).toEqual([whole]);
  });

  it('was before the end what urgent acts saw afterwards (R31)', () => {
    const followed = { id: 'followed' as never, state: 'ended', endedAt: noon('2027-05-01') } as const;
    const urgent = { ground: 'urgent-acts', predecessor: followed.id } as const;
    const was = office({ mandates: [...versions([long, urgent]), ...versions([long, followed])] });
    const deaths = [{ since: long, value: day('2027-04-20') }];
    const before = (client: object) =>
      accessOn(
        day('2027-06-10'),
        ids.mandate,
        { office: was, client: { deaths: [], shields: [], ...client } },
        much,
      ).map(({ deliveredBefore }) => deliveredBefore?.toISOString());
    expect([before({}), before({ deaths })]).toEqual([
      ['2027-05-01T11:00:00.000Z'],
      ['2027-04-19T22:00:00.000Z'],
    ]);
  });

  it('is known up to now, of today', () => {
    expect(on('2027-06-10', office(), {}, noon('2027-06-10'))).toEqual(['00:00-13:00 1']);
  });
});

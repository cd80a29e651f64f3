import type { PastPeople } from '../../src/domain/access-history.ts';
import { always, anna, joris, long, noon, office, on, people, whole } from './access-history.facts.ts';
import { day, employment } from './facts.ts';

describe('Who of the office could (R33)', () => {
  const rows: [string, PastPeople, string[]][] = [
    ['who was assigned', people(), [`${whole} joris`]],
    [
      'who was in the team',
      people({
        assignments: [always({ team: 'tax' as never })],
        members: [always({ team: 'tax' as never, employee: joris })],
      }),
      [`${whole} joris`],
    ],
    [
      'until he parted from it: then the administrator, for the client was nobody’s',
      people({
        assignments: [always({ team: 'tax' as never })],
        members: [
          { since: long, until: noon('2027-06-10'), value: { team: 'tax' as never, employee: joris } },
        ],
      }),
      ['00:00-13:00 1 joris', '13:00-00:00 1 anna'],
    ],
    [
      'while he had the role',
      people({
        assignments: [],
        employees: [
          {
            id: anna,
            employments: [
              {
                since: long,
                until: noon('2027-06-10'),
                value: { ...employment('administrator'), accepted: true },
              },
              { since: noon('2027-06-10'), value: { ...employment('handler'), accepted: true } },
            ],
          },
        ],
      }),
      ['00:00-13:00 1 anna', '13:00-00:00 1 '.trimEnd()],
    ],
    [
      'not who had not accepted yet',
      people({ employees: [{ id: joris, employments: [always({ ...employment(), accepted: false })] }] }),
      [whole],
    ],
    [
      'who stood in, on the days of the cover, until it was ended',
      people({
        covers: [
          {
            since: long,
            until: noon('2027-06-10'),
            value: { absent: joris, substitute: anna, from: day('2027-06-10'), until: day('2027-06-12') },
          },
        ],
      }),
      ['00:00-13:00 1 anna joris', '13:00-00:00 1 joris'],
    ],
    [
      'nobody in the place of who had left',
      people({
        employees: [
          {
            id: joris,
            employments: [always({ ...employment('handler', { endedAt: long }), accepted: true })],
          },
          { id: anna, employments: [always({ ...employment('handler'), accepted: true })] },
        ],
        covers: [
          always({ absent: joris, substitute: anna, from: day('2027-06-01'), until: day('2027-07-01') }),
        ],
      }),
      [whole],
    ],
  ];
  it.each(rows)('%s', (_, were, expected) =>
    expect(on('2027-06-10', office({ people: were }))).toEqual(expected),
  );
});

import { as, at, employment, facts, given, line } from './facts.ts';
import { later, ofColleague, type Row, view, withoutOffice, working } from './decision-table.ts';

const { joris, anna, yasmina, pieter, olga } = as;
const reader = facts({ employment: employment('reader') });
const moves = ['take', 'give', 'let-go', 'handle', 'reopen'] as const;

/** The work on a message: for who may read it, and works on messages in his office. */
export const work: Row[] = [
  ...moves.flatMap((move): Row[] => [
    [`Joris, ${move}`, joris, working(move), facts(), 'permit: mandate'],
    [`a reader, ${move}`, joris, working(move), reader, 'told: role-too-small'],
    [
      `Yasmina, ${move}: it is the work of an office`,
      yasmina,
      working(move),
      facts(),
      'told: wrong-kind-of-actor',
    ],
    [`Olga, ${move}`, olga, working(move), facts(), 'told: wrong-kind-of-actor'],
    [
      `Joris, signed in low, ${move} (R5)`,
      at(joris, 'low'),
      working(move),
      facts(),
      'told: assurance-too-low',
    ],
    [
      `Joris, ${move}, after the client revoked (R17)`,
      joris,
      working(move),
      given({ state: 'revoked', endedAt: later }),
      'told: mandate-revoked',
    ],
    [
      `Joris, ${move}, what he may only download`,
      joris,
      working(move),
      given({ lines: [line({ actions: ['download'] })] }),
      'told: action-not-granted',
    ],
    [
      `Anna, ${move}, client of a colleague (R33)`,
      anna,
      working(move),
      facts({ handling: ofColleague }),
      'concealed: not-assigned',
    ],
  ]),
  ['Joris, the work on the message', joris, working('work'), facts(), 'permit: mandate'],
  ['a reader, the work on the message', joris, working('work'), reader, 'permit: mandate'],
  ['Yasmina, what was done with her message (R35)', yasmina, working('work'), facts(), 'permit: own-affairs'],
  ['Pieter, the work on a message of Yasmina', pieter, working('work'), facts(), 'concealed: not-a-party'],
  ['Olga, the work on the message', olga, working('work'), facts(), 'told: wrong-kind-of-actor'],
];

const roles = { reader, handler: facts(), administrator: facts({ employment: employment('administrator') }) };
const needs = { see: 'reader', keep: 'reader', share: 'handler', manage: 'administrator' } as const;
const ranks = ['reader', 'handler', 'administrator'] as const;

/** Saved views: everyone keeps his own, a handler shares, an administrator keeps what is shared in order. */
export const views: Row[] = (['see', 'keep', 'share', 'manage'] as const).flatMap((action): Row[] => [
  ...ranks.map((role): Row => {
    const outcome =
      ranks.indexOf(role) >= ranks.indexOf(needs[action]) ? 'permit: office' : 'told: role-too-small';
    return [`a ${role}, ${action} views`, joris, view(action), roles[role], outcome];
  }),
  [`Yasmina, ${action} views`, yasmina, view(action), withoutOffice, 'told: wrong-kind-of-actor'],
  [
    `an administrator, ${action} views, office suspended`,
    anna,
    view(action),
    { ...roles.administrator, standing: 'suspended' },
    'told: organisation-suspended',
  ],
  [
    `an administrator who left, ${action} views (R33)`,
    anna,
    view(action),
    facts({ employment: employment('administrator', { endedAt: later }) }),
    'told: employment-ended',
  ],
]);

import type { ActionAbout } from '../../src/domain/actions.ts';
import type { Facts, Question } from '../../src/domain/decision.ts';
import type { EmployeeId } from '../../src/domain/ids.ts';
import type { Mandate } from '../../src/domain/mandate.ts';
import { as, at, employment, facts, ids, mandate } from './facts.ts';
import { ofColleague, ofNobody, type Row } from './decision-table.ts';

const colleague = 'carla' as EmployeeId;
const { joris, anna, yasmina, pieter, olga } = as;
/** A question about the mandate. */
export const ask = (action: ActionAbout<'mandate'>): Question => ({ action, mandate: ids.mandate });
const see = ask('mandate.see');
/** The facts of a question about it. */
export const named = (more: Partial<Mandate> = {}, other: Partial<Facts> = {}): Facts =>
  facts({
    mandate: mandate(more),
    organisation: { standing: 'recognised', registeredBy: 'test:someone' },
    ...{ mandates: [], message: undefined, ...other },
  });

/** Mandates, for their two parties and for officials. */
export const mandates: Row[] = [
  ['Yasmina, hers', yasmina, see, named(), 'permit: own-affairs'],
  [
    'Yasmina, not offered to her yet (R3)',
    yasmina,
    see,
    named({ offeredAt: undefined }),
    'concealed: not-a-party',
  ],
  ['Pieter, hers', pieter, see, named(), 'concealed: not-a-party'],
  [
    'Yasmina, one that is not there',
    yasmina,
    see,
    named({}, { mandate: undefined }),
    'concealed: does-not-exist',
  ],
  ['Olga, anyone’s', olga, see, named({ offeredAt: undefined }), 'permit: supervision'],
  ['Olga, signed in low (R5)', at(olga, 'low'), see, named(), 'told: assurance-too-low'],
  ['Joris, his client', joris, see, named(), 'permit: mandate'],
  ['Joris, of another office', { ...joris, organisation: ids.haven }, see, named(), 'concealed: not-a-party'],
  [
    'Anna, not assigned, the mandate',
    anna,
    see,
    named({}, { handling: ofColleague }),
    'concealed: not-assigned',
  ],
  ...(['requested', 'offered', 'declined', 'lapsed', 'withdrawn'] as const).map((state): Row => [
    `Joris, not assigned, what he asked for and is ${state}`,
    joris,
    see,
    named({ state }, { handling: ofColleague }),
    'permit: mandate',
  ]),
  ...(['requested', 'offered', 'declined', 'lapsed', 'withdrawn'] as const).flatMap((state): Row[] => [
    [
      `Joris, what a colleague asked of his client and is ${state} (R3)`,
      joris,
      see,
      named({ state, requestedBy: colleague }),
      'concealed: not-assigned',
    ],
    [
      `Joris, the renewal that a colleague asked of his client and is ${state}`,
      joris,
      see,
      named({ state, requestedBy: colleague, predecessor: ids.mandate }),
      'permit: mandate',
    ],
  ]),
  ...(['active', 'suspended', 'revoked', 'renounced', 'expired', 'ended'] as const).map((state): Row => [
    `Joris, not assigned, what he asked for and was given: ${state} (R33)`,
    joris,
    see,
    named({ state }, { handling: ofColleague }),
    'concealed: not-assigned',
  ]),
  [
    'Joris, what he asked for and nobody handles yet: the administrators’',
    joris,
    see,
    named({}, { handling: ofNobody }),
    'concealed: not-assigned',
  ],
  ...(['mandate.renew', 'mandate.renounce', 'mandate.confirm', 'mandate.history'] as const).map(
    (action): Row => [
      `Joris, not assigned, ${action} of what he asked for and was given`,
      joris,
      ask(action),
      named({}, { handling: ofColleague }),
      'concealed: not-assigned',
    ],
  ),
  [
    'Anna, nothing known of who handles, the mandate',
    anna,
    see,
    named({}, { handling: undefined }),
    'concealed: not-assigned',
  ],
  [
    'an administrator, any of the office',
    anna,
    see,
    named({ requestedBy: colleague }, { handling: ofColleague, employment: employment('administrator') }),
    'permit: mandate',
  ],
  [
    'Joris, office suspended: looking stays open',
    joris,
    see,
    named({}, { standing: 'suspended' }),
    'permit: mandate',
  ],
  ['the tax office, a mandate', as.tax, see, named(), 'told: wrong-kind-of-actor'],

  ['Yasmina, consenting', yasmina, ask('mandate.consent'), named(), 'permit: own-affairs'],
  [
    'Yasmina, consenting to a suspended office',
    yasmina,
    ask('mandate.consent'),
    named({}, { organisation: { standing: 'suspended', registeredBy: 'test:someone' } }),
    'told: office-may-not-act',
  ],
  [
    'Yasmina, consenting, signed in low',
    at(yasmina, 'low'),
    ask('mandate.consent'),
    named(),
    'told: assurance-too-low',
  ],
  [
    'Yasmina, revoking, signed in low: leaving is easier',
    at(yasmina, 'low'),
    ask('mandate.revoke'),
    named(),
    'permit: own-affairs',
  ],
  ['Joris, consenting to what he asked', joris, ask('mandate.consent'), named(), 'told: wrong-kind-of-actor'],
  ['Olga, consenting', olga, ask('mandate.consent'), named(), 'told: wrong-kind-of-actor'],
  ['Olga, entering a revocation (R16)', olga, ask('mandate.revoke'), named(), 'permit: supervision'],
  [
    'Joris, revoking: his way is to renounce',
    joris,
    ask('mandate.revoke'),
    named(),
    'told: wrong-kind-of-actor',
  ],
  ['Joris, renouncing (R16)', joris, ask('mandate.renounce'), named(), 'permit: mandate'],
  [
    'Joris, renouncing, office suspended (R16)',
    joris,
    ask('mandate.renounce'),
    named({}, { standing: 'suspended' }),
    'permit: mandate',
  ],
  ['Joris, with the code', joris, ask('mandate.activate'), named(), 'permit: mandate'],
  [
    'Joris, with the code, office suspended',
    joris,
    ask('mandate.activate'),
    named({}, { standing: 'suspended' }),
    'told: organisation-suspended',
  ],
  [
    'a reader, with the code',
    joris,
    ask('mandate.activate'),
    named({}, { employment: employment('reader') }),
    'told: role-too-small',
  ],
  [
    'a reader, renouncing',
    joris,
    ask('mandate.renounce'),
    named({}, { employment: employment('reader') }),
    'told: role-too-small',
  ],
  ['Olga, suspending', olga, ask('mandate.suspend'), named(), 'permit: supervision'],
  ['Yasmina, suspending', yasmina, ask('mandate.suspend'), named(), 'told: wrong-kind-of-actor'],
  ['Yasmina, narrowing (R20)', at(yasmina, 'low'), ask('mandate.narrow'), named(), 'permit: own-affairs'],
  ['Pieter, narrowing', pieter, ask('mandate.narrow'), named(), 'concealed: not-a-party'],
];

import { ofColleague, type Row } from './decision-table.ts';
import { ask, named } from './decision-table.mandates.ts';
import { as, at } from './facts.ts';

const { joris, yasmina, pieter, olga } = as;
const suspended = { standing: 'suspended', registeredBy: 'test:someone' } as const;
const state = ask('mandate.state');
/** Statements, for the two parties: of what works now, and nothing else. */
export const statements: Row[] = [
  ['Yasmina states hers', yasmina, state, named(), 'permit: own-affairs'],
  ['Joris states his client’s', joris, state, named(), 'permit: mandate'],
  [
    'Joris states what a colleague handles',
    joris,
    state,
    named({}, { handling: ofColleague }),
    'concealed: not-assigned',
  ],
  ['Pieter states hers', pieter, state, named(), 'concealed: not-a-party'],
  ['Olga states anyone’s', olga, state, named(), 'told: wrong-kind-of-actor'],
  ['Yasmina, signed in low', at(yasmina, 'low'), state, named(), 'told: assurance-too-low'],
  ...(['suspended', 'revoked', 'renounced', 'expired', 'ended'] as const).flatMap((over): Row[] => [
    [`Yasmina states what is ${over}`, yasmina, state, named({ state: over }), 'told: not-in-force'],
    [`Joris states what is ${over}`, joris, state, named({ state: over }), 'told: not-in-force'],
  ]),
  ...(['curatele', 'bewind', 'mentorschap', 'provisional'] as const).map((ground): Row => [
    `Joris states his ${ground}`,
    joris,
    state,
    named({ ground }),
    'permit: mandate',
  ]),
  ['Joris states urgent acts (R31)', joris, state, named({ ground: 'urgent-acts' }), 'told: not-in-force'],
  [
    'Yasmina states urgent acts (R31)',
    yasmina,
    state,
    named({ ground: 'urgent-acts' }),
    'told: not-in-force',
  ],
  ['Yasmina states what has no line left', yasmina, state, named({ lines: [] }), 'told: not-in-force'],
  [
    'Yasmina, while the office is suspended',
    yasmina,
    state,
    named({}, { organisation: suspended }),
    'told: not-in-force',
  ],
];

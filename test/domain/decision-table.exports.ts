import type { ClientId } from '../../src/domain/ids.ts';
import { as, at, employment, facts } from './facts.ts';
import type { Row } from './decision-table.ts';

const { joris, yasmina, pieter, olga } = as;
const collect = { action: 'inbox.collect' } as const;
const mandates = { action: 'mandate.export' } as const;

/** Files with messages, and files with lists: who may begin one. What goes in, is asked for by itself. */
export const files: Row[] = [
  ['Joris, messages in one file', joris, collect, facts({ mandates: [] }), 'permit: office'],
  [
    'Joris as a reader, messages in one file',
    joris,
    collect,
    facts({ employment: employment('reader') }),
    'permit: office',
  ],
  [
    'Joris, signed in low, messages in one file',
    at(joris, 'low'),
    collect,
    facts(),
    'told: assurance-too-low',
  ],
  [
    'Joris, messages in one file, in a suspended office',
    joris,
    collect,
    facts({ standing: 'suspended' }),
    'told: organisation-suspended',
  ],
  [
    'Joris, who left, messages in one file',
    joris,
    collect,
    facts({ employment: undefined }),
    'told: employment-ended',
  ],
  ['Yasmina, her messages in one file', yasmina, collect, facts(), 'permit: own-affairs'],
  [
    'Pieter, the messages of Yasmina in one file',
    pieter,
    { ...collect, client: 'yasmina' as ClientId },
    facts(),
    'concealed: not-a-party',
  ],
  ['Olga, messages in one file', olga, collect, facts(), 'told: wrong-kind-of-actor'],

  ['Joris, the mandates of his office in a file', joris, mandates, facts(), 'permit: office'],
  [
    'Joris, the mandates in a file, in a suspended office: leaving needs them',
    joris,
    mandates,
    facts({ standing: 'suspended' }),
    'permit: office',
  ],
  ['Yasmina, her mandates in a file', yasmina, mandates, facts(), 'permit: own-affairs'],
  ['Olga, everyone’s mandates in a file', olga, mandates, facts(), 'told: wrong-kind-of-actor'],
];

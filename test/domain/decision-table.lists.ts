import type { ClientId } from '../../src/domain/ids.ts';
import { as, day, facts, given, line } from './facts.ts';
import { later, list, ofColleague, ofNobody, type Row } from './decision-table.ts';

const { joris, anna } = as;

/** The list of one client: a mandate in force with something to read. */
export const lists: Row[] = [
  ['Joris, the list of Yasmina', joris, list, facts(), 'permit: mandate'],
  [
    'Joris, the list over all clients',
    joris,
    { action: 'inbox.list' },
    facts({ mandates: [] }),
    'permit: office',
  ],
  ['Joris, the list of no client of his', joris, list, facts({ mandates: [] }), 'concealed: no-mandate'],
  ['Anna, not assigned, the list', anna, list, facts({ handling: ofColleague }), 'concealed: not-assigned'],
  [
    'Joris, nothing to read in the mandate',
    joris,
    list,
    given({ lines: [line({ actions: ['download'] })] }),
    'told: action-not-granted',
  ],
  [
    'Joris, every line ended',
    joris,
    list,
    given({ lines: [line({ endedAt: later })] }),
    'told: scope-line-ended',
  ],
  [
    'Joris, who asked and is not assigned yet, before the answer (R3, R9)',
    joris,
    list,
    { ...given({ state: 'requested' }), handling: ofNobody },
    'concealed: not-yet-consented',
  ],
  [
    'Joris, who asked and is not assigned yet, after it',
    joris,
    list,
    { ...given({}), handling: ofNobody },
    'told: not-assigned',
  ],
  [
    'Joris, who asked for what a client of a colleague did not give (R3)',
    joris,
    list,
    facts({
      mandates: [...given({ requestedBy: undefined }).mandates, ...given({ state: 'requested' }).mandates],
      handling: ofColleague,
    }),
    'concealed: not-assigned',
  ],
  [
    'Joris, suspended, while a renewal waits for an answer',
    joris,
    list,
    facts({
      mandates: [
        ...given({ state: 'suspended' }).mandates,
        ...given({ state: 'requested', requestedBy: undefined }).mandates,
      ],
    }),
    'told: mandate-suspended',
  ],
  [
    'Joris, requested, the list: as of a stranger (R3, R9)',
    joris,
    list,
    given({ state: 'requested' }),
    'concealed: not-yet-consented',
  ],
  [
    'Joris, offered, the list: the same (R3)',
    joris,
    list,
    given({ state: 'offered' }),
    'concealed: not-yet-consented',
  ],
  [
    'Joris, declined, the list: as of a stranger (R3)',
    joris,
    list,
    given({ state: 'declined', endedAt: later }),
    'concealed: mandate-declined',
  ],
  [
    'Joris, revoked, the list (R17)',
    joris,
    list,
    given({ state: 'revoked', endedAt: later }),
    'told: mandate-revoked',
  ],
  [
    'Joris, starts tomorrow, the list',
    joris,
    list,
    given({ period: { from: day('2027-01-16'), until: day('2028-01-01') } }),
    'told: not-yet-started',
  ],
  [
    'Joris, withdrawn, the list',
    joris,
    list,
    given({ state: 'withdrawn', endedAt: later }),
    'concealed: no-mandate',
  ],
  [
    'Joris, the client died, the list (R30)',
    joris,
    list,
    facts({ diedOn: day('2027-01-14') }),
    'told: client-died',
  ],
  [
    'Joris, the client died before he answered: the same as alive (R3)',
    joris,
    list,
    { ...given({ state: 'offered' }), diedOn: day('2027-01-14') },
    'concealed: not-yet-consented',
  ],
  [
    'Joris, the client died, and was none of his',
    joris,
    list,
    facts({ mandates: [], diedOn: day('2027-01-14') }),
    'concealed: no-mandate',
  ],
  [
    'Joris, a stranger as client',
    joris,
    { action: 'inbox.list', client: 'x' as ClientId },
    facts({ mandates: [] }),
    'concealed: no-mandate',
  ],
];

import { as, day, facts, guardianship, ids, line, mandate } from './facts.ts';
import type { Row } from './decision-table.ts';

const { joris, yasmina } = as;
const organisation = { standing: 'recognised', registeredBy: 'test:joris' } as const;
const died = { organisation, guardianship: guardianship(), diedOn: day('2027-01-14') };
const offered = facts({ mandate: mandate({ state: 'offered' }), ...died });
const asked = { mandate: ids.mandate } as const;

/** R30: what begins in the instant in which a death comes in. */
export const afterDeath: Row[] = [
  [
    'consenting, when the death came in after the sign-in',
    yasmina,
    { action: 'mandate.consent', ...asked },
    offered,
    'told: person-died',
  ],
  [
    'giving, when the death came in after the sign-in',
    yasmina,
    { action: 'mandate.grant', organisation: ids.vermeer, client: ids.yasmina, lines: [line()] },
    facts(died),
    'told: person-died',
  ],
  [
    'the office with the code of who died (R3)',
    joris,
    { action: 'mandate.activate', ...asked, withCode: true },
    offered,
    'concealed: client-died',
  ],
];

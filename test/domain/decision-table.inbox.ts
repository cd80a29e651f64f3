import { as, at, day, employment, facts, message } from './facts.ts';
import {
  archive,
  download,
  earlier,
  list,
  ofColleague,
  ofNobody,
  on,
  read,
  type Row,
} from './decision-table.ts';

const { joris, anna, yasmina, pieter, olga } = as;
const role = (...more: Parameters<typeof employment>) => facts({ employment: employment(...more) });

/** One's own inbox. */
export const ownInbox: Row[] = [
  ['Yasmina, her own message', yasmina, read, facts(), 'permit: own-affairs'],
  ['Yasmina, downloading hers', yasmina, download, facts({ mandates: [] }), 'permit: own-affairs'],
  [
    'Yasmina, a message that is not there',
    yasmina,
    read,
    facts({ message: undefined }),
    'concealed: does-not-exist',
  ],
  ['Pieter, a message of Yasmina', pieter, read, facts(), 'concealed: not-a-party'],
  ['Yasmina, signed in low, asked low', at(yasmina, 'low'), read, facts(), 'permit: own-affairs'],
  ...(['read', 'mark', 'archive', 'download'] as const).map((action): Row => {
    const sensitive = facts({ message: message({ assurance: 'high' }) });
    return [
      `Yasmina, ${action}, where high is asked (R6)`,
      yasmina,
      on(action),
      sensitive,
      'told: assurance-too-low',
    ];
  }),
  [
    'Yasmina, where high is asked and given',
    at(yasmina, 'high'),
    read,
    facts({ message: message({ assurance: 'high' }) }),
    'permit: own-affairs',
  ],
  [
    'Pieter, where high is asked: not even that is told',
    pieter,
    read,
    facts({ message: message({ assurance: 'high' }) }),
    'concealed: not-a-party',
  ],
  ['Yasmina, her list', yasmina, { action: 'inbox.list' }, facts(), 'permit: own-affairs'],
  ['Yasmina, her list by name', yasmina, list, facts(), 'permit: own-affairs'],
  ['Pieter, the list of Yasmina', pieter, list, facts(), 'concealed: not-a-party'],
  ['Olga, a message', olga, read, facts(), 'told: wrong-kind-of-actor'],
  ['the tax office, its own message', as.tax, read, facts(), 'told: wrong-kind-of-actor'],
  ['a machine, a message', as.machine, read, facts(), 'told: wrong-kind-of-actor'],
  ['a job, a message', as.job, read, facts(), 'told: wrong-kind-of-actor'],
];

/** The links from sign-in to client (R5, R33). */
export const office: Row[] = [
  ['Joris, within the mandate', joris, read, facts(), 'permit: mandate'],
  ['Joris, signed in low (R5)', at(joris, 'low'), read, facts(), 'told: assurance-too-low'],
  [
    'Joris, where high is asked (R6)',
    joris,
    read,
    facts({ message: message({ assurance: 'high' }) }),
    'told: assurance-too-low',
  ],
  ['Joris, who left', joris, read, role('handler', { endedAt: earlier }), 'told: employment-ended'],
  [
    'Joris, whose last day was yesterday',
    joris,
    read,
    role('handler', { until: day('2027-01-15') }),
    'told: employment-ended',
  ],
  [
    'Joris, who starts tomorrow',
    joris,
    read,
    role('handler', { from: day('2027-01-16') }),
    'told: employment-ended',
  ],
  [
    'somebody whom the office does not know',
    joris,
    read,
    facts({ employment: undefined }),
    'told: employment-ended',
  ],
  [
    'Joris, office registered',
    joris,
    read,
    facts({ standing: 'registered' }),
    'told: organisation-not-recognised',
  ],
  ['Joris, office suspended', joris, read, facts({ standing: 'suspended' }), 'told: organisation-suspended'],
  ['Joris, office unknown', joris, read, facts({ standing: undefined }), 'told: organisation-not-recognised'],
  ['a reader, reading', joris, read, role('reader'), 'permit: mandate'],
  ['a reader, archiving', joris, archive, role('reader'), 'told: role-too-small'],
  ['Anna, not assigned', anna, read, facts({ handling: ofColleague }), 'concealed: not-assigned'],
  [
    'Joris, not assigned, but he asked for it',
    joris,
    read,
    facts({ handling: ofColleague }),
    'told: not-assigned',
  ],
  [
    'Anna, standing in for who handles the client',
    anna,
    read,
    facts({ handling: { ...ofColleague, covering: true } }),
    'permit: mandate',
  ],
  ['Anna, client of nobody', anna, read, facts({ handling: ofNobody }), 'concealed: not-assigned'],
  [
    'an administrator, client of nobody',
    anna,
    read,
    { ...role('administrator'), handling: ofNobody },
    'permit: mandate',
  ],
  [
    'an administrator, client of a colleague',
    anna,
    read,
    { ...role('administrator'), handling: ofColleague },
    'concealed: not-assigned',
  ],
  ['Joris, nothing known of who handles', joris, read, facts({ handling: undefined }), 'told: not-assigned'],
  ['Joris, no mandate at all', joris, read, facts({ mandates: [] }), 'concealed: no-mandate'],
];

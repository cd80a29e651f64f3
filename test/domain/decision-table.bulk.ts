import type { BulkRunFacts } from '../../src/domain/bulk.ts';
import type { Facts, Question } from '../../src/domain/decision.ts';
import type { BulkRunId } from '../../src/domain/ids.ts';
import type { Row } from './decision-table.ts';
import { as, at, employment, facts, ids } from './facts.ts';

const { anna, joris, olga, yasmina } = as;
const on = (action: 'see' | 'confirm' | 'cancel' | 'carry-out' | 'confirm-leaving'): Question => ({
  action: `bulk.${action}`,
  bulkRun: 'run' as BulkRunId,
});
const [see, confirm, cancel] = [on('see'), on('confirm'), on('cancel')];
const ours: BulkRunFacts = { organisation: ids.vermeer, startedBy: ids.joris };
const run = (more: Partial<BulkRunFacts> = {}, rest: Partial<Facts> = {}): Facts =>
  facts({ bulkRun: { ...ours, ...more }, ...rest });
const [administrator, reader] = [employment('administrator'), employment('reader')];
const check: Question = { action: 'bulk.check' };

/** Files with many rows, and the runs that they become. */
export const bulk: Row[] = [
  ['Joris, checking a file', joris, check, facts(), 'permit: office'],
  ['a reader, checking a file', joris, check, facts({ employment: reader }), 'told: role-too-small'],
  ['Joris, signed in too low', at(joris, 'low'), check, facts(), 'told: assurance-too-low'],
  [
    'an office that is suspended',
    joris,
    check,
    facts({ standing: 'suspended' }),
    'told: organisation-suspended',
  ],
  ['Yasmina, checking a file', yasmina, check, facts(), 'told: wrong-kind-of-actor'],
  ['Joris, the list of his runs', joris, { action: 'bulk.list' }, facts(), 'permit: office'],
  ['Joris, his own run', joris, see, run(), 'permit: office'],
  ['Joris, confirming his own', joris, confirm, run(), 'permit: office'],
  ['Joris, cancelling his own', joris, cancel, run(), 'permit: office'],
  ['Joris, a part of his own', joris, on('carry-out'), run(), 'permit: office'],
  [
    'a reader, a part of his own',
    joris,
    on('carry-out'),
    run({}, { employment: reader }),
    'told: role-too-small',
  ],
  ['a colleague, a part of it', anna, on('carry-out'), run(), 'concealed: not-a-party'],
  ['Joris, leaving many clients', joris, { action: 'bulk.check-leaving' }, facts(), 'permit: office'],
  [
    'Joris, leaving many clients, the office suspended (R16)',
    joris,
    on('confirm-leaving'),
    run({}, { standing: 'suspended' }),
    'permit: office',
  ],
  [
    'Joris, going on as if he were the job',
    joris,
    { action: 'bulk.resume' },
    facts(),
    'told: wrong-kind-of-actor',
  ],
  ['a colleague, the run of Joris', anna, see, run(), 'concealed: not-a-party'],
  ['a colleague, confirming it', anna, confirm, run(), 'concealed: not-a-party'],
  ['an administrator, the run of Joris', anna, see, run({}, { employment: administrator }), 'permit: office'],
  [
    'an administrator, confirming it',
    anna,
    confirm,
    run({}, { employment: administrator }),
    'permit: office',
  ],
  [
    'an administrator, a run of another office',
    anna,
    see,
    run({ organisation: ids.haven }, { employment: administrator }),
    'concealed: not-a-party',
  ],
  ['Joris, a run that is not there', joris, see, facts(), 'concealed: does-not-exist'],
  ['Joris, a reader by now', joris, see, run({}, { employment: reader }), 'told: role-too-small'],
  ['Joris, suspended, looking', joris, see, run({}, { standing: 'suspended' }), 'permit: office'],
  ['Joris, suspended, cancelling', joris, cancel, run({}, { standing: 'suspended' }), 'permit: office'],
  [
    'Joris, suspended, confirming',
    joris,
    confirm,
    run({}, { standing: 'suspended' }),
    'told: organisation-suspended',
  ],
  ['an official, a run', olga, see, run(), 'told: wrong-kind-of-actor'],
];

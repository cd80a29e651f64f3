import type { Facts, Question } from '../../src/domain/decision.ts';
import type { Mandate } from '../../src/domain/mandate.ts';
import { ofColleague, type Row } from './decision-table.ts';
import { as, at, employment, facts, ids, mandate } from './facts.ts';

const { anna, joris, olga, yasmina } = as;
const [review, answering, notices] = (
  ['mandate.review', 'mandate.answer-review', 'notice.list'] as const
).map((action): Question => ({ action })) as [Question, Question, Question];
const confirm: Question = { action: 'mandate.confirm', mandate: ids.mandate };
const named = (more: Partial<Mandate> = {}, rest: Partial<Facts> = {}): Facts =>
  facts({ mandate: mandate(more), mandates: [], message: undefined, ...rest });
const reader = employment('reader');

/** The yearly look at mandates, and what people hear of them. */
export const upkeep: Row[] = [
  ['Joris, the yearly list', joris, review, facts(), 'permit: office'],
  ['Joris, the yearly list, signed in low', at(joris, 'low'), review, facts(), 'told: assurance-too-low'],
  ['a reader, the yearly list', joris, review, facts({ employment: reader }), 'permit: office'],
  [
    'Joris, who left, the yearly list',
    joris,
    review,
    facts({ employment: undefined }),
    'told: employment-ended',
  ],
  ['Yasmina, the yearly list of an office', yasmina, review, facts(), 'told: wrong-kind-of-actor'],
  ['Olga, the yearly list of an office', olga, review, facts(), 'told: wrong-kind-of-actor'],
  ['a reader, answering it', joris, answering, facts({ employment: reader }), 'told: role-too-small'],
  [
    'Joris, answering it, office suspended: leaving is never blocked (R16)',
    joris,
    answering,
    facts({ standing: 'suspended' }),
    'permit: office',
  ],
  ['Joris, confirming a mandate of his client', joris, confirm, named(), 'permit: mandate'],
  [
    'Anna, confirming that of a colleague’s client (R33)',
    anna,
    confirm,
    named({}, { handling: ofColleague }),
    'concealed: not-assigned',
  ],
  [
    'an administrator, confirming any of the office',
    anna,
    confirm,
    named({}, { handling: ofColleague, employment: employment('administrator') }),
    'permit: mandate',
  ],
  ['a reader, confirming', joris, confirm, named({}, { employment: reader }), 'told: role-too-small'],
  [
    'Joris, confirming, office suspended',
    joris,
    confirm,
    named({}, { standing: 'suspended' }),
    'told: organisation-suspended',
  ],
  [
    'Joris, confirming one of another office',
    { ...joris, organisation: ids.haven },
    confirm,
    named(),
    'concealed: not-a-party',
  ],
  ['Yasmina, confirming for the office', yasmina, confirm, named(), 'told: wrong-kind-of-actor'],
  ['Yasmina, her notices, signed in low', at(yasmina, 'low'), notices, facts(), 'permit: own-affairs'],
  ['Joris, his notices', joris, notices, facts(), 'permit: office'],
  [
    'Joris, his notices, office suspended',
    joris,
    notices,
    facts({ standing: 'suspended' }),
    'permit: office',
  ],
  ['Olga, notices', olga, notices, facts(), 'told: wrong-kind-of-actor'],
  ['the job, looking over all mandates', as.job, { action: 'mandate.watch' }, facts(), 'permit: task'],
  ['the job, ending one', as.job, { action: 'mandate.end' }, facts(), 'permit: task'],
  ['Olga, ending one as the job does', olga, { action: 'mandate.end' }, facts(), 'told: wrong-kind-of-actor'],
];

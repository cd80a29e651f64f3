import type { ActionAbout } from '../../src/domain/actions.ts';
import type { Question } from '../../src/domain/decision.ts';
import { as, at, employment, facts, ids, mandate } from './facts.ts';
import type { Row } from './decision-table.ts';

const { joris, yasmina, pieter, olga } = as;
const office = (role: 'reader' | 'handler' | 'administrator', more: object = {}) =>
  facts({
    ...{ organisation: { standing: 'recognised', registeredBy: 'test:joris' } },
    ...{ employment: employment(role), ...more },
  });
const about = (
  action: Exclude<ActionAbout<'organisation'>, 'mandate.grant'>,
  organisation = ids.vermeer,
): Question => ({
  action,
  organisation,
});
const [any, own, load] = (['cover.arrange', 'cover.arrange-own', 'office.workload'] as const).map((action) =>
  about(action),
) as [Question, Question, Question];
const handlers: Question = { action: 'mandate.handlers', mandate: ids.mandate };
const given = facts({ mandate: mandate() });

/** Cover, who has how many clients, and what a client may know of it. */
export const officeAtWork: Row[] = [
  ['an administrator, a cover for anyone', joris, any, office('administrator'), 'permit: office'],
  ['a handler, a cover for anyone', joris, any, office('handler'), 'told: role-too-small'],
  ['a handler, a cover for himself', joris, own, office('handler'), 'permit: office'],
  ['a reader, a cover for himself', joris, own, office('reader'), 'told: role-too-small'],
  [
    'an administrator, a cover in another office',
    joris,
    about('cover.arrange', ids.haven),
    office('administrator'),
    'concealed: not-a-party',
  ],
  [
    'an administrator, a cover while the office is suspended',
    joris,
    any,
    office('administrator', { standing: 'suspended' }),
    'permit: office',
  ],
  ['who left, a cover', joris, own, office('handler', { employment: undefined }), 'told: employment-ended'],
  ['Yasmina, a cover', yasmina, own, office('handler'), 'told: wrong-kind-of-actor'],
  ['an administrator, who has how many', joris, load, office('administrator'), 'permit: office'],
  ['a handler, who has how many', joris, load, office('handler'), 'told: role-too-small'],
  [
    'an administrator, who has how many, while the office is suspended',
    joris,
    load,
    office('administrator', { standing: 'suspended' }),
    'told: organisation-suspended',
  ],
  ['Olga, who has how many', olga, load, office('administrator'), 'told: wrong-kind-of-actor'],
  ['Yasmina, who handles her', yasmina, handlers, given, 'permit: own-affairs'],
  ['Yasmina, signed in low, who handles her', at(yasmina, 'low'), handlers, given, 'permit: own-affairs'],
  ['Pieter, who handles Yasmina', pieter, handlers, given, 'concealed: not-a-party'],
  ['Joris, who handles Yasmina', joris, handlers, given, 'told: wrong-kind-of-actor'],
  [
    'Yasmina, who handles her by a request that was not offered (R3)',
    yasmina,
    handlers,
    facts({ mandate: mandate({ state: 'requested', offeredAt: undefined }) }),
    'concealed: not-a-party',
  ],
];

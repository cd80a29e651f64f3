import type { ActionAbout } from '../../src/domain/actions.ts';
import type { Question } from '../../src/domain/decision.ts';
import type { Standing } from '../../src/domain/organisation.ts';
import { as, at, employment, facts, ids } from './facts.ts';
import { type Outcome, type Row, withoutOffice } from './decision-table.ts';

const { joris, yasmina, olga } = as;
const registered = (standing: Standing, registeredBy = 'test:joris') =>
  facts({ organisation: { standing, registeredBy } });
const about = (
  action: Exclude<ActionAbout<'organisation'>, 'mandate.grant'>,
  organisation = ids.vermeer,
): Question => ({
  action,
  organisation,
});

/** Organisations, and what is about nothing in particular. */
export const theRest: Row[] = [
  ['Joris, his office', joris, about('office.see'), registered('recognised'), 'permit: office'],
  [
    'Joris, another office from within',
    joris,
    about('office.see', ids.haven),
    registered('recognised'),
    'concealed: not-a-party',
  ],
  [
    'Joris, an office that is not there',
    joris,
    about('office.see'),
    withoutOffice,
    'concealed: does-not-exist',
  ],
  ['Joris, managing', joris, about('office.manage'), registered('recognised'), 'told: role-too-small'],
  [
    'an administrator, managing',
    joris,
    about('office.manage'),
    { ...registered('recognised'), employment: employment('administrator') },
    'permit: office',
  ],
  [
    'an administrator of another office, managing',
    joris,
    about('office.manage', ids.haven),
    { ...registered('recognised'), employment: employment('administrator') },
    'concealed: not-a-party',
  ],
  [
    'Yasmina, a recognised office',
    yasmina,
    about('organisation.see'),
    registered('recognised'),
    'permit: own-affairs',
  ],
  [
    'Yasmina, a registered office',
    yasmina,
    about('organisation.see'),
    registered('registered'),
    'concealed: not-a-party',
  ],
  [
    'Yasmina, an office from within',
    yasmina,
    about('office.see'),
    registered('recognised'),
    'told: wrong-kind-of-actor',
  ],
  [
    'Olga, recognising',
    olga,
    about('organisation.recognise'),
    registered('registered'),
    'permit: supervision',
  ],
  [
    'Olga, recognising what she registered',
    olga,
    about('organisation.recognise'),
    registered('registered', olga.subject),
    'told: own-request',
  ],
  [
    'Olga, suspending what she registered',
    olga,
    about('organisation.suspend'),
    registered('recognised', olga.subject),
    'permit: supervision',
  ],
  [
    'Joris, recognising his own',
    joris,
    about('organisation.recognise'),
    registered('registered'),
    'told: wrong-kind-of-actor',
  ],
  [
    'a newcomer, registering',
    as.newcomer,
    { action: 'organisation.register' },
    withoutOffice,
    'permit: own-affairs',
  ],
  [
    'a newcomer, registering, signed in low (R5)',
    at(as.newcomer, 'low'),
    { action: 'organisation.register' },
    withoutOffice,
    'told: assurance-too-low',
  ],
  [
    'a newcomer, asking for a mandate',
    as.newcomer,
    { action: 'mandate.request' },
    withoutOffice,
    'told: wrong-kind-of-actor',
  ],
  ['Joris, asking for a mandate', joris, { action: 'mandate.request' }, facts(), 'permit: office'],
  [
    'Joris, asking, office not recognised',
    joris,
    { action: 'mandate.request' },
    facts({ standing: 'registered' }),
    'told: organisation-not-recognised',
  ],
  [
    'a reader, asking for a mandate',
    joris,
    { action: 'mandate.request' },
    facts({ employment: employment('reader') }),
    'told: role-too-small',
  ],
  ['the tax office, delivering', as.tax, { action: 'inbox.deliver' }, withoutOffice, 'permit: task'],
  [
    'a machine that is no sender, delivering',
    as.machine,
    { action: 'inbox.deliver' },
    withoutOffice,
    'told: wrong-kind-of-actor',
  ],
  [
    'the tax office, its message types',
    as.tax,
    { action: 'sender.define-types', sender: ids.tax },
    withoutOffice,
    'permit: task',
  ],
  [
    'the tax office, those of the town',
    as.tax,
    { action: 'sender.define-types', sender: ids.town },
    withoutOffice,
    'concealed: not-a-party',
  ],
  ['a job, offering', as.job, { action: 'mandate.offer' }, withoutOffice, 'permit: task'],
  ['Joris, offering', joris, { action: 'mandate.offer' }, facts(), 'told: wrong-kind-of-actor'],
  [
    'Yasmina, her trail',
    at(yasmina, 'low'),
    { action: 'trail.see-own' },
    withoutOffice,
    'permit: own-affairs',
  ],
  ['Olga, a trail of her own', olga, { action: 'trail.see-own' }, withoutOffice, 'told: wrong-kind-of-actor'],
  ['Olga, the trail', olga, { action: 'trail.search' }, withoutOffice, 'permit: supervision'],
  [
    'Yasmina, the trail of all',
    yasmina,
    { action: 'trail.search' },
    withoutOffice,
    'told: wrong-kind-of-actor',
  ],
  ...(['registered', 'suspended'] as const).map((standing): Row => {
    const open: Outcome = 'permit: office';
    return [`Joris, who he is, office ${standing}`, joris, { action: 'self.see' }, facts({ standing }), open];
  }),
];

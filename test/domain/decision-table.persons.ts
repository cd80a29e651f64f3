import type { ActionAbout } from '../../src/domain/actions.ts';
import type { Question } from '../../src/domain/decision.ts';
import { as, employment, facts, ids } from './facts.ts';
import { type Row, withoutOffice } from './decision-table.ts';

const { joris, olga } = as;
const byHimself = facts({
  organisation: { standing: 'recognised', registeredBy: 'person:joris', individual: true },
});
const about = (action: Exclude<ActionAbout<'organisation'>, 'mandate.grant'>): Question => ({
  action,
  organisation: ids.vermeer,
});

/** A person who represents others by himself, and what registers tell of people's lives. */
export const persons: Row[] = [
  ...(['office.manage', 'cover.arrange', 'cover.arrange-own'] as const).map((action): Row => [
    `who represents others by himself, ${action}`,
    joris,
    about(action),
    { ...byHimself, employment: employment('administrator') },
    'told: works-alone',
  ]),
  ...(['office.see', 'clients.see', 'clients.assign'] as const).map((action): Row => [
    `who represents others by himself, ${action}`,
    joris,
    about(action),
    { ...byHimself, employment: employment('administrator') },
    'permit: office',
  ]),
  [
    'a register, reporting a life event',
    as.machine,
    { action: 'life-event.report', register: ids.town },
    withoutOffice,
    'permit: task',
  ],
  [
    'a machine that is not the register',
    as.machine,
    { action: 'life-event.report', register: ids.tax },
    withoutOffice,
    'concealed: not-a-party',
  ],
  [
    'a machine, while no register is configured',
    as.machine,
    { action: 'life-event.report', register: undefined },
    withoutOffice,
    'concealed: not-a-party',
  ],
  [
    'a sender, reporting a life event',
    as.tax,
    { action: 'life-event.report', register: ids.tax },
    withoutOffice,
    'told: wrong-kind-of-actor',
  ],
  ['Olga, looking at life events', olga, { action: 'life-event.list' }, withoutOffice, 'permit: supervision'],
];

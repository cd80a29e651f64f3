import type { ActionAbout } from '../../src/domain/actions.ts';
import type { Facts, Question } from '../../src/domain/decision.ts';
import type { OrderFacts } from '../../src/domain/four-eyes.ts';
import type { CourtOrderId, EmployeeId, OfficialId, UrgentActId } from '../../src/domain/ids.ts';
import { ofColleague, type Row } from './decision-table.ts';
import { as, at, employment, facts, ids } from './facts.ts';

const order = 'order' as CourtOrderId;
const colleague = 'carla' as EmployeeId;
const { joris, anna, yasmina, pieter, olga } = as;
const ask = (action: ActionAbout<'court-order'>): Question => ({ action, order });
const [see, approve, evidence] = [ask('order.see'), ask('order.approve'), ask('order.see-evidence')];
/** An order about Yasmina, that Joris of Vermeer handed in. */
const handedIn = (more: Partial<OrderFacts> = {}, other: Partial<Facts> = {}): Facts =>
  facts({
    order: {
      ...{ client: ids.yasmina, organisation: ids.vermeer, submittedBy: ids.joris },
      ...{ submitter: 'test:joris', verified: false, approvedBy: [], ...more },
    },
    official: { standing: 'active' },
    ...{ mandates: [], message: undefined, ...other },
  });
const verified = handedIn({ verified: true });
const suspended = handedIn({}, { official: { standing: 'suspended' } });
const named = (subject: string): Facts => facts({ colleague: { subject }, official: { standing: 'active' } });
const suspend: Question = { action: 'official.suspend', official: 'otto' as OfficialId };
const decideAct: Question = { action: 'urgent-acts.decide', urgentAct: 'act' as UrgentActId };
const act = (asker: string): Facts =>
  facts({ urgentAct: { client: ids.yasmina, mandate: ids.mandate, asker } });
const report = (register: string | undefined): Question => ({
  action: 'register.report',
  register: register as never,
});

/** Court orders, officials, urgent acts and the judiciary's register. */
export const orders: Row[] = [
  ['Olga, the first of two (R21)', olga, approve, handedIn(), 'permit: supervision'],
  ['Olga, the second of two', olga, approve, handedIn({ approvedBy: ['test:otto'] }), 'permit: supervision'],
  ['Olga, twice (R21)', olga, approve, handedIn({ approvedBy: ['test:olga'] }), 'told: same-official'],
  ['Olga, her own (R21)', olga, approve, handedIn({ submitter: 'test:olga' }), 'told: own-request'],
  [
    'Olga, rejecting what she approved',
    olga,
    ask('order.reject'),
    handedIn({ approvedBy: ['test:olga'] }),
    'permit: supervision',
  ],
  [
    'Olga, rejecting her own',
    olga,
    ask('order.reject'),
    handedIn({ submitter: 'test:olga' }),
    'told: own-request',
  ],
  ['Olga, looking at her own', olga, see, handedIn({ submitter: 'test:olga' }), 'permit: supervision'],
  ['Olga, suspended, approving', olga, approve, suspended, 'told: official-suspended'],
  ['Olga, suspended, looking', olga, see, suspended, 'told: official-suspended'],
  ['Olga, suspended, anything else', olga, { action: 'self.see' }, suspended, 'told: official-suspended'],
  [
    'Olga, an order that is not there',
    olga,
    approve,
    handedIn({}, { order: undefined }),
    'concealed: does-not-exist',
  ],
  ['Olga, signed in low, an order', at(olga, 'low'), see, handedIn(), 'told: assurance-too-low'],
  ['Yasmina, her own order, verified', yasmina, see, verified, 'permit: own-affairs'],
  ['Yasmina, one that nobody verified (R3)', yasmina, see, handedIn(), 'concealed: not-a-party'],
  ['Pieter, hers, verified', pieter, see, verified, 'concealed: not-a-party'],
  ['Yasmina, the evidence', yasmina, evidence, verified, 'told: wrong-kind-of-actor'],
  ['Joris, what he handed in', joris, see, handedIn({}, { handling: ofColleague }), 'permit: office'],
  [
    'Joris, what a colleague handed in about his client',
    joris,
    evidence,
    handedIn({ submittedBy: colleague }),
    'permit: office',
  ],
  [
    'Joris, what a colleague handed in about another client',
    joris,
    see,
    handedIn({ submittedBy: colleague }, { handling: ofColleague }),
    'concealed: not-assigned',
  ],
  [
    'Anna, administrator, any of the office',
    anna,
    see,
    handedIn({ submittedBy: colleague }, { handling: ofColleague, employment: employment('administrator') }),
    'permit: office',
  ],
  [
    'Joris, of another office, an order',
    { ...joris, organisation: ids.haven },
    see,
    handedIn(),
    'concealed: not-a-party',
  ],
  ['Joris, approving', joris, approve, handedIn(), 'told: wrong-kind-of-actor'],
  [
    'Joris, office suspended, taking back',
    joris,
    ask('order.withdraw'),
    handedIn({}, { standing: 'suspended' }),
    'permit: office',
  ],
  [
    'Joris, office suspended, supplementing',
    joris,
    ask('order.supplement'),
    handedIn({}, { standing: 'suspended' }),
    'told: organisation-suspended',
  ],

  ['Olga, suspending a colleague', olga, suspend, named('test:otto'), 'permit: supervision'],
  ['Olga, suspending herself', olga, suspend, named('test:olga'), 'told: own-request'],
  ['Olga, suspending nobody', olga, suspend, facts(), 'concealed: does-not-exist'],
  ['Olga, urgent acts (R31)', olga, decideAct, act('test:joris'), 'permit: supervision'],
  ['Olga, urgent acts that she asked for', olga, decideAct, act('test:olga'), 'told: own-request'],
  ['Olga, urgent acts that are not there', olga, decideAct, facts(), 'concealed: does-not-exist'],
  ['the register, reporting', as.machine, report(as.machine.oin), facts(), 'permit: task'],
  ['another machine, reporting', as.machine, report(ids.tax), facts(), 'concealed: not-a-party'],
  ['a machine, while there is no register', as.machine, report(undefined), facts(), 'concealed: not-a-party'],
];

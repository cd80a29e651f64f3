import type { Question } from '../../src/domain/decision.ts';
import type { MeansIndex } from '../../src/domain/identity.ts';
import { type IdentityCaseId } from '../../src/domain/ids.ts';
import { as, at, facts } from './facts.ts';
import { type Row } from './decision-table.ts';

const { yasmina, elise, joris, olga, job } = as;
const nothing = (
  action: Extract<
    Question['action'],
    | 'means.end'
    | 'means.rebind'
    | 'means.announce'
    | 'account.redeem'
    | 'account.link'
    | 'account.see'
    | 'account.open'
    | 'self.see'
    | 'inbox.preview'
  >,
): Question => ({
  action,
});
const about = (
  action: `identity-case.${'see' | 'decide' | 'confirm' | 'write'}`,
  abroad?: boolean,
): Question => ({
  ...{ action, abroad },
  identityCase: 'case' as IdentityCaseId,
});
const proposed = (by: string, stillWorks = true) => facts({ identityCase: { proposed: { by, stillWorks } } });
const withAccount = { ...yasmina, means: 'account' } as const;
const accountOfNobody = {
  ...at(elise, 'low'),
  presented: { kind: 'account', index: 'x' as MeansIndex, identifier: 'x' },
} as const;
const withEnded = { ...elise, ended: new Date(0) } as const;
const [byItself, byOlga, byOtto] = [
  facts({ identityCase: {} }),
  facts({ identityCase: { enteredBy: 'test:olga' } }),
  facts({ identityCase: { enteredBy: 'test:otto' } }),
];

/** Who somebody is: his own account, and the cases of officials. */
export const identity: Row[] = [
  ['a means of nobody, looking', elise, nothing('account.see'), facts(), 'permit: own-affairs'],
  [
    'a means of nobody, asking for an account',
    elise,
    nothing('account.open'),
    facts(),
    'permit: own-affairs',
  ],
  [
    'a means of nobody at low, asking for one',
    at(elise, 'low'),
    nothing('account.open'),
    facts(),
    'told: assurance-too-low',
  ],
  ...(['account.see', 'account.open', 'account.redeem'] as const).map((action): Row => [
    `a means that was ended: ${action}`,
    withEnded,
    nothing(action),
    facts(),
    'permit: own-affairs',
  ]),
  ...(['means.rebind', 'self.see', 'inbox.preview'] as const).map((action): Row => [
    `a means that was ended: ${action}`,
    withEnded,
    nothing(action),
    facts(),
    'told: means-ended',
  ]),
  ...(['means.rebind', 'account.redeem'] as const).flatMap((action): Row[] => [
    [
      `a European means at low, ${action}`,
      at(elise, 'low'),
      nothing(action),
      facts(),
      'told: assurance-too-low',
    ],
    [`a European means, ${action}`, elise, nothing(action), facts(), 'permit: own-affairs'],
    [`an account, ${action}`, accountOfNobody, nothing(action), facts(), 'permit: own-affairs'],
  ]),
  ...(['means.rebind', 'means.announce', 'account.link'] as const).flatMap((action): Row[] => [
    [`Yasmina at low, ${action}`, at(yasmina, 'low'), nothing(action), facts(), 'told: assurance-too-low'],
    [
      `who has an account, ${action}`,
      at(withAccount, 'low'),
      nothing(action),
      facts(),
      'permit: own-affairs',
    ],
  ]),
  ['a means of nobody, who he is', elise, nothing('self.see'), facts(), 'permit: own-affairs'],
  ['a means of nobody, anything else', elise, nothing('inbox.preview'), facts(), 'told: means-not-linked'],
  ['a means of nobody, a case', elise, about('identity-case.see'), byItself, 'told: means-not-linked'],
  ['Yasmina, asking for an account', yasmina, nothing('account.open'), facts(), 'told: wrong-kind-of-actor'],
  ['Yasmina, a case', yasmina, about('identity-case.see'), byItself, 'told: wrong-kind-of-actor'],
  ['Joris, a case', joris, about('identity-case.see'), byItself, 'told: wrong-kind-of-actor'],
  [
    'an official, a case that came by itself',
    olga,
    about('identity-case.decide'),
    byItself,
    'permit: supervision',
  ],
  [
    'an official, to open an inbox of who lives here',
    olga,
    about('identity-case.decide', false),
    byItself,
    'told: client-not-abroad',
  ],
  [
    'an official, to open one of who lives abroad',
    olga,
    about('identity-case.decide', true),
    byItself,
    'permit: supervision',
  ],
  [
    'an official, what a colleague proposed',
    olga,
    about('identity-case.confirm'),
    proposed('test:otto'),
    'permit: supervision',
  ],
  [
    'an official, what she proposed',
    olga,
    about('identity-case.confirm'),
    proposed('test:olga'),
    'told: same-official',
  ],
  [
    'an official, to confirm of who came back to live here',
    olga,
    about('identity-case.confirm', false),
    proposed('test:otto'),
    'told: client-not-abroad',
  ],
  [
    'an official, what a suspended colleague proposed',
    olga,
    about('identity-case.confirm'),
    proposed('test:otto', false),
    'told: entered-by-suspended',
  ],
  [
    'an official, to confirm what she entered',
    olga,
    about('identity-case.confirm'),
    byOlga,
    'told: own-request',
  ],
  [
    'who has an account by letter, to end a means',
    at(withAccount, 'low'),
    nothing('means.end'),
    facts(),
    'told: account-too-low',
  ],
  ['an official, a case of a colleague', olga, about('identity-case.decide'), byOtto, 'permit: supervision'],
  ['an official, a case that she entered', olga, about('identity-case.decide'), byOlga, 'told: own-request'],
  [
    'an official, looking at one that she entered',
    olga,
    about('identity-case.see'),
    byOlga,
    'permit: supervision',
  ],
  ['an official, a second letter of hers', olga, about('identity-case.write'), byOlga, 'permit: supervision'],
  [
    'an official, a second letter to who came back to the Netherlands',
    olga,
    about('identity-case.write', false),
    byOlga,
    'told: client-not-abroad',
  ],
  [
    'an official, a case that is not there',
    olga,
    about('identity-case.decide'),
    facts(),
    'concealed: does-not-exist',
  ],
  [
    'an official at low, a case',
    at(olga, 'low'),
    about('identity-case.see'),
    byItself,
    'told: assurance-too-low',
  ],
  ['a job, hearing the source', job, { action: 'identity.match' }, facts(), 'permit: task'],
];

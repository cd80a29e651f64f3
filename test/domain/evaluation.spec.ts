import type { DecisionCaller } from '../../src/domain/decision-caller.ts';
import { decideOnCaller, toldTo } from '../../src/domain/decision-caller-access.ts';
import { deny } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import { type Asked, evaluate, type KnownOfAsked, wordsFor } from '../../src/domain/evaluation.ts';
import { remedyOf } from '../../src/domain/remedy.ts';
import { caller } from './decision-table.callers.ts';
import { as, day, facts, ids, mandate, now } from './facts.ts';

const asked = (more: Partial<Asked> = {}): Asked => ({
  subject: { type: 'employee' },
  action: 'read',
  resource: { type: 'message', elsewhere: { sender: ids.tax, category: 'financial' } },
  assurance: 'substantial',
  byBsn: false,
  ...more,
});
const known = (more: Partial<KnownOfAsked> = {}): KnownOfAsked => ({
  facts: facts({ message: undefined }),
  ...{ employee: ids.joris, organisation: ids.vermeer, client: ids.yasmina },
  ...more,
});
const outcome = (question: Asked, what: KnownOfAsked = known(), who: DecisionCaller = caller()): string => {
  const decision = evaluate(who, question, what, now);
  return decision instanceof AccessDenied ? decision.reason : decision.ground.kind;
};
const elsewhere = (more: object) => ({
  type: 'message' as const,
  elsewhere: { sender: ids.tax, category: 'financial' as const, ...more },
});
const inbox = { type: 'inbox', of: { sender: ids.tax, category: 'financial' } } as const;
const ofMandate = { type: 'mandate', id: ids.mandate } as const;
const withMandate = (more: Parameters<typeof mandate>[0] = {}) =>
  known({ facts: facts({ mandate: mandate(more), organisation: undefined }), citizen: ids.yasmina });

describe('What another system is answered', () => {
  it.each<[string, Asked, string]>([
    ['a message elsewhere that the mandate covers', asked(), 'mandate'],
    ['one of another category', asked({ resource: elsewhere({ category: 'care' }) }), 'outside-the-mandate'],
    [
      'one without a category (R36)',
      asked({ resource: elsewhere({ category: undefined }) }),
      'outside-the-mandate',
    ],
    [
      'one that asks more than the subject has (R6)',
      asked({ resource: elsewhere({ assurance: 'high' }) }),
      'assurance-too-low',
    ],
    ['what is not granted', asked({ action: 'forward' }), 'action-not-granted'],
    ['an inbox: what may come', asked({ resource: inbox }), 'mandate'],
    ['an inbox as a whole', asked({ resource: { type: 'inbox' } }), 'mandate'],
    [
      'to reply to an inbox as a whole',
      asked({ resource: { type: 'inbox' }, action: 'reply' }),
      'not-decided-here',
    ],
    ['to delete', asked({ action: 'delete' }), 'not-decided-here'],
    ['a machine', asked({ subject: { type: 'system', oin: ids.town } }), 'wrong-kind-of-actor'],
  ])('%s', (_, question, expected) => expect(outcome(question)).toBe(expected));

  it('whom nobody knows may nothing', () => {
    expect(outcome(asked(), known({ employee: undefined, organisation: undefined }))).toBe('does-not-exist');
    expect(outcome(asked({ subject: { type: 'citizen' } }))).toBe('does-not-exist');
    expect(outcome(asked({ resource: inbox }), known({ client: undefined }))).toBe('does-not-exist');
    expect(outcome(asked(), known({ client: undefined }))).toBe('does-not-exist');
  });

  it('an office may what somebody in it may who handles the client, whoever that is (R33)', () => {
    const nobody = { facts: facts({ message: undefined, employment: undefined, handling: undefined }) };
    expect(outcome(asked({ subject: { type: 'organisation' } }), known(nobody))).toBe('mandate');
    const suspended = { facts: { ...nobody.facts, standing: 'suspended' as const } };
    expect(outcome(asked({ subject: { type: 'organisation' } }), known(suspended))).toBe(
      'organisation-suspended',
    );
  });

  it('the sender’s own level counts for a message elsewhere too (R6)', () =>
    expect(outcome(asked(), known({ senderAsks: 'high' }))).toBe('assurance-too-low'));

  it('of an inbox it is told what became of the mandate, of a message that came afterwards it is not', () => {
    const over = { state: 'revoked', endedAt: new Date('2027-01-12T10:00:00Z') } as const;
    const after = known({ facts: facts({ message: undefined, mandates: [mandate(over)] }) });
    expect(evaluate(caller(), asked({ resource: inbox }), after, now)).toMatchObject({
      reason: 'mandate-revoked',
      concealed: false,
    });
    expect(evaluate(caller(), asked(), after, now)).toMatchObject({ concealed: true });
  });

  it('with a mandate one may what its state lets one do', () => {
    const yasmina = { subject: { type: 'citizen' }, resource: ofMandate } as const;
    expect(outcome(asked({ ...yasmina, action: 'revoke' }), withMandate())).toBe('own-affairs');
    expect(outcome(asked({ ...yasmina, action: 'revoke' }), withMandate({ state: 'revoked' }))).toBe(
      'not-in-this-state',
    );
    expect(outcome(asked({ ...yasmina, action: 'see' }), withMandate({ state: 'revoked' }))).toBe(
      'own-affairs',
    );
    const bewind = withMandate({ ground: 'bewind' });
    expect(outcome(asked({ ...yasmina, action: 'revoke' }), bewind)).toBe('not-of-this-ground');
    const expired = withMandate({ period: { from: day('2026-01-01'), until: day('2027-01-01') } });
    expect(outcome(asked({ resource: ofMandate, action: 'renounce' }), expired)).toBe('not-in-this-state');
  });

  it('tells what can be asked of each kind', () => {
    expect(wordsFor({ type: 'inbox' })).toEqual(['read']);
    expect(wordsFor(inbox)).toContain('forward');
    expect(wordsFor(ofMandate)).toContain('revoke');
  });
});

describe('Within its purpose', () => {
  const svbOnly = caller({ senders: [ids.town] });
  it.each<[string, Asked]>([
    ['no message of another sender', asked()],
    ['no inbox as a whole', asked({ resource: { type: 'inbox' } })],
    ['no mandate', asked({ resource: ofMandate, action: 'see' })],
  ])('a system that is registered for one sender hears of %s', (_, question) =>
    expect(outcome(question, known(), svbOnly)).toBe('caller-may-not-ask'),
  );

  it('hears of its own', () =>
    expect(outcome(asked({ resource: elsewhere({ sender: ids.town }) }), known(), svbOnly)).toBe(
      'outside-the-mandate',
    ));

  it('is refused at the desk, when it is no machine', () =>
    expect(decideOnCaller(as.olga, 'decision.ask', facts())).toMatchObject({
      reason: 'wrong-kind-of-actor',
    }));
});

describe('What a system hears of a no', () => {
  it.each([
    ['nothing', deny('mandate-revoked'), undefined],
    ['as-subject', deny('mandate-revoked'), 'mandate-revoked'],
    ['as-subject', deny('outside-the-mandate'), 'does-not-exist'],
    ['as-subject', deny('shielded'), 'does-not-exist'],
    ['true-reason', deny('outside-the-mandate'), 'outside-the-mandate'],
    ['true-reason', deny('shielded'), 'outside-the-mandate'],
  ] as const)('%s: %s', (tells, denial, heard) => expect(toldTo(caller({ tells }), denial)).toBe(heard));

  it('gives advice only where it helps', () => {
    expect(remedyOf('assurance-too-low')).toBe('step-up');
    expect(remedyOf('does-not-exist')).toBeUndefined();
    expect(remedyOf('client-died')).toBeUndefined();
  });
});

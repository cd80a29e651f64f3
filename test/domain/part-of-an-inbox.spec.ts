import type { Facts } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import { type Asked, evaluate } from '../../src/domain/evaluation.ts';
import { toldTo } from '../../src/domain/decision-caller-access.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { caller } from './decision-table.callers.ts';
import { ended, urgently } from './decision-table.urgent-acts.ts';
import { measure } from './decision-table.guardians.ts';
import { earlier, later, ofColleague, ofNobody } from './decision-table.ts';
import { day, facts, ids, line, mandate, now } from './facts.ts';

/** What Joris' own system hears of what the tax office sends about money, or about care; and of the whole inbox. */
const asked = (category: 'financial' | 'care' | undefined, action = 'read'): Asked => ({
  ...{ subject: { type: 'employee' }, action, assurance: 'substantial', byBsn: false },
  resource: category ? { type: 'inbox', of: { sender: ids.tax, category } } : { type: 'inbox' },
});
function hears(known: Facts, what: Parameters<typeof asked>[0], action?: string, who = caller()): string {
  const of = { employee: ids.joris, organisation: ids.vermeer, client: ids.yasmina };
  const answer = evaluate(who, asked(what, action), { ...of, facts: { ...known, message: undefined } }, now);
  if (!(answer instanceof AccessDenied)) return 'yes';
  return toldTo(who, answer.heard ?? answer) ?? 'nothing';
}
const between = (...mandates: Authority[]): Facts => facts({ mandates });
const money = mandate();
const revoked = mandate({ state: 'revoked', endedAt: later });
const expired = mandate({ period: { from: day('2026-01-01'), until: day('2027-01-01') } });
const care = line({ category: 'care' });
const starts = { period: { from: day('2027-01-18'), until: day('2028-01-01') } };

describe('Of a part of an inbox the office of Joris hears what is true of that part', () => {
  it.each<[string, Facts, string, string]>([
    ['what her mandate never covered', between(money), 'outside-the-mandate', 'yes'],
    ['nor the one that she revoked', between(revoked), 'outside-the-mandate', 'mandate-revoked'],
    [
      'nor the one that expired: nothing to renew',
      between(expired),
      'outside-the-mandate',
      'mandate-expired',
    ],
    [
      'it was in one that she revoked, and is not in the one that runs',
      between(money, mandate({ state: 'revoked', endedAt: later, lines: [care] })),
      'mandate-revoked',
      'yes',
    ],
    [
      'she ended this part',
      between(mandate({ lines: [line(), { ...care, endedAt: later }] })),
      'scope-line-ended',
      'yes',
    ],
    [
      'a bewind ended this part (R27)',
      between(mandate({ lines: [line(), { ...care, endsOn: day('2027-01-12') }] })),
      'scope-line-ended-by-law',
      'yes',
    ],
    [
      'it begins on Monday, and what runs is about something else',
      between(money, mandate({ ...starts, lines: [care] })),
      'not-yet-started',
      'yes',
    ],
    [
      'what a colleague only asked for is no word: the office knows what it was given (R3)',
      between(money, mandate({ state: 'offered', lines: [care] })),
      'outside-the-mandate',
      'yes',
    ],
    [
      'it was only asked for (R3)',
      between(mandate({ state: 'offered', lines: [care] })),
      'does-not-exist',
      'does-not-exist',
    ],
    [
      'it was declined (R3)',
      between(mandate({ state: 'declined', endedAt: later, lines: [care] })),
      'does-not-exist',
      'does-not-exist',
    ],
    ['nothing was ever given or asked for', between(), 'does-not-exist', 'does-not-exist'],
    [
      'a colleague handles her (R33)',
      { ...between(mandate({ requestedBy: undefined })), handling: ofColleague },
      'does-not-exist',
      'does-not-exist',
    ],
    [
      'he asked for it, and nobody handles her (R33)',
      { ...between(money), handling: ofNobody },
      'not-assigned',
      'not-assigned',
    ],
    ['she died (R30)', { ...between(money), diedOn: day('2027-01-14') }, 'client-died', 'client-died'],
    [
      'what is urgent after a curatele is no more than what lay there (R31)',
      urgently(ended),
      'measure-ended',
      'yes',
    ],
  ])('%s', (_, known, ofCare, ofAll) =>
    expect([hears(known, 'care'), hears(known, undefined)]).toEqual([ofCare, ofAll]),
  );

  it('that is no false word about another action: that was not given for what is covered alone', () => {
    expect(hears(between(money), 'financial', 'reply')).toBe('action-not-granted');
    expect(hears(between(money), 'care', 'reply')).toBe('outside-the-mandate');
    const toDownload = between(mandate({ lines: [line({ actions: ['download'] })] }));
    expect(hears(toDownload, undefined)).toBe('action-not-granted');
    expect(hears(toDownload, 'care')).toBe('outside-the-mandate');
  });
});

describe('Nobody can see that a part of an inbox is shielded', () => {
  const shields = [{ by: 'court', sender: ids.tax }] as const;
  const lost = mandate({ lines: [line({ endedAt: later }), care] });
  const worlds: [string, Facts][] = [
    ['it would be a yes', between(money)],
    ['it would be a yes by one, and another ended', between(money, revoked)],
    ['it ended', between(revoked)],
    ['it ended long before', between(mandate({ state: 'revoked', endedAt: earlier }))],
    ['a part of it ended', between(lost)],
    ['it was never covered', between(mandate({ lines: [line({ sender: ids.town })] }))],
    ['it was only asked for', between(mandate({ state: 'requested' }))],
    ['a guardian, after his end', between(measure(ended))],
    ['a guardian, urgently', urgently(ended)],
    ['somebody else handles her', { ...between(mandate({ requestedBy: undefined })), handling: ofColleague }],
    ['she died', { ...between(revoked), diedOn: day('2027-01-14') }],
  ];

  it.each(worlds)(
    '%s: what he hears is the same without the shield, or what no mandate covers',
    (_, known) => {
      for (const tells of ['as-subject', 'true-reason'] as const)
        for (const what of ['financial', 'care'] as const)
          for (const action of ['read', 'reply']) {
            const [open, shut] = [known, { ...known, shields }].map((each) =>
              hears(each, what, action, caller({ tells })),
            );
            const covered = known.mandates.some(({ lines }) => lines.some((one) => one.category === what));
            const gives = open === 'yes' || (covered && open === 'action-not-granted');
            expect([tells, what, action, shut]).toEqual([
              tells,
              what,
              action,
              gives ? expect.stringMatching(/^(outside-the-mandate|mandate-revoked)$/) : open,
            ]);
          }
    },
  );

  it('the record keeps that it is', () => {
    const of = { employee: ids.joris, organisation: ids.vermeer, client: ids.yasmina };
    const known = { ...of, facts: { ...between(money), shields, message: undefined } };
    expect(evaluate(caller(), asked('financial'), known, now)).toMatchObject({ reason: 'shielded' });
  });
});

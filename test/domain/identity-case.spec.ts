import fc from 'fast-check';
import {
  afterAnswer,
  type Answer,
  type Candidate,
  candidateGrounds,
  caseEndedAt,
  caseKinds,
  caseMoves,
  caseStates,
  codeStateAt,
  ensureChoice,
  goneFrom,
  moveCase,
  stopped,
} from '../../src/domain/identity-case.ts';
import { foldedName } from '../../src/domain/identity.ts';
import type { ClientId } from '../../src/domain/ids.ts';
import { isTimeZone, timeZoneOf } from '../../src/domain/time-zone.ts';
import { day } from './facts.ts';

const [ann, bea, cis] = ['ann', 'bea', 'cis'] as unknown as [ClientId, ClientId, ClientId];
const match = (...named: ClientId[]): Answer => ({ outcome: 'match', named, fits: true, replaces: false });
const unknown: Answer = { outcome: 'no-match', named: [], fits: true, replaces: false };
const ambiguous: Answer = { outcome: 'ambiguous', named: [ann, bea], fits: true, replaces: false };
const written: Answer = { ...match(ann), fits: false };
const replacing: Answer = { ...match(ann), replaces: true };
const proved: Candidate = { client: ann, ground: 'proved' };
const alike: Candidate = { client: ann, ground: 'same-person' };

describe('What follows from the answer of the source', () => {
  it.each([
    ['an account, a match', 'account', match(ann), [], { move: 'settle', client: ann }],
    ['an account, nobody', 'account', unknown, [], { move: 'settle', client: undefined }],
    ['an account, several', 'account', ambiguous, [], { move: 'pass' }],
    ['a link, a match', 'link', match(ann), [], { move: 'settle', client: ann }],
    ['an account, a match with what he wrote down himself', 'account', written, [], { move: 'pass' }],
    ['a link, the same', 'link', written, [], { move: 'pass' }],
    ['a re-binding, the same', 'rebinding', written, [], { move: 'pass' }],
    ['a link, nobody', 'link', unknown, [], { move: 'dismiss' }],
    ['a link, several', 'link', ambiguous, [], { move: 'pass' }],
    [
      'a re-binding that was shown, a match with the same',
      'rebinding',
      match(ann),
      [proved],
      { move: 'settle', client: ann },
    ],
    [
      'a re-binding that was shown, a match with another',
      'rebinding',
      match(bea),
      [proved],
      { move: 'pass' },
    ],
    ['a re-binding that was shown, nobody', 'rebinding', unknown, [proved], { move: 'pass' }],
    ['a re-binding by evidence, a match', 'rebinding', match(ann), [alike], { move: 'pass' }],
    ['an account in the place of another means', 'account', replacing, [], { move: 'pass' }],
    [
      'a re-binding that was shown, in the place of another means',
      'rebinding',
      replacing,
      [proved],
      { move: 'settle', client: ann },
    ],
    ['a re-binding that was shown, by a namesake', 'rebinding', written, [proved], { move: 'pass' }],
    ['a re-binding by evidence, nobody', 'rebinding', unknown, [alike], { move: 'pass' }],
    ['a re-binding by evidence, several', 'rebinding', ambiguous, [], { move: 'pass' }],
    ['a match, with a means that was ended', 'account', { ...match(ann), again: true }, [], { move: 'pass' }],
    ['nobody, with a means that was ended', 'account', { ...unknown, again: true }, [], { move: 'pass' }],
    ['on paper, a match', 'onboarding', match(ann), [], { move: 'pass' }],
    ['on paper, nobody', 'onboarding', unknown, [], { move: 'pass' }],
  ] as const)('%s', (_, kind, answer, candidates, expected) =>
    expect(afterAnswer(kind, answer, candidates)).toEqual(expected),
  );

  it('An ambiguous answer never settles anything, whatever else is known', () => {
    const candidate = fc.record({
      client: fc.constantFrom(ann, bea, cis),
      ground: fc.constantFrom(...candidateGrounds),
    });
    fc.assert(
      fc.property(fc.constantFrom(...caseKinds), fc.array(candidate), (kind, candidates) => {
        expect(afterAnswer(kind, ambiguous, candidates)).toEqual({ move: 'pass' });
      }),
    );
  });
});

describe('A case lives as its table of moves says', () => {
  it.each(
    caseStates.flatMap((state) =>
      Object.keys(caseMoves).map((move) => [state, move as keyof typeof caseMoves] as const),
    ),
  )('%s: %s', (state, move) => {
    const { from, to } = caseMoves[move];
    if (from === state) expect(moveCase(state, move)).toBe(to);
    else expect(() => moveCase(state, move)).toThrow('move-not-possible');
  });

  it('An official grants to somebody who was found; only on paper can it be somebody new, who stated no BSN', () => {
    const stated: Candidate = { client: bea, ground: 'stated' };
    expect(() => ensureChoice('account', [alike], ann)).not.toThrow();
    expect(() => ensureChoice('onboarding', [], undefined)).not.toThrow();
    expect(() => ensureChoice('onboarding', [alike], undefined)).not.toThrow();
    expect(() => ensureChoice('account', [alike], undefined, true)).not.toThrow(); // with a means that was ended
    for (const [kind, candidates, chosen] of [
      ['account', [alike], undefined],
      ['account', [alike], cis],
      ['rebinding', [], undefined],
      ['onboarding', [stated], undefined],
      ['onboarding', [], cis],
    ] as const)
      expect(() => ensureChoice(kind, candidates, chosen)).toThrow('move-not-possible');
  });
});

describe('The code of a letter', () => {
  const code = { wrongCodes: 4, until: day('2027-03-01') };
  it.each([
    ['works up to its last day', code, '2027-02-28T22:59:59Z', 'waiting'],
    ['and no longer (R11)', code, '2027-02-28T23:00:00Z', 'lapsed'],
    ['is locked by the fifth (R10)', { ...code, wrongCodes: 5 }, '2027-01-01T12:00:00Z', 'locked'],
    ['was used once', { ...code, redeemedAt: new Date(0) }, '2027-12-01T12:00:00Z', 'redeemed'],
    ['is void', { ...code, voidedAt: new Date(0) }, '2027-01-01T12:00:00Z', 'void'],
  ])('%s', (_, given, now, expected) => expect(codeStateAt(given, new Date(now), 5)).toBe(expected));

  it('can be stopped until it was used, once; a void one too, so that no second letter follows', () => {
    const [now, before] = [new Date('2027-01-02T00:00:00Z'), new Date('2027-01-01T00:00:00Z')];
    expect(stopped(code, false, now)).toEqual({ ...code, voidedAt: now });
    expect(stopped({ ...code, voidedAt: before }, false, now)).toEqual({ ...code, voidedAt: before });
    expect(stopped({ ...code, redeemedAt: before }, false, now)).toBeUndefined();
    expect(stopped(code, true, now)).toBeUndefined();
    expect(stopped(undefined, false, now)).toBeUndefined();
  });

  it('Six weeks after the end nothing of the request is kept: of a refusal, a use, or the last day of the code', () => {
    const decidedAt = new Date('2027-01-10T10:00:00Z');
    const gone = (more: Partial<Parameters<typeof caseEndedAt>[0]>) => {
      const ended = caseEndedAt({ state: 'granted', decidedAt, ...more });
      return ended && goneFrom(ended);
    };
    expect(gone({ state: 'waiting', decidedAt: undefined })).toBeUndefined();
    expect(gone({ state: 'refused', code })).toBe('2027-02-21');
    expect(gone({})).toBe('2027-02-21');
    expect(gone({ code })).toBe('2027-04-12');
    expect(gone({ code: { ...code, redeemedAt: new Date('2027-01-31T23:30:00Z') } })).toBe('2027-03-15');
    expect(gone({ code: { ...code, voidedAt: new Date('2027-01-31T23:30:00Z') } })).toBe('2027-03-15');
  });
});

describe('Names and places of people abroad', () => {
  it.each([
    ['García Ruiz', 'garciaruiz'],
    ['VAN DER BERG', 'vanderberg'],
    ['O’Neill-Şahin', 'oneillsahin'],
    ['Żółć', 'żołc'.normalize('NFKD').replace(/\p{M}/gu, '')],
  ])('%s is found as %s', (name, folded) => expect(foldedName(name)).toBe(folded));

  it.each([
    'Europe/Amsterdam',
    'America/Paramaribo',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'UTC',
  ])('%s is a time zone', (zone) => expect(isTimeZone(zone)).toBe(true));

  it.each([
    'Mars/Olympus',
    'europe/amsterdam ',
    '+01:00',
    'CET; DROP',
    '',
    undefined,
    7,
    '../etc',
    `A/${'a'.repeat(70)}`,
  ])('%s is none', (zone) => expect(isTimeZone(zone)).toBe(false));

  it('Every country of European means has one that could be proposed', () => {
    for (const country of ['DE', 'BE', 'ES', 'AT', 'PT', 'IS', 'LI', 'NO', 'GR', 'CY'])
      expect(isTimeZone(timeZoneOf(country))).toBe(true);
    expect(timeZoneOf('XX')).toBeUndefined();
  });
});

import type { Authority } from '../../src/domain/mandate.ts';
import {
  copyGoneFrom,
  ensureConfirmable,
  ensureNew,
  faultsOfPaper,
  movePaper,
  obstaclesOf,
  type PaperMove,
  type PaperState,
  type PaperWish,
  type SignerAnswer,
  signerAnswer,
} from '../../src/domain/paper-mandate.ts';
import { day, ids, line, mandate, now } from './facts.ts';

describe('The life of a mandate on paper', () => {
  it.each([
    ['waiting', 'confirm', 'confirmed'],
    ['waiting', 'reject', 'rejected'],
    ['confirmed', 'confirm', undefined],
    ['confirmed', 'reject', undefined],
    ['rejected', 'confirm', undefined],
    ['rejected', 'reject', undefined],
  ] as [PaperState, PaperMove, PaperState | undefined][])('%s, to %s: %s', (state, move, to) => {
    if (to) expect(movePaper(state, move)).toBe(to);
    else expect(() => movePaper(state, move)).toThrow('move-not-possible');
  });
});

describe('Who is said to have signed', () => {
  const [birthDate, address] = [day('1955-03-14'), ['Musterweg 7']];
  it.each([
    ['is whom the register knows', { birthDate, address }, birthDate, 'matches'],
    ['is unknown', undefined, birthDate, 'does-not-match'],
    ['was born on another day (R3)', { birthDate, address }, day('1955-03-15'), 'does-not-match'],
    ['died (R30)', { birthDate, address, diedOn: day('2026-01-01') }, birthDate, 'does-not-match'],
    ['cannot be written to', { birthDate, address: [] }, birthDate, 'no-address'],
    ['was not asked for his date of birth', { birthDate, address }, undefined, 'does-not-match'],
  ] as const)('%s', (_, person, claimed, answer) => expect(signerAnswer(person, claimed)).toBe(answer));
});

describe('What is wrong with what was entered', () => {
  const wish: PaperWish = {
    lines: [{ ...line(), sender: ids.tax }],
    period: { from: day('2027-01-15'), until: day('2028-01-15') },
    birthDate: day('1955-03-14'),
    evidence: [{ what: 'authorisation' }, { what: 'identity' }],
  };
  it.each([
    ['nothing', {}, []],
    ['longer than five years (R8)', { period: { ...wish.period, until: day('2032-01-16') } }, ['too-long']],
    ['no line (R7)', { lines: [] }, ['empty']],
    ['born tomorrow', { birthDate: day('2027-01-16') }, ['in-the-future']],
    ['no paper', { evidence: [{ what: 'identity' }] }, ['no-authorisation']],
    ['nothing that shows who signed', { evidence: [{ what: 'authorisation' }] }, ['no-identity']],
    ['all at once', { lines: [], evidence: [] }, ['empty', 'no-authorisation', 'no-identity']],
  ] as [string, Partial<PaperWish>, string[]][])('%s', (_, more, codes) =>
    expect(faultsOfPaper({ ...wish, ...more }, now).map(({ code }) => code)).toEqual(codes),
  );

  it.each([
    ['another office’s client gave something else', [], false],
    ['the same was given (R14)', [mandate()], true],
    ['the same was offered', [mandate({ state: 'offered' })], true],
    [
      'the same was asked, and he never heard of it (R3)',
      [mandate({ state: 'requested', offeredAt: undefined })],
      false,
    ],
    [
      'what was asked lapsed by the clock',
      [mandate({ state: 'offered', answerBy: day('2027-01-15') })],
      false,
    ],
    ['the same was revoked', [mandate({ state: 'revoked', endedAt: now })], false],
    ['a court ordered it', [mandate({ ground: 'bewind' })], false],
  ] as [string, Authority[], boolean][])('%s', (_, existing, refused) => {
    const enter = expect(() => ensureNew(wish, existing, now));
    if (refused) enter.toThrow('duplicate-mandate');
    else enter.not.toThrow();
  });
});

describe('What stands in the way of what waits', () => {
  const paper = {
    lines: [{ ...line(), sender: ids.tax }],
    period: { from: day('2027-01-10'), until: day('2027-01-16') },
    person: 'matches' as SignerAnswer,
  };
  it.each([
    ['nothing, on its last day', {}, [], []],
    [
      'its last day is past',
      { period: { ...paper.period, until: day('2027-01-15') } },
      [],
      ['move-not-possible'],
    ],
    ['the register was not asked yet', { person: 'unasked' }, [], ['person-not-confirmed']],
    ['the register knows him as another (R3)', { person: 'does-not-match' }, [], ['person-not-confirmed']],
    ['nobody can write to him', { person: 'no-address' }, [], ['person-not-confirmed']],
    ['he gave the same meanwhile (R14)', {}, [mandate()], ['duplicate-mandate']],
    ['two at once', { person: 'unasked' }, [mandate()], ['person-not-confirmed', 'duplicate-mandate']],
  ] as [string, Partial<typeof paper>, Authority[], string[]][])('%s', (_, more, existing, codes) => {
    const wanted = [{ ...paper, ...more }, existing, now] as const;
    expect(obstaclesOf(...wanted).map(({ code }) => code)).toEqual(codes);
    const confirm = expect(() => ensureConfirmable(...wanted));
    if (codes[0]) confirm.toThrow(codes[0]);
    else confirm.not.toThrow();
  });
});

describe('How long copies are kept', () => {
  const decidedAt = new Date('2027-01-15T23:30:00Z'); // the 16th in the Netherlands
  const overSince = new Date('2028-02-29T10:00:00Z');
  it.each([
    ['the paper, while it waits', 'authorisation', { state: 'waiting' }, undefined],
    ['the paper, rejected', 'authorisation', { state: 'rejected', decidedAt }, '2027-02-27'],
    ['who signed, rejected', 'identity', { state: 'rejected', decidedAt }, '2027-02-27'],
    ['who signed, confirmed', 'identity', { state: 'confirmed', decidedAt }, '2027-02-27'],
    ['the paper, while the mandate runs', 'authorisation', { state: 'confirmed', decidedAt }, undefined],
    [
      'the paper, after the mandate',
      'authorisation',
      { state: 'confirmed', decidedAt, overSince },
      '2033-02-28',
    ],
  ] as const)('%s', (_, what, facts, gone) => expect(copyGoneFrom(what, facts)).toBe(gone));
});

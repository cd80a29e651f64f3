import { codeEndsOn, offerStandsUntil } from '../../src/domain/answer-terms.ts';

const terms = { inTheNetherlands: 60, abroad: 90 };
const late = new Date('2027-01-31T23:30:00Z'); // 1 February in Amsterdam

describe('A client has time to answer', () => {
  it('with a code for 60 days, 90 abroad, counted in Dutch days (R11)', () => {
    expect(codeEndsOn(late, false, terms)).toBe('2027-04-02');
    expect(codeEndsOn(late, true, terms)).toBe('2027-05-02');
  });

  it('and a request stands equally long for everyone, so that its lapse tells nothing (R3)', () => {
    expect(offerStandsUntil(late, terms)).toBe('2027-05-02');
  });
});

import { endless } from '../../src/domain/day.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { as, day, facts, given, ids, line, mandate, message } from './facts.ts';
import { list, type Outcome, read, type Row } from './decision-table.ts';

const { joris } = as;
/** Every sender. */
export const everyone = { sender: '*' } as const;
/** From a day on, without an end. */
export const from = (start: string) => ({ period: { from: day(start), until: endless } });
const curatele = line({ ...everyone, category: 'all', actions: ['read', 'download'] });
/** By order of a court, since the start of 2027 and without a term. */
export const measure = (more: Partial<Authority> = {}): Authority =>
  mandate({
    ...{ ground: 'curatele', requestedBy: undefined, lines: [curatele], ...from('2027-01-01'), ...more },
  });
const by = (more: Partial<Authority> = {}) => facts({ mandates: [measure(more)] });
/** A message without a type. */
export const untyped = { message: message({ category: undefined }) };
const care = { message: message({ category: 'care' }) };
const bewind = (lines = [line(everyone)]) => by({ ground: 'bewind', lines });
const suspended = (start: string, until: string) => ({
  suspended: [{ from: day(start), until: day(until) }],
});
const ends = (on: string) => ({ endsOn: day(on) });
/** What the client gave and what a court ordered before it, both ended by one curatele; `earlier` came first. */
const bothEnded = (earlier: 'given' | 'ordered') => {
  const both = [mandate(ends('2027-01-15')), measure({ ground: 'bewind', ...ends('2027-01-15') })];
  return facts({ mandates: earlier === 'given' ? both : both.toReversed() });
};
const lineEnds = (on: string) => given({ lines: [line(ends(on))] });

/** Joris reads; Joris lists. */
export const [reads, lists] = [read, list].map(
  (question) =>
    (title: string, known: Row[3], outcome: Outcome): Row => [title, joris, question, known, outcome],
) as [
  (title: string, known: Row[3], outcome: Outcome) => Row,
  (title: string, known: Row[3], outcome: Outcome) => Row,
];

/** Guardians: what a court ordered, when it gives something and when no more. */
export const guardians: Row[] = [
  reads('a curator, any sender and category (R23)', by(), 'permit: mandate'),
  reads('a curator, a message without a type (R36)', { ...by(), ...untyped }, 'permit: mandate'),
  reads('a bewindvoerder, money of any sender (R23)', bewind(), 'permit: mandate'),
  reads('bewind, no type (R36)', { ...bewind(), ...untyped }, 'concealed: outside-the-mandate'),
  reads('bewind, care (R23)', { ...bewind(), ...care }, 'concealed: outside-the-mandate'),
  reads('partial bewind, its sender (R24)', bewind([line()]), 'permit: mandate'),
  reads(
    'partial bewind, another sender (R24)',
    { ...bewind([line()]), message: message({ sender: ids.town }) },
    'concealed: outside-the-mandate',
  ),
  reads('a partial bewind without senders (R24)', bewind([]), 'concealed: outside-the-mandate'),
  lists('a measure that starts tomorrow (R22)', by(from('2027-01-16')), 'told: measure-not-started'),
  reads('a measure that starts today (R22)', by(from('2027-01-15')), 'permit: mandate'),
  lists('an official suspended it', by({ state: 'suspended' }), 'told: mandate-suspended'),
  lists('the judge suspended it (R28)', by(suspended('2027-01-10', '2027-01-24')), 'told: measure-suspended'),
  reads('the suspension lapsed (R28)', by(suspended('2027-01-01', '2027-01-15')), 'permit: mandate'),
  reads(
    'what came while the judge had suspended it (R28)',
    by(suspended('2027-01-10', '2027-01-24')),
    'concealed: measure-suspended',
  ),
  reads(
    'what came before the judge suspended it (R28)',
    by(suspended('2027-01-12', '2027-01-24')),
    'told: measure-suspended',
  ),
  reads(
    'suspended until it ended, what came between (R28, R29)',
    by({ suspended: [{ from: day('2027-01-09'), until: endless }], ...ends('2027-01-13') }),
    'concealed: measure-ended',
  ),
  reads('a measure that was lifted today (R29)', by(ends('2027-01-15')), 'told: measure-ended'),
  reads('a measure that is lifted tomorrow (R29)', by(ends('2027-01-16')), 'permit: mandate'),
  reads('what came after the lifting (R29)', by(ends('2027-01-09')), 'concealed: measure-ended'),
  lists('the predecessor after a handover (R32)', by(ends('2027-01-15')), 'told: measure-ended'),
  reads('the successor, history too (R32)', by(from('2027-01-15')), 'permit: mandate'),
  reads(
    'a voluntary mandate that curatele ended (R26)',
    given(ends('2027-01-15')),
    'told: mandate-ended-by-law',
  ),
  ...(['given', 'ordered'] as const).flatMap((earlier) => [
    reads(
      `what curatele ended, two of them, ${earlier} first (R26)`,
      bothEnded(earlier),
      'told: mandate-ended-by-law',
    ),
    lists(
      `the inbox after curatele ended two, ${earlier} first (R26)`,
      bothEnded(earlier),
      'told: mandate-ended-by-law',
    ),
  ]),
  reads('a line that bewind ended (R27)', lineEnds('2027-01-15'), 'told: scope-line-ended-by-law'),
  reads('a line that bewind ends tomorrow (R27)', lineEnds('2027-01-16'), 'permit: mandate'),
  reads(
    'a line that had ended when it came (R27)',
    lineEnds('2027-01-09'),
    'concealed: scope-line-ended-by-law',
  ),
  reads(
    'a line that the client ended before bewind would have (R27)',
    given({ lines: [line({ ...ends('2027-01-15'), endedAt: new Date('2027-01-14T12:00:00Z') })] }),
    'told: scope-line-ended',
  ),
  lists('a guardian of who died (R30)', { ...by(), diedOn: day('2027-01-12') }, 'told: client-died'),
];

import type { Question } from '../../src/domain/decision.ts';
import type { MandateGround } from '../../src/domain/ground.ts';
import type { MandateId } from '../../src/domain/ids.ts';
import type { Measure } from '../../src/domain/guardianship.ts';
import type { EndReason } from '../../src/domain/mandate.ts';
import type { WideScope } from '../../src/domain/scope.ts';
import { as, day, facts, guardianship, ids, line, mandate } from './facts.ts';
import { everyone, from, measure } from './decision-table.guardians.ts';
import type { Outcome, Row } from './decision-table.ts';

const { joris, yasmina } = as;
type About = WideScope['category'];
const asked = { mandate: ids.mandate } as const;
const consent: Question = { action: 'mandate.consent', ...asked };
const grant = (category: About): Question => ({
  ...{
    action: 'mandate.grant',
    organisation: ids.vermeer,
    client: ids.yasmina,
    lines: [{ sender: ids.tax, category }],
  },
});
const organisation = { standing: 'recognised', registeredBy: 'test:joris' } as const;
const under = (ground: MandateGround, more: Partial<Measure> = {}) => ({
  ...{ organisation, guardianship: guardianship({ ...measure({ ground }), ...more }) },
});
/** On the tenth its guardian stopped, or the measure did. */
const stopped = (endReason: EndReason, more: Partial<Measure> = {}) => ({
  ...{ endsOn: day('2027-01-10'), endReason, ...more },
});
const second = { id: 'second' as MandateId };
const together = (...measures: Parameters<typeof guardianship>) => ({
  organisation,
  guardianship: guardianship(...measures),
});
const offered = (category: About, known: ReturnType<typeof under>) =>
  facts({ mandate: mandate({ state: 'offered', lines: [line({ category })] }), ...known });
const consents = (title: string, about: About, known: ReturnType<typeof under>, outcome: Outcome): Row => [
  ...([title, yasmina, consent, offered(about, known), outcome] as const),
];
const gives = (title: string, about: About, known: ReturnType<typeof under>, outcome: Outcome): Row => [
  ...([title, yasmina, grant(about), facts(known), outcome] as const),
];
const [blocked, free] = ['told: under-guardianship', 'permit: own-affairs'] as const;
const suspended = { suspended: [{ from: day('2027-01-10'), until: day('2027-01-24') }] };

/** What somebody under guardianship can still give away. */
export const underGuardianship: Row[] = [
  consents('consenting under curatele (R26)', 'other', under('curatele'), blocked),
  consents('consenting under a provisional measure (R26)', 'care', under('provisional'), blocked),
  consents('consenting under bewind, money (R27)', 'financial', under('bewind'), blocked),
  consents('consenting under bewind, everything (R27)', 'all', under('bewind'), blocked),
  consents('consenting under bewind, care (R27)', 'care', under('bewind'), free),
  consents('consenting under mentorschap, care', 'care', under('mentorschap'), free),
  consents('curatele starts next month', 'other', under('curatele', from('2027-02-15')), blocked),
  consents('a judge suspended the curator', 'other', under('curatele', suspended), blocked),
  consents(
    'curatele was lifted (R29)',
    'other',
    under('curatele', { endsOn: day('2027-01-15'), endReason: 'lifted' }),
    free,
  ),
  ...(['dismissed', 'death', 'bankruptcy', 'replaced', 'organisation-excluded'] as const).map((reason) =>
    gives(
      `the curator stopped (${reason}), the curatele did not (R26)`,
      'care',
      under('curatele', stopped(reason)),
      blocked,
    ),
  ),
  gives(
    'the bewindvoerder was dismissed, money (R27)',
    'financial',
    under('bewind', stopped('dismissed')),
    blocked,
  ),
  gives('the bewindvoerder was dismissed, care (R27)', 'care', under('bewind', stopped('dismissed')), free),
  ...(['lifted', 'overturned', 'curatele', 'term'] as const).map((reason) =>
    gives(`the bewind itself ended (${reason}, R29)`, 'financial', under('bewind', stopped(reason)), free),
  ),
  gives(
    'its own term ran out after the guardian stopped',
    'financial',
    under('bewind', stopped('dismissed', { period: { from: day('2027-01-01'), until: day('2027-01-15') } })),
    free,
  ),
  gives(
    'it is lifted after the guardian stopped (R29)',
    'financial',
    under('bewind', stopped('dismissed', { liftedOn: day('2027-01-15') })),
    free,
  ),
  gives(
    'it will be lifted after the guardian stopped (R29)',
    'financial',
    under('bewind', stopped('dismissed', { liftedOn: day('2027-01-16') })),
    blocked,
  ),
  gives(
    'the one who came after him was lifted with it',
    'financial',
    together(
      { ...measure({ ground: 'bewind' }), ...stopped('dismissed') },
      {
        ...measure({ ground: 'bewind', ...second, ...from('2027-01-12') }),
        endsOn: day('2027-01-14'),
        endReason: 'lifted',
      },
    ),
    free,
  ),
  gives(
    'the one who came after him never was: overturned',
    'financial',
    together(
      { ...measure({ ground: 'bewind' }), ...stopped('dismissed') },
      {
        ...measure({ ground: 'bewind', ...second, ...from('2027-01-12') }),
        endsOn: day('2027-01-14'),
        endReason: 'overturned',
      },
    ),
    blocked,
  ),
  gives(
    'the curatele that came after it was lifted',
    'financial',
    together(
      { ...measure({ ground: 'bewind' }), ...stopped('dismissed') },
      { ...measure({ ...second, ...from('2027-01-12') }), endsOn: day('2027-01-14'), endReason: 'lifted' },
    ),
    free,
  ),
  gives(
    'provisional, about money alone: care (R23)',
    'care',
    under('provisional', { lines: [line(everyone)] }),
    free,
  ),
  gives(
    'provisional, about money alone: money (R23)',
    'financial',
    under('provisional', { lines: [line(everyone)] }),
    blocked,
  ),
  gives(
    'provisional, the part of one guardian (R25)',
    'care',
    under('provisional', { lines: [line(everyone)], divided: true }),
    blocked,
  ),
  gives(
    'partial bewind, money of its sender (R24)',
    'all',
    under('bewind', { partial: true, lines: [line()] }),
    blocked,
  ),
  gives(
    'partial bewind, money of another sender (R24)',
    'financial',
    under('bewind', { partial: true, lines: [line({ sender: ids.town })] }),
    free,
  ),
  gives(
    'partial bewind, the part of one guardian (R25)',
    'financial',
    under('bewind', { partial: true, divided: true, lines: [line({ sender: ids.town })] }),
    blocked,
  ),
  gives(
    'a register reported curatele: what is in doubt is not allowed',
    'care',
    { organisation, guardianship: { measures: [], curateleReported: true } },
    blocked,
  ),
  gives('giving under curatele (R26)', 'care', under('curatele'), blocked),
  gives('giving under bewind, money (R27)', 'financial', under('bewind'), blocked),
  gives('giving under bewind, care (R27)', 'care', under('bewind'), free),
  [
    'the office with the code of who is under curatele (R3)',
    joris,
    { action: 'mandate.activate', ...asked, withCode: true },
    offered('care', under('curatele')),
    'concealed: under-guardianship',
  ],
  [
    'the office without the code of who is under curatele (R3)',
    joris,
    { action: 'mandate.activate', ...asked },
    offered('care', under('curatele')),
    'permit: mandate',
  ],
  [
    'revoking under curatele what is left (R16)',
    yasmina,
    { action: 'mandate.revoke', ...asked },
    offered('care', under('curatele')),
    free,
  ],
];

import type { Facts, Question } from '../../src/domain/decision.ts';
import type { PaperMandateId } from '../../src/domain/ids.ts';
import type { PaperMandateFacts } from '../../src/domain/paper-mandate.ts';
import type { Row } from './decision-table.ts';
import { as, at, day, facts, guardianship, ids, line, mandate } from './facts.ts';

const { yasmina, joris, olga, job } = as;
const about = (action: 'see' | 'see-evidence' | 'foresee' | 'confirm' | 'reject'): Question => ({
  action: `paper-mandate.${action}`,
  paperMandate: 'paper' as PaperMandateId,
});
const enter: Question = {
  ...{ action: 'paper-mandate.enter', organisation: ids.vermeer, signedBy: ids.yasmina },
  lines: [line()],
};
const byOtto = { by: 'test:otto', stillWorks: true };
const vermeer = { standing: 'recognised', registeredBy: 'test:anna' } as const;
/** What Yasmina, abroad, gave Vermeer on paper, as Otto entered it; and what differs. */
const paper = (more: Partial<PaperMandateFacts> = {}, known: Partial<Facts> = {}): Facts =>
  facts({
    paperMandate: { client: ids.yasmina, abroad: true, lines: [line()], entered: byOtto, ...more },
    ...{ organisation: vermeer, ...known },
  });
const measure = (ground: 'curatele' | 'bewind' | 'mentorschap') => ({
  guardianship: guardianship(mandate({ ground, organisation: ids.haven })),
});
const himself = { organisation: { ...vermeer, person: ids.yasmina } };

/** Mandates on paper: who takes them in, who lets them begin, and of whom. */
export const onPaper: Row[] = [
  [
    'an official, entering',
    olga,
    enter,
    paper({ entered: undefined, abroad: undefined }),
    'permit: supervision',
  ],
  [
    'an official, confirming what a colleague entered',
    olga,
    about('confirm'),
    paper(),
    'permit: supervision',
  ],
  [
    'an official, confirming what he entered himself',
    olga,
    about('confirm'),
    paper({ entered: { by: 'test:olga', stillWorks: true } }),
    'told: own-request',
  ],
  [
    'an official, rejecting what he entered himself',
    olga,
    about('reject'),
    paper({ entered: { by: 'test:olga', stillWorks: true } }),
    'permit: supervision',
  ],
  [
    'an official, what one entered who was suspended since',
    olga,
    about('confirm'),
    paper({ entered: { by: 'test:otto', stillWorks: false } }),
    'told: entered-by-suspended',
  ],
  [
    'an official, what was entered for who became one with another since',
    olga,
    about('confirm'),
    paper({ entered: { by: 'test:otto', stillWorks: true, ofAnother: true } }),
    'told: entered-for-another',
  ],
  [
    'a suspended official, looking',
    olga,
    about('see'),
    paper({}, { official: { standing: 'suspended' } }),
    'told: official-suspended',
  ],
  ['an official at low, looking', at(olga, 'low'), about('see'), paper(), 'told: assurance-too-low'],
  ['an official, one that is not there', olga, about('confirm'), facts(), 'concealed: does-not-exist'],
  [
    'an official, an office that is not there',
    olga,
    enter,
    paper({}, { organisation: undefined }),
    'concealed: does-not-exist',
  ],
  ['an official, the copies', olga, about('see-evidence'), paper(), 'permit: supervision'],
  [
    'an official, the preview of what cannot begin',
    olga,
    about('foresee'),
    paper({}, himself),
    'permit: supervision',
  ],
  ['Yasmina, her own', yasmina, about('see'), paper(), 'told: wrong-kind-of-actor'],
  ['Joris, one for his office', joris, about('confirm'), paper(), 'told: wrong-kind-of-actor'],
  ['a job, confirming', job, about('confirm'), paper(), 'told: wrong-kind-of-actor'],
  ['a job, asking the register', job, { action: 'paper-mandate.check' }, facts(), 'permit: task'],
  ...(['enter', 'confirm'] as const).flatMap((step): Row[] => {
    const question = step === 'enter' ? enter : about('confirm');
    const of = (name: string, known: Facts, outcome: Row[4]): Row => [
      `an official, to ${step}: ${name}`,
      olga,
      question,
      known,
      outcome,
    ];
    return [
      of(
        'to a suspended office',
        paper({}, { organisation: { ...vermeer, standing: 'suspended' } }),
        'told: representative-may-not-act',
      ),
      of(
        'to an office that nobody recognised',
        paper({}, { organisation: { ...vermeer, standing: 'registered' } }),
        'told: representative-may-not-act',
      ),
      of('to the client himself', paper({}, himself), 'told: represents-himself'),
      of('of who died (R30)', paper({}, { diedOn: day('2027-01-01') }), 'told: client-died'),
      of('under curatele (R26)', paper({}, measure('curatele')), 'told: client-under-guardianship'),
      of('about money, under bewind (R27)', paper({}, measure('bewind')), 'told: client-under-guardianship'),
      of('under mentorschap', paper({}, measure('mentorschap')), 'permit: supervision'),
    ];
  }),
  [
    'an official, of who lives in the Netherlands',
    olga,
    about('confirm'),
    paper({ abroad: false }),
    'told: client-not-abroad',
  ],
];

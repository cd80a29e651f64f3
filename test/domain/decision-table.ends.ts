import type { Facts } from '../../src/domain/decision.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { as, day, facts, line, mandate } from './facts.ts';
import { archive, list, type Outcome, read, type Row } from './decision-table.ts';

const noon = (of: number): Date => new Date(`2027-01-${String(of).padStart(2, '0')}T11:00:00Z`);
/** The instant at which a day in January begins. */
const begin = (of: number): Date => new Date(`2027-01-${of - 1}T23:00:00Z`);
const until = (of: number) => ({ period: { from: day('2026-06-01'), until: day(`2027-01-${of}`) } });
const from = (of: number) => ({ period: { from: day(`2027-01-${of}`), until: day('2028-01-01') } });
const revoked = (of: number, more: Partial<Authority> = {}) =>
  mandate({ state: 'revoked', endedAt: noon(of), ...more });
const ended = (of: number) => line({ endedAt: noon(of) });
const byLaw = (of: number) => line({ endsOn: day(`2027-01-${of}`) });
const care = line({ category: 'care' });
const toDownload = line({ actions: ['download'] });
const between = (...mandates: Authority[]): Facts => facts({ mandates });

/** Who was refused, why, and since when: of a message of 10 January about money, at noon on the 15th. */
type Case = [title: string, facts: Facts, outcome: Outcome, since?: Date];

const ofMessages: Case[] = [
  [
    'the client ended the line, and then the mandate expired (R17)',
    between(mandate({ ...until(14), lines: [ended(12)] })),
    'told: scope-line-ended',
    noon(12),
  ],
  [
    'the law ended the line, and then the client the mandate (R27)',
    between(revoked(14, { lines: [byLaw(12)] })),
    'told: scope-line-ended-by-law',
    begin(12),
  ],
  [
    'one line was over, another ran until the mandate did',
    between(revoked(14, { lines: [ended(12), line({ category: 'all' })] })),
    'told: mandate-revoked',
    noon(14),
  ],
  [
    'the law was to end the line after the client ended the mandate (R27)',
    between(revoked(12, { lines: [byLaw(14)] })),
    'told: mandate-revoked',
    noon(12),
  ],
  [
    'the line and the mandate ended in one moment',
    between(revoked(12, { lines: [ended(12)] })),
    'told: mandate-revoked',
    noon(12),
  ],
  [
    'an official suspended what had lost its line: to wait helps nobody',
    between(mandate({ state: 'suspended', lines: [ended(12), care] })),
    'told: scope-line-ended',
    noon(12),
  ],
  [
    'one in force lost its line, and another was revoked later (R17)',
    between(mandate({ lines: [ended(12), care] }), revoked(14)),
    'told: mandate-revoked',
    noon(14),
  ],
  [
    'one was revoked, and another in force lost its line later',
    between(mandate({ lines: [ended(14), care] }), revoked(12)),
    'told: scope-line-ended',
    noon(14),
  ],
  [
    'one lost its line and expired, another was revoked between',
    between(mandate({ ...until(15), lines: [ended(12)] }), revoked(13)),
    'told: mandate-revoked',
    noon(13),
  ],
  [
    'by what was over last it could never be seen: told is by what it could (R34)',
    between(revoked(14, from(18)), revoked(12)),
    'told: mandate-revoked',
    noon(12),
  ],
  [
    'revoked, and given again from Monday on: wait',
    between(revoked(14), mandate(from(18))),
    'told: not-yet-started',
  ],
  [
    'revoked before it came, and given again from Monday on (R34)',
    between(mandate({ state: 'revoked', endedAt: noon(8) }), mandate(from(18))),
    'concealed: not-yet-started',
  ],
  [
    'revoked, and something else given from Monday on',
    between(revoked(14), mandate({ ...from(18), lines: [toDownload, care] })),
    'told: mandate-revoked',
    noon(14),
  ],
];

const ofInboxes: Case[] = [
  [
    'the law ended the last line to read by (R27)',
    between(mandate({ lines: [ended(12), byLaw(14), toDownload] })),
    'told: scope-line-ended-by-law',
    begin(14),
  ],
  [
    'the client ended the last line to read by, and then it expired',
    between(mandate({ ...until(14), lines: [byLaw(11), ended(12)] })),
    'told: scope-line-ended',
    noon(12),
  ],
  [
    'what one could read by ended, and another mandate later (R17)',
    between(mandate({ lines: [ended(12), toDownload] }), revoked(14)),
    'told: mandate-revoked',
    noon(14),
  ],
  [
    'one never gave reading and is in force, another did',
    between(mandate({ lines: [toDownload] }), revoked(14)),
    'told: action-not-granted',
  ],
];

const asRow =
  (question: Row[2], what: string) =>
  ([title, known, outcome]: Case): Row => [`${what}: ${title}`, as.joris, question, known, outcome];

/** What was over last is told of, and since when: a mandate, or the line of it that covered what is asked about. */
export const ends: Row[] = [
  ...ofMessages.map(asRow(read, 'a message')),
  ...ofInboxes.map(asRow(list, 'the inbox')),
  [
    'a message: revoked, and given again from Monday on, but not to archive',
    as.joris,
    archive,
    between(revoked(14), mandate(from(18))),
    'told: mandate-revoked',
  ],
];

/** The same questions, with the instant that is told. */
export const endsSince: [title: string, question: Row[2], known: Facts, since: Date | undefined][] = [
  ...ofMessages.map(([title, known, , since]) => [`a message: ${title}`, read, known, since] as const),
  ...ofInboxes.map(([title, known, , since]) => [`the inbox: ${title}`, list, known, since] as const),
].map((each) => [...each]);

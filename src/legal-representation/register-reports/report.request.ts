import { type Bsn, isCaseNumber, type KvkNumber } from '../../domain/identifiers.ts';
import type { ReportId } from '../../domain/ids.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { BsnField, field, IdField, KvkField, OneOfField, TextField } from '../../platform/fields.ts';
import { LaterDecision } from '../later/order-change.request.ts';

/** The judiciary's register tells what a court decided. It names a case, and of several guardians one. */
export class ReportedChange extends LaterDecision {
  @TextField({
    max: 100,
    description: 'The register’s own id of this event: told twice, it has one effect.',
    example: 'evt-2026-000123',
  })
  readonly eventId!: string;

  @TextField({ max: 80, description: 'The court.', example: 'Rechtbank Voorbeeldstad' })
  readonly court!: string;

  @field(
    'case-number',
    isCaseNumber,
    {
      en: 'A case number has 3 to 40 printable characters, and no space at either end.',
      nl: 'Een zaaknummer heeft 3 tot 40 leesbare tekens, en begint en eindigt niet met een spatie.',
    },
    { description: 'The case.', example: 'C/99/100001 BM 26-1' },
    { type: 'string', minLength: 3, maxLength: 40 },
  )
  readonly caseNumber!: string;

  @KvkField({ optional: true, description: 'Which guardian, when there may be more than one.' })
  readonly kvk?: KvkNumber;

  @BsnField({
    optional: true,
    description:
      'Which guardian, when he is a person who represents by himself; then without `kvk`. The number is not kept.',
    example: '999990044',
  })
  readonly guardianBsn?: Bsn;
}

/** What can become of a report. */
export const reportOutcomes = ['new', 'applied', 'known', 'waits', 'set-aside'] as const;
/** One of {@link reportOutcomes}. */
export type ReportOutcome = (typeof reportOutcomes)[number];

/** Which reports to list. */
export class ListReports extends PageQuery {
  @OneOfField(reportOutcomes, {
    optional: true,
    description: 'What became of it. `waits` is the officials’ queue.',
    example: 'waits',
  })
  readonly outcome?: ReportOutcome;
}

/** Which report. */
export class ReportPath {
  @IdField({ description: 'The report.' })
  readonly report!: ReportId;
}

/** Why an official sets a report aside, after he did by hand what it asks for. */
export class SettleReport {
  @TextField({
    min: 3,
    max: 500,
    description: 'What was found. It is kept.',
    example: 'Told twice by mistake.',
  })
  readonly reason!: string;
}

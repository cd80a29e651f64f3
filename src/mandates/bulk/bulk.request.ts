import {
  type BulkKind,
  bulkKinds,
  type BulkRowState,
  bulkRowStates,
  type BulkState,
  bulkStates,
} from '../../domain/bulk.ts';
import type { Day } from '../../domain/day.ts';
import type { Bsn } from '../../domain/identifiers.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import { BsnField, DayField, IdField, OneOfField, TextField } from '../../platform/fields.ts';
import { ListField, PageQuery } from '../../platform/fields.nested.ts';
import { WishedLine } from '../mandate.request.ts';

/** What the rows of a file ask. */
export class CheckFile {
  @OneOfField(bulkKinds, {
    optional: true,
    description: 'What every row of the file asks; a request when it is not said.',
    example: 'request',
  })
  readonly kind: BulkKind = 'request';
}

/** One row of a JSON file, as it is described; the rows themselves are read while they come in. */
export class RequestedRow {
  @BsnField({ description: 'The citizen service number of the client.' })
  readonly bsn!: Bsn;

  @DayField({ description: 'The date of birth of the client.', example: '1984-05-17' })
  readonly birthDate!: Day;

  @DayField({ description: 'The first day. Today or later (R8).', example: '2027-01-01' })
  readonly from!: Day;

  @DayField({ description: 'The first day on which it no longer holds.', example: '2028-01-01' })
  readonly until!: Day;

  @ListField(() => WishedLine, { max: 50, optional: true, description: 'Or name a template.' })
  readonly lines?: WishedLine[];

  @TextField({ max: 80, optional: true, description: 'A template of the office, instead of lines.' })
  readonly template?: string;

  @TextField({ max: 80, optional: true, description: 'The office’s own name for the dossier.' })
  readonly reference?: string;
}

/** A JSON file of requests. */
export class RequestsFile {
  @ListField(() => RequestedRow, { max: 10_000, description: 'The requests.' })
  readonly requests!: RequestedRow[];
}

/** Which run. */
export class RunPath {
  @IdField({ description: 'The run.' })
  readonly run!: BulkRunId;
}

/** Which runs to list. */
export class ListRuns extends PageQuery {
  @OneOfField(bulkStates, {
    optional: true,
    description: 'Only runs in this state.',
  })
  readonly state?: BulkState;

  @OneOfField(bulkKinds, { optional: true, description: 'Only runs of this kind.' })
  readonly kind?: BulkKind;
}

/** Which rows of a run to list. */
export class ListRows extends PageQuery {
  @OneOfField(bulkRowStates, { optional: true, description: 'Only rows in this state.', example: 'faulty' })
  readonly state?: BulkRowState;
}

/** Which template. */
export class TemplatePath {
  @TextField({ max: 80, description: 'The name of the template.', example: 'inkomstenbelasting particulier' })
  readonly name!: string;
}

/** What the office means by a template. */
export class PutTemplate {
  @ListField(() => WishedLine, {
    max: 50,
    description: 'At least one sender, with what the office may do (R7).',
  })
  readonly lines!: WishedLine[];
}

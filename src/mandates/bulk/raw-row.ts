import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { Column } from './bulk-columns.ts';

/** A row as the file has it: its fields as they would stand in a JSON request, not judged yet. */
export interface RawRow {
  /** The line of the file on which it starts; for JSON the place in the list, from 1. */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What kept it from being read. */
  readonly faults: readonly BulkFault[];
}

/** Some rows of a file, in its order; and what the file calls its columns. */
export interface Batch {
  readonly rows: readonly RawRow[];
  readonly called: Readonly<Partial<Record<Column, string>>>;
}

import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { BulkKind } from '../../domain/bulk.ts';
import type { Upload } from '../../platform/upload.ts';
import type { Column } from './bulk-columns.ts';
import { moveRows } from './bulk-moves.rows.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';

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

/** Media types of files, with what they are called. */
export const sources = { 'text/csv': 'csv', 'application/json': 'json' } as const;
/** One of {@link sources}. */
export type Source = (typeof sources)[keyof typeof sources];

/** What a file of this media type is. */
export const sourceOf = (type: string): Source => (type === 'text/csv' ? 'csv' : 'json');

/**
 * The rows of a file while it comes in: what was read is handed on and forgotten, so that memory does not grow with the
 * file.
 * @throws Problem `invalid-input` when the file as a whole cannot be used, `malformed-request` when it is no JSON.
 */
export function rowsOf({ type, bytes }: Upload, kind: BulkKind): AsyncGenerator<Batch> {
  if (sourceOf(type) === 'csv') return csvRows(bytes, kind);
  return kind === 'request' ? jsonRows(bytes) : moveRows(bytes, kind);
}

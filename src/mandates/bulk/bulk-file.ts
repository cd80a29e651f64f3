import type { BulkKind } from '../../domain/bulk.ts';
import type { Upload } from '../../platform/upload.ts';
import { moveRows } from './bulk-moves.rows.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';
import type { Batch } from './raw-row.ts';

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

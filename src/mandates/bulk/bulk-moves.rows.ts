import type { BulkKind } from '../../domain/bulk.ts';
import { type Fault, fault, Problem, shownName } from '../../domain/errors.ts';
import { notJson } from '../../platform/json-body.ts';
import type { Batch, RawRow } from './raw-row.ts';

/** Bytes: 10,000 ids with their quotes take 400,000. */
const largest = 1024 * 1024;

const notAList = fault(
  '#/mandates',
  'list',
  'Send an object whose field `mandates` is a list of ids of mandates.',
  'Stuur een object met in het veld `mandates` een lijst met nummers van machtigingen.',
);
const unknownField = (name: string): Fault =>
  fault(
    `#/${name}`,
    'unknown-field',
    'Besides `mandates` (and `until`, for a renewal) this object may hold nothing.',
    'Naast `mandates` (en `until`, bij verlengen) mag dit object niets bevatten.',
  );

/**
 * The rows of a JSON request that names mandates: `{"mandates": […]}`, and for a renewal `until` for all of them.
 * @throws Problem `payload-too-large`, `malformed-request`, or `invalid-input` when it has another form.
 */
export async function* moveRows(bytes: AsyncIterable<Uint8Array>, kind: BulkKind): AsyncGenerator<Batch> {
  const { mandates, ...others } = objectIn(await whole(bytes));
  const isUnknown = (name: string): boolean => kind !== 'renewal' || name !== 'until';
  const faults = [
    ...(Array.isArray(mandates) ? [] : [notAList]),
    ...[...new Set(Object.keys(others).filter(isUnknown).map(shownName))].map(unknownField),
  ];
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  const rows = (mandates as unknown[]).map((mandate, place): RawRow => ({
    line: place + 1,
    fields: { ...others, mandate },
    faults: [],
  }));
  yield { rows, called: {} };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > largest) throw new Problem('payload-too-large', { members: { mostBytes: largest } });
    parts.push(part);
  }
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

function objectIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('malformed-request', { says: notJson });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem('invalid-input', { faults: [notAList] });
  return value as Record<string, unknown>;
}

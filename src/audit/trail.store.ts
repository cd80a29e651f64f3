import type { Work } from './work.ts';
import { actorId, type TrailEntry } from './trail-entry.ts';

const columns = [
  ...['id', 'at', 'action', 'outcome', 'reason', 'actor_kind', 'actor_id', 'assurance'],
  ...['organisation_id', 'organisation_name', 'organisation_kvk', 'client_id', 'mandate_id'],
  ...['object_kind', 'object_id', 'ground', 'details', 'trace'],
];

const valuesOf = (entry: TrailEntry): unknown[] => [
  ...[entry.id, entry.at, entry.action, entry.outcome, entry.reason],
  ...[entry.actor.kind, actorId(entry.actor), entry.actor.assurance],
  ...[entry.office?.id, entry.office?.name, entry.office?.kvk, entry.client, entry.mandate],
  ...[entry.object?.kind, entry.object?.id, entry.ground?.kind, JSON.stringify(entry.details ?? {})],
  entry.actor.trace,
];

const rowsOfPlaces = (count: number): string =>
  Array.from(
    { length: count },
    (_, row) => `(${columns.map((_column, place) => `$${row * columns.length + place + 1}`).join(', ')})`,
  ).join(', ');

/** How many lines are written value by value; more go in as one list, so that each count is not a plan of its own. */
const fewLines = 8;

const typeOf: Readonly<Record<string, string>> = {
  ...{ id: 'uuid', at: 'timestamptz', organisation_id: 'uuid', client_id: 'uuid', mandate_id: 'uuid' },
  details: 'jsonb',
};
const typed = columns.map((column) => `${column} ${typeOf[column] ?? 'text'}`).join(', ');

/** Writes lines into the trail, in the transaction of the act that they record (R40). */
export async function append(work: Work, entries: readonly TrailEntry[]): Promise<void> {
  if (entries.length > fewLines) return appendMany(work, entries);
  await work.named(
    `trail-append-${entries.length}`,
    `INSERT INTO trail (${columns.join(', ')}) VALUES ${rowsOfPlaces(entries.length)}`,
    entries.flatMap(valuesOf),
  );
}

async function appendMany(work: Work, entries: readonly TrailEntry[]): Promise<void> {
  const lines = entries.map((entry) => ({
    ...Object.fromEntries(
      valuesOf(entry).map((value, place): [string, unknown] => [columns[place] ?? '', value]),
    ),
    details: entry.details ?? {},
  }));
  await work.named(
    'trail-append-many',
    `INSERT INTO trail (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS line (${typed})`,
    [JSON.stringify(lines)],
  );
}

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

/** Writes lines into the trail, in the transaction of the act that they record (R40). */
export async function append(work: Work, entries: readonly TrailEntry[]): Promise<void> {
  await work.named(
    `trail-append-${entries.length}`,
    `INSERT INTO trail (${columns.join(', ')}) VALUES ${rowsOfPlaces(entries.length)}`,
    entries.flatMap(valuesOf),
  );
}

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

/** How many lines are written value by value; more go in as columns, so that each count is not a plan of its own. */
const fewLines = 8;

const typeOf: Readonly<Record<string, string>> = {
  ...{ id: 'uuid', at: 'timestamptz', organisation_id: 'uuid', client_id: 'uuid', mandate_id: 'uuid' },
  details: 'jsonb',
};
const lists = columns.map((column, place) => `$${place + 1}::${typeOf[column] ?? 'text'}[]`).join(', ');

/** A statement that writes lines into the trail. */
export interface Appending {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * How these lines are written, in the transaction of the act that they record (R40). All that can go wrong with them in this
 * process goes wrong here, before anything is sent. Many go in column by column: a third less work for the database than a
 * list of records, which names each column in each line.
 */
export function appending(entries: readonly TrailEntry[]): Appending {
  const lines = entries.map(valuesOf);
  const into = `INSERT INTO trail (${columns.join(', ')})`;
  return entries.length > fewLines
    ? {
        name: 'trail-append-many',
        sql: `${into} SELECT * FROM unnest(${lists})`,
        values: columns.map((_column, place) => lines.map((line) => line[place] ?? null)),
      }
    : {
        name: `trail-append-${entries.length}`,
        sql: `${into} VALUES ${rowsOfPlaces(entries.length)}`,
        values: lines.flat(),
      };
}

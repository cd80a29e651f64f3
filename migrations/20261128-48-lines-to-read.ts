import { sqlMigration } from './as-owner.ts';

/**
 * The guard looks up lines in `scope_line_to_read`, in the order of their mandates and without the table. An index by
 * client and office as well seems as cheap to the planner as soon as a page of the table was written to, and then each
 * row is fetched and sorted: what is delivered finds its lines by client.
 */
export const LinesToRead = sqlMigration(
  'LinesToRead',
  1795910400048,
  `
  DROP INDEX scope_line_of_client;
  CREATE INDEX scope_line_of_client ON scope_line (client_id);
  `,
  `
  DROP INDEX scope_line_of_client;
  CREATE INDEX scope_line_of_client ON scope_line (client_id, organisation_id);
  `,
);

import { sqlMigration } from './as-owner.ts';

/**
 * Contracts between rooms: what senders, organisations and clients are called, so that the room of mandates can
 * name them in answers and letters without knowing how they are kept. Row-level security of the tables holds.
 */
export const Names = sqlMigration(
  'Names',
  1795478400010,
  `
  CREATE VIEW sender_name WITH (security_invoker = true) AS SELECT oin, name_nl, name_en FROM sender;
  CREATE VIEW organisation_name WITH (security_invoker = true) AS SELECT id, name, kvk FROM organisation;
  CREATE VIEW client_name WITH (security_invoker = true) AS SELECT id, name, abroad FROM client;
  GRANT SELECT ON sender_name, organisation_name, client_name TO volmacht_app;
  `,
  `DROP VIEW sender_name, organisation_name, client_name;`,
);

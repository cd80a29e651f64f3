import { sqlMigration } from './as-owner.ts';

/**
 * A row that names a mandate keeps that name, and beside it what it became or what stood in its way: the result of a
 * run is told from its rows alone, whoever handles the client by then.
 */
export const WhatARowBecame = sqlMigration(
  'WhatARowBecame',
  1795910400051,
  `
  ALTER TABLE bulk_row ADD successor uuid;
  UPDATE bulk_row r SET successor = (
           SELECT m.id FROM mandate m WHERE m.predecessor = r.mandate_id AND m.requested_at >= u.created_at
            ORDER BY m.requested_at LIMIT 1)
    FROM bulk_run u WHERE u.id = r.run_id AND u.kind = 'renewal' AND r.state = 'done';
  `,
  `
  ALTER TABLE bulk_row DROP successor;
  `,
);

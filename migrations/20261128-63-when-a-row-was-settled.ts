import { sqlMigration } from './as-owner.ts';

/** What became of a row is told as past, with its day: of rows from before nobody knows the day. */
export const WhenARowWasSettled = sqlMigration(
  'WhenARowWasSettled',
  1795910400063,
  `
  ALTER TABLE bulk_row ADD settled_at timestamptz;
  COMMENT ON COLUMN bulk_row.settled_at IS 'When it was carried out, or turned out impossible.';
  `,
  `
  ALTER TABLE bulk_row DROP settled_at;
  `,
);

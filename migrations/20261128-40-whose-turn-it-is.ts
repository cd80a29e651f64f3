import { sqlMigration } from './as-owner.ts';

/**
 * The queue has lanes and in each lane a line for everybody whom work is for, so that nobody waits behind ten thousand
 * of another. A run tells how many lines of its file nobody judged and when its reader gave a last sign of life; a
 * letter can offer several mandates (R15).
 */
export const WhoseTurnItIs = sqlMigration(
  'WhoseTurnItIs',
  1795910400040,
  `
  ALTER TABLE job
    -- 0: what somebody asked for by himself; 1: runs; 2: what runs ask for.
    ADD lane smallint NOT NULL DEFAULT 0 CHECK (lane BETWEEN 0 AND 2),
    -- Whom it is for: an office by its id, or nobody in particular.
    ADD party text NOT NULL DEFAULT '',
    -- Tasks of one party stand behind each other, those of two parties side by side.
    ADD place bigint NOT NULL DEFAULT 0;
  UPDATE job SET lane = CASE kind WHEN 'run-bulk' THEN 1 ELSE 2 END
   WHERE kind IN ('run-bulk', 'offer-mandate', 'print-letter');
  DROP INDEX job_by_due, job_due;
  CREATE INDEX job_in_line ON job (lane, place, due_at) WHERE NOT given_up;
  CREATE INDEX job_of_party ON job (lane, party, place) WHERE NOT given_up;
  CREATE INDEX job_of_run ON job ((payload ->> 'run')) WHERE kind = 'run-bulk';

  ALTER TABLE bulk_run
    ADD unjudged int NOT NULL DEFAULT 0 CHECK (unjudged >= 0),
    ADD heard_at timestamptz;
  UPDATE bulk_run SET heard_at = created_at;
  ALTER TABLE bulk_run ALTER heard_at SET NOT NULL;

  -- R15: this one is part of another letter to the same client.
  ALTER TABLE letter ADD with_letter uuid REFERENCES letter CHECK (with_letter <> id);
  CREATE INDEX letter_with ON letter (with_letter) WHERE with_letter IS NOT NULL;
  `,
  `
  ALTER TABLE letter DROP with_letter;
  ALTER TABLE bulk_run DROP heard_at, DROP unjudged;
  DROP INDEX job_of_run, job_of_party, job_in_line;
  CREATE INDEX job_due ON job (kind, due_at) WHERE NOT given_up;
  CREATE INDEX job_by_due ON job (due_at) WHERE NOT given_up;
  ALTER TABLE job DROP place, DROP party, DROP lane;
  `,
);

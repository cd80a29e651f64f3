import { sqlMigration } from './as-owner.ts';

/** R14: whom mandates on paper are about the register tells, as of all that clients give, also of those that began before. */
export const WhomPapersAreAbout = sqlMigration(
  'WhomPapersAreAbout',
  1795910400068,
  `
  INSERT INTO job (id, kind, payload, due_at, lane, party)
    SELECT gen_random_uuid(), 'name-client', jsonb_build_object('mandate', m.id), now(), 2, m.organisation_id::text
      FROM mandate m
     WHERE m.paper_id IS NOT NULL AND m.birth_key IS NULL AND m.ended_at IS NULL;
  `,
  // Whom a mandate is about stays as true as it was.
  '',
);

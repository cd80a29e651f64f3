import { sqlMigration } from './as-owner.ts';

/** Takes a report in. 'new', 'known' when it was told before, 'other' when this event was told otherwise before. */
const takeReport = (columns: string, values: string): string => `
  CREATE OR REPLACE FUNCTION take_report(new_id uuid, told jsonb, print text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE other boolean;
  BEGIN
    IF acting_kind() NOT IN ('system', 'job')
    THEN RAISE EXCEPTION 'only the register reports' USING ERRCODE = 'insufficient_privilege'; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(told->>'eventId', 34));
    IF EXISTS (SELECT FROM court_register_report WHERE event_id = told->>'eventId' AND fingerprint = print)
    THEN RETURN 'known'; END IF;
    other := EXISTS (SELECT FROM court_register_report WHERE event_id = told->>'eventId');
    INSERT INTO court_register_report (id, event_id, fingerprint, received_at, court, case_number, kvk, kind, on_day,
                                       earlier_on, heard, outcome, why${columns})
      VALUES (new_id, told->>'eventId', print, acting_now(), told->>'court', told->>'caseNumber', told->>'kvk',
              told->>'kind', (told->>'on')::date, (told->>'earlierOn')::date, (told->>'heard')::boolean,
              CASE WHEN other THEN 'waits' ELSE 'new' END, CASE WHEN other THEN 'told-otherwise' END${values});
    RETURN CASE WHEN other THEN 'other' ELSE 'new' END;
  END $$;`;

/**
 * A guardian who is a person has no KvK number: a report about him alone names his BSN, of which nothing is kept but who
 * represents under it here, if anybody does.
 */
export const WhomAReportIsAbout = sqlMigration(
  'WhomAReportIsAbout',
  1795910400099,
  `
  ALTER TABLE court_register_report
    ADD COLUMN names_person boolean NOT NULL DEFAULT false CHECK (NOT (names_person AND kvk IS NOT NULL)),
    ADD COLUMN guardian uuid REFERENCES organisation CHECK (guardian IS NULL OR names_person);
  COMMENT ON COLUMN court_register_report.names_person IS 'It is about one guardian, who is a person.';
  COMMENT ON COLUMN court_register_report.guardian IS 'Who represents here under that BSN; empty when nobody did.';
  ${takeReport(
    ', names_person, guardian',
    `, told ? 'guardian',
              (SELECT o.id FROM organisation o JOIN client c ON c.id = o.person
                WHERE c.bsn_index = told->>'guardian')`,
  )}
  `,
  `
  ${takeReport('', '')}
  -- Without whom it is about it would be about the only one there is: people look at what nobody carried out.
  UPDATE court_register_report SET kvk = '00000000' WHERE names_person;
  ALTER TABLE court_register_report DROP COLUMN guardian, DROP COLUMN names_person;
  `,
);

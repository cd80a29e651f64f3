import { sqlMigration } from './as-owner.ts';

/** Takes a report in. 'new', 'known' when it was told before, 'other' when this event was told otherwise before. */
const takeReport = (column: string, value: string): string => `
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
                                       earlier_on, heard, outcome, why, names_person, ${column})
      VALUES (new_id, told->>'eventId', print, acting_now(), told->>'court', told->>'caseNumber', told->>'kvk',
              told->>'kind', (told->>'on')::date, (told->>'earlierOn')::date, (told->>'heard')::boolean,
              CASE WHEN other THEN 'waits' ELSE 'new' END, CASE WHEN other THEN 'told-otherwise' END, told ? 'guardian',
              ${value});
    RETURN CASE WHEN other THEN 'other' ELSE 'new' END;
  END $$;`;

/** Who represents here under a number, by its keyed index. */
const whoHasIt = (index: string): string => `
  (SELECT o.id FROM organisation o JOIN client c ON c.id = o.person WHERE c.bsn_index = ${index})`;

/**
 * A report about a guardian who is a person holds for him also when he comes here after it: of his BSN the keyed index is
 * kept (R2), and who has it is asked each time. And what became of a report is kept for each order that it is about, so
 * that what was carried out for one guardian is not done again when it is another's turn.
 */
export const WhatBecameOfAReport = sqlMigration(
  'WhatBecameOfAReport',
  1795910400109,
  `
  ALTER TABLE court_register_report ADD COLUMN guardian_index text CHECK (guardian_index IS NULL OR names_person);
  COMMENT ON COLUMN court_register_report.guardian_index IS 'The keyed index of his BSN, never the number (R2).';
  UPDATE court_register_report r SET guardian_index = c.bsn_index
    FROM organisation o JOIN client c ON c.id = o.person WHERE o.id = r.guardian;
  ALTER TABLE court_register_report DROP COLUMN guardian;
  ${takeReport('guardian_index', `told->>'guardian'`)}
  CREATE FUNCTION guardian_of_report(index text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ${whoHasIt('index')} WHERE acting_kind() IN ('official', 'job') AND acting_works()
  $$;
  REVOKE EXECUTE ON FUNCTION guardian_of_report FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION guardian_of_report TO volmacht_app;

  CREATE TABLE court_register_report_done (
    report_id uuid NOT NULL REFERENCES court_register_report,
    order_id uuid NOT NULL REFERENCES court_order,
    outcome text NOT NULL CHECK (outcome IN ('applied', 'known')),
    -- Carried out, and it does not fit what was told since.
    doubted boolean NOT NULL DEFAULT false,
    PRIMARY KEY (report_id, order_id)
  );
  COMMENT ON TABLE court_register_report_done IS 'For which orders a report was carried out.';
  INSERT INTO court_register_report_done (report_id, order_id, outcome)
    SELECT r.id, o.id, CASE WHEN EXISTS (SELECT FROM court_order_change c WHERE c.report_id = r.id AND c.order_id = o.id)
                            THEN 'applied' ELSE 'known' END
      FROM court_register_report r JOIN court_order o ON lower(o.court) = lower(r.court) AND o.case_number = r.case_number
     WHERE o.state = 'verified'
       AND (r.outcome IN ('applied', 'known')
            OR EXISTS (SELECT FROM court_order_change c WHERE c.report_id = r.id AND c.order_id = o.id));
  ALTER TABLE court_register_report_done ENABLE ROW LEVEL SECURITY;
  ALTER TABLE court_register_report_done FORCE ROW LEVEL SECURITY;
  CREATE POLICY report_done_owner ON court_register_report_done TO volmacht_owner USING (true) WITH CHECK (true);
  CREATE POLICY report_done_read ON court_register_report_done FOR SELECT TO volmacht_app
    USING (EXISTS (SELECT FROM court_register_report r WHERE r.id = report_id));
  CREATE POLICY report_done_add ON court_register_report_done FOR INSERT TO volmacht_app
    WITH CHECK (acting_kind() = 'job');
  CREATE POLICY report_done_doubt ON court_register_report_done FOR UPDATE TO volmacht_app
    USING (acting_kind() = 'job') WITH CHECK (acting_kind() = 'job');
  GRANT SELECT, INSERT, UPDATE (outcome, doubted) ON court_register_report_done TO volmacht_app;
  `,
  `
  DROP TABLE court_register_report_done;
  DROP FUNCTION guardian_of_report;
  ALTER TABLE court_register_report
    ADD COLUMN guardian uuid REFERENCES organisation CHECK (guardian IS NULL OR names_person);
  COMMENT ON COLUMN court_register_report.guardian IS 'Who represents here under that BSN; empty when nobody did.';
  UPDATE court_register_report SET guardian = ${whoHasIt('guardian_index')} WHERE names_person;
  ALTER TABLE court_register_report DROP COLUMN guardian_index;
  ${takeReport('guardian', whoHasIt(`told->>'guardian'`).trim())}
  `,
);

import { sqlMigration } from './as-owner.ts';
import { feedUnlessTaken, feedWithHolders } from './in-force.feed.ts';
import { askingGuardianship, byItsGuardian, byTheMeasure } from './in-force.guardianship.ts';
import { withGrounds } from './in-force.ts';

/**
 * R26, R27: what a court took out of a client's hands stays out of them when the guardian stops: dismissed, dead or
 * excluded, he is not the measure. Of a provisional measure and a partial bewind that is what their order names. And
 * while a curatele that a register reported waits for its order, nobody under it gives anything new.
 */
export const MeasuresOutliveGuardians = sqlMigration(
  'MeasuresOutliveGuardians',
  1795910400076,
  `
  -- The first day without the guardian.
  CREATE FUNCTION guardian_gone_on(m mandate) RETURNS date LANGUAGE sql STABLE
    RETURN least(m.until_day, m.ends_on, (m.ended_at AT TIME ZONE 'Europe/Amsterdam')::date);

  -- The first day without the measure, as far as decisions of the court in its case say so: also after its guardian had
  -- gone. That an order was overturned is of that order alone.
  CREATE FUNCTION measure_lifted_on(m mandate) RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(least(c.on_day, c.earlier_on))
      FROM court_order mine
      JOIN court_order o ON o.client_id = mine.client_id AND o.ground = mine.ground
                        AND lower(o.court) = lower(mine.court) AND o.case_number = mine.case_number
      JOIN court_order_change c ON c.order_id = o.id
                               AND (c.kind = 'lifted' OR (c.kind = 'overturned' AND o.id = mine.id))
     WHERE mine.id = m.court_order_id AND least(c.on_day, c.earlier_on) > m.from_day
  $$;

  -- \`stands\` of src/domain/guardianship.ts once more.
  CREATE FUNCTION measure_stands(m mandate) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (${withGrounds.running('m', 'acting_day()')}) OR acting_day() < least(
      m.until_day, measure_lifted_on(m),
      CASE WHEN m.end_reason IN ('term', 'lifted', 'overturned', 'curatele') THEN guardian_gone_on(m) END,
      (SELECT min(o.from_day)
         FROM mandate o JOIN court_order oo ON oo.id = o.court_order_id JOIN court_order mo ON mo.id = m.court_order_id
        WHERE o.client_id = m.client_id AND o.id <> m.id AND o.end_reason IS DISTINCT FROM 'overturned'
          AND ((o.ground = 'curatele' AND m.ground <> 'curatele' AND o.from_day >= m.from_day)
               OR (o.ground = m.ground AND o.from_day >= guardian_gone_on(m)
                   AND (o.predecessor = m.id OR NOT (oo.partial OR mo.partial))))))
  $$;

  -- A register reported it, and no official has settled that.
  CREATE FUNCTION curatele_reported(whose uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM life_event e WHERE e.client_id = whose AND e.kind = 'curatele'
                      AND e.question = 'order-needed' AND e.settled_at IS NULL)
  $$;

  -- \`isTaken\` of src/domain/guardianship.ts once more.
  CREATE FUNCTION is_taken(whose uuid, from_sender text, about text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT curatele_reported(whose) OR EXISTS (
      SELECT FROM mandate c JOIN court_order o ON o.id = c.court_order_id
       WHERE c.client_id = whose AND c.ground IN ('curatele', 'bewind', 'provisional') AND measure_stands(c)
         AND CASE WHEN o.divided OR NOT (o.partial OR c.ground = 'provisional')
                  THEN c.ground <> 'bewind' OR about IN ('financial', 'all')
                  ELSE EXISTS (SELECT FROM scope_line t
                                WHERE t.mandate_id = c.id AND t.sender IN (from_sender, '*')
                                  AND ('all' IN (t.category, about) OR t.category = about)) END)
  $$;

  -- What the rule looks at.
  CREATE FUNCTION guardianship_of(whose uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
      'curateleReported', curatele_reported(whose),
      'measures', (SELECT coalesce(jsonb_agg(authority_facts(m) || jsonb_build_object(
                     'endReason', m.end_reason, 'partial', o.partial, 'divided', o.divided,
                     'liftedOn', measure_lifted_on(m)) ORDER BY m.id), '[]')
                     FROM mandate m JOIN court_order o ON o.id = m.court_order_id
                    WHERE m.client_id = whose AND m.ground NOT IN ('voluntary', 'urgent-acts')))
  $$;
  -- For the job that offers mandates.
  CREATE FUNCTION guardianship_for_offer(whose uuid) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN acting_kind() = 'job' THEN guardianship_of(whose) END
  $$;
  REVOKE EXECUTE ON FUNCTION guardian_gone_on, measure_lifted_on, measure_stands, curatele_reported, is_taken,
    guardianship_of, guardianship_for_offer FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION guardianship_for_offer TO volmacht_app;

  ${askingGuardianship(byTheMeasure)}
  ${feedUnlessTaken}
  `,
  `
  ${feedWithHolders}
  ${askingGuardianship(byItsGuardian)}
  DROP FUNCTION guardianship_for_offer, guardianship_of, is_taken, curatele_reported, measure_stands, measure_lifted_on,
    guardian_gone_on;
  `,
);

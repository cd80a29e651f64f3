/** The table of moves in the dialect of the database: a mandate's life holds whatever the application thinks (R18). */
export const mandateLife = (declining: string): string => `
  CREATE OR REPLACE FUNCTION keep_mandate_life() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF pg_has_role(current_user, 'volmacht_owner', 'MEMBER') THEN RETURN NEW; END IF;
    IF (NEW.id, NEW.client_id, NEW.organisation_id, NEW.requested_at, NEW.requested_by, NEW.predecessor, NEW.from_day)
       IS DISTINCT FROM
       (OLD.id, OLD.client_id, OLD.organisation_id, OLD.requested_at, OLD.requested_by, OLD.predecessor, OLD.from_day)
    THEN RAISE EXCEPTION 'what a mandate is about never changes' USING ERRCODE = 'check_violation'; END IF;
    IF OLD.ended_at IS NOT NULL
       AND (NEW.state, NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.state, OLD.ended_at, OLD.end_reason)
    THEN RAISE EXCEPTION 'a mandate that ended stays ended' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.until_day > OLD.until_day
    THEN RAISE EXCEPTION 'a mandate never becomes longer' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.activated_at IS DISTINCT FROM OLD.activated_at
       AND (OLD.activated_at IS NOT NULL OR (OLD.state, NEW.state) <> ('offered', 'active'))
    THEN RAISE EXCEPTION 'a mandate is activated once' USING ERRCODE = 'check_violation'; END IF;
    IF NEW.state <> OLD.state AND NOT (CASE OLD.state || ' ' || NEW.state
         WHEN 'requested offered' THEN acting_kind() = 'job'
         WHEN 'offered active' THEN acting_kind() IN ('citizen', 'employee')
         WHEN 'offered declined' THEN acting_kind() IN (${declining})
         WHEN 'requested withdrawn' THEN acting_kind() = 'employee'
         WHEN 'offered withdrawn' THEN acting_kind() = 'employee'
         WHEN 'requested lapsed' THEN acting_kind() IN ('employee', 'job')
         WHEN 'offered lapsed' THEN acting_kind() IN ('employee', 'job')
         WHEN 'active suspended' THEN acting_kind() = 'official'
         WHEN 'suspended active' THEN acting_kind() = 'official'
         WHEN 'active revoked' THEN acting_kind() IN ('citizen', 'official')
         WHEN 'suspended revoked' THEN acting_kind() IN ('citizen', 'official')
         WHEN 'active renounced' THEN acting_kind() = 'employee'
         WHEN 'suspended renounced' THEN acting_kind() = 'employee'
         WHEN 'active ended' THEN acting_kind() IN ('official', 'job')
         WHEN 'suspended ended' THEN acting_kind() IN ('official', 'job')
         ELSE false END)
    THEN RAISE EXCEPTION 'this is not a move of a mandate' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END $$;
`;

import { sqlMigration } from './as-owner.ts';

/**
 * What the mandates room lets other rooms know: what each scope line covers, and whether it gives anything at the
 * acting instant. Whoever asks sees the mandates that are his to see; the view adds no eyes.
 */
export const MandateScope = sqlMigration(
  'MandateScope',
  1795478400009,
  `
  CREATE VIEW mandate_scope WITH (security_invoker = true) AS
    SELECT m.id AS mandate_id, m.client_id, m.organisation_id, l.id AS line_id, m.state,
           l.sender, l.category, l.actions,
           (CASE WHEN m.state IN ('requested', 'offered') THEN acting_day() < m.answer_by
                 WHEN m.state IN ('active', 'suspended') THEN acting_day() < m.until_day ELSE false END) AS standing,
           (l.ended_at IS NULL) AS open,
           (m.state = 'active' AND m.from_day <= acting_day() AND acting_day() < m.until_day
             AND (l.ended_at IS NULL)) AS in_force
      FROM mandate m JOIN scope_line l ON l.mandate_id = m.id;
  GRANT SELECT ON mandate_scope TO volmacht_app;
  `,
  `DROP VIEW mandate_scope;`,
);

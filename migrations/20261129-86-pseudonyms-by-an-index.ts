import { sqlMigration } from './as-owner.ts';

const pseudonymsOf = (found: string): string => `
  CREATE OR REPLACE FUNCTION pseudonyms_of(whose uuid) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    ${found}
  $$;`;

/** Every pseudonym of one person, found by the indexes that there are: each look in the record read all clients. */
export const PseudonymsByAnIndex = sqlMigration(
  'PseudonymsByAnIndex',
  1795910400086,
  `
  ${pseudonymsOf(`
    WITH one AS (SELECT coalesce((SELECT g.joined_into FROM client g WHERE g.id = whose), whose) AS id)
    SELECT ARRAY[one.id] || ARRAY(SELECT c.id FROM client c WHERE c.joined_into = one.id) FROM one`)}
  `,
  `
  ${pseudonymsOf(`SELECT coalesce(array_agg(c.id), ARRAY[whose]) FROM client c
     WHERE coalesce(c.joined_into, c.id) = coalesce((SELECT g.joined_into FROM client g WHERE g.id = whose), whose)`)}
  `,
);

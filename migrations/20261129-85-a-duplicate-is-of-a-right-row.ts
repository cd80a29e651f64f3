import { claimsOfOne } from './20261128-57-whom-an-office-named.ts';
import { sqlMigration } from './as-owner.ts';

/**
 * R3: a row of a file that is not right, or that names no date of birth, is told of no duplicate: it would tell whom an
 * office asked for is known, and whose number somebody has.
 */
export const ADuplicateIsOfARightRow = sqlMigration(
  'ADuplicateIsOfARightRow',
  1795910400085,
  claimsOfOne
    .replace('(named.birth_key IS NULL AND', '(t.id IS NOT NULL AND named.birth_key IS NULL AND')
    .replace('WHERE r.run_id = run AND', `WHERE r.run_id = run AND r.state = 'ready' AND`),
  claimsOfOne,
);

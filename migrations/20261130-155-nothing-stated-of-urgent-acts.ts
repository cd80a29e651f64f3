import { sqlMigration } from './as-owner.ts';
import { type Change, undone, withinAll } from './within.ts';

/** `canBeStated` of src/domain/statement.ts, in the dialect of a query: when one is made, and in what a list says of it. */
const made: readonly Change[] = [
  [`WHERE v.id = stated AND `, `WHERE v.id = stated AND m.ground <> 'urgent-acts' AND `],
];
const listed: readonly Change[] = [
  [
    `AND today < s.holds_until AND NOT s.of_another AS stands`,
    `AND today < s.holds_until AND NOT s.of_another
               AND m.ground <> 'urgent-acts' AS stands`,
  ],
];

/** R31: who does urgent acts reads what came before the end, and has no authority that could be shown elsewhere. */
export const NothingStatedOfUrgentActs = sqlMigration(
  'NothingStatedOfUrgentActs',
  1795996800155,
  `${withinAll('state_mandate', made)} ${withinAll('status_list', listed)}`,
  `${withinAll('status_list', undone(listed))} ${withinAll('state_mandate', undone(made))}`,
);

import { sqlMigration } from './as-owner.ts';

/** What a judge ordered to shield names the order on which the guardian's mandate rests: one that is there. */
export const AShieldRestsOnAnOrder = sqlMigration(
  'AShieldRestsOnAnOrder',
  1795910400070,
  'ALTER TABLE shield ADD CONSTRAINT shield_by_order FOREIGN KEY (court_order_id) REFERENCES court_order;',
  'ALTER TABLE shield DROP CONSTRAINT shield_by_order;',
);

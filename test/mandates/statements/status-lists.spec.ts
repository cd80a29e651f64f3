import fc from 'fast-check';
import { authorityOf, type AuthorityJson } from '../../../src/access/authority-facts.ts';
import type { Standing } from '../../../src/domain/organisation.ts';
import { lastsUntil, openLines } from '../../../src/domain/mandate.ts';
import { canBeStated } from '../../../src/domain/statement.ts';
import { StatementStore } from '../../../src/mandates/statements/statement.store.ts';
import { StatusListService } from '../../../src/mandates/statements/status-list.service.ts';
import { populate } from '../../access/country.ts';
import { ids } from '../../domain/facts.ts';
import { worlds } from '../../domain/worlds.ts';
import { type House, openHouse } from '../../support/house.ts';

const seed = 20261129;
const later = '2200-01-01';

let house: House;
beforeEach(async () => (house = await openHouse()));
afterEach(() => house.close());

/** A statement of each mandate that there is, of these lines of it, at a place of its own. */
const stateAll = (list: number, which: string, after = 0) =>
  house.database.admin.query(
    `INSERT INTO mandate_statement (list, place, mandate_id, lines, until_day, holds_until, expires_at)
     SELECT $1, $3 + row_number() OVER (), m.id, l.lines, least(m.until_day, m.ends_on),
            statement_holds_until(m.id, l.lines), $2
       FROM mandate m CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(l.id, to_jsonb(l.actions)) AS lines, count(*) AS many
           FROM scope_line l WHERE l.mandate_id = m.id AND ${which}) l
      WHERE l.many > 0`,
    [list, later, after],
  );

describe('A status list', () => {
  it('says of many mandates in many countries what the rules say of each', async () => {
    const { admin } = house.database;
    for (const oin of [ids.tax, ids.town])
      await admin.query(`INSERT INTO sender VALUES ($1, 'x', 'x', 'low', now())`, [oin]);
    const seen = { holds: 0, notNow: 0, ended: 0 };
    for (const world of fc.sample(worlds, { seed, numRuns: 60 })) {
      const { now } = await populate(admin, world);
      await stateAll(1, 'true');
      const { rows } = await admin.query<{
        place: number;
        facts: AuthorityJson;
        standing: Standing;
        stated: string[];
      }>(
        `SELECT s.place, authority_facts(m) AS facts, o.standing, ARRAY(SELECT jsonb_object_keys(s.lines)) AS stated
           FROM mandate_statement s JOIN mandate m ON m.id = s.mandate_id JOIN organisation o ON o.id = m.organisation_id`,
      );
      const told = await house.app.get(StatementStore).standing(1, now);
      for (const { place, facts, standing, stated } of rows) {
        const mandate = authorityOf(facts);
        const allOpen = openLines(mandate, now).length === stated.length;
        const expected = canBeStated(mandate, standing, now) && allOpen;
        expect([
          lastsUntil(mandate),
          place,
          !told?.suspended.includes(place) && !told?.invalid.includes(place),
        ]).toEqual([...[lastsUntil(mandate), place, expected]]);
        if (expected) seen.holds++;
        else if (told?.suspended.includes(place)) seen.notNow++;
        else seen.ended++;
      }
      await admin.query('DELETE FROM mandate_statement');
      await admin.query(`TRUNCATE mandate CASCADE`);
    }
    expect(Math.min(seen.holds, seen.notNow, seen.ended)).toBeGreaterThan(5);
  }, 120_000);

  it('of 100,000 statements is made once for a crowd that asks at once, and fast', async () => {
    const { admin } = house.database;
    const [client, organisation] = [
      await house.world.client('999990019'),
      await house.world.organisation('90001234'),
    ];
    const session = await admin.connect();
    await session.query(`
      SET session_replication_role = replica;
      INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, activated_at, offered_at)
        SELECT gen_random_uuid(), '${client}', '${organisation}', CASE WHEN n % 100 = 0 THEN 'suspended' ELSE 'active' END,
               current_date - 1, current_date + 300, current_date, now(), now(), now() FROM generate_series(1, 10000) n;
      INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, claims)
        SELECT gen_random_uuid(), m.id, m.client_id, m.organisation_id, s.oin, 'financial', ARRAY['read', 'download'],
               daterange(m.from_day, m.until_day), false
          FROM mandate m CROSS JOIN (VALUES ('00000099000000001000'), ('00000099000000002000')) AS s (oin);
      ANALYZE mandate; ANALYZE scope_line;`);
    session.release(true);
    for (let tenth = 0; tenth < 10; tenth++) await stateAll(1, 'true', tenth * 10_000);
    await admin.query('ANALYZE mandate_statement');
    const lists = house.app.get(StatusListService);
    await lists.list(1); // the first one makes a key
    const begins = performance.now();
    await Promise.all(Array.from({ length: 50 }, () => lists.list(1)));
    const took = performance.now() - begins;
    expect(took).toBeLessThan(5_000);
    const told = await house.app.get(StatementStore).standing(1, house.clock.now());
    expect([told?.suspended.length, told?.invalid.length]).toEqual([1_000, 0]);
  }, 120_000);
});

import { addDays, type Day } from '../../../src/domain/day.ts';
import { reviewDue, usesOfMandate } from '../../../src/domain/due.ts';
import { isInForce, type Mandate } from '../../../src/domain/mandate.ts';
import { noticesDue } from '../../../src/domain/notice.ts';
import type { Office } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

/* The rules live in src/domain; queries narrow by the same rules in another dialect. Here both must say the same. */
let house: Upkeep;
let office: Office;
beforeAll(async () => {
  house = await openUpkeep();
  office = await house.office();
});
afterAll(() => house.close());

/** As this actor at this instant, in a transaction that is undone. */
async function acting<Row extends Record<string, unknown>>(
  actor: string,
  now: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await house.database.admin.connect();
  try {
    await client.query('BEGIN; SET LOCAL ROLE volmacht_app');
    await client.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true),
              set_config('app.assurance', 'substantial', true)`,
      [actor, now],
    );
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it('what counts as use is the same list in the index and in the rules (R19)', async () => {
  const [row] = await house.rows<{ sql: string }>(`SELECT pg_get_indexdef('trail_of_use'::regclass) AS sql`);
  const listed = [...(row?.sql ?? '').matchAll(/'(inbox\.[a-z-]+)'/g)].map(([, action]) => action);
  expect(listed.toSorted()).toEqual([...usesOfMandate].toSorted());
});

it('the day of the next review is the same, around midnight, the change of clocks and 29 February', async () => {
  const instants = [
    '2028-02-28T22:59:59Z',
    '2028-02-28T23:00:00Z',
    '2028-02-29T23:00:00Z',
    '2027-12-31T23:00:00Z',
  ];
  for (const day of ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'])
    for (const hour of ['21:59:59', '22:00:00', '22:59:59', '23:00:00']) instants.push(`${day}T${hour}Z`);
  const mandate = await house.given(office, { from: '2027-01-01', until: '2031-01-01' });
  for (const instant of instants) {
    const [row] = await house.rows<{ due: string }>(
      'UPDATE mandate SET activated_at = $2 WHERE id = $1 RETURNING review_due::text AS due',
      ...[mandate, instant],
    );
    expect([instant, row?.due]).toEqual([instant, reviewDue(new Date(instant))]);
  }
});

it('the mandates that a scan finds are those of which the rules say that something is due', async () => {
  const counts = { due: 0, nothing: 0 };
  const known: { id: string; mandate: Mandate; lastUsedAt?: Date }[] = [];
  const base = '2027-01-01' as Day;
  for (let place = 0; place < 80; place++) {
    const pick = <Item>(from: readonly Item[], by: number) =>
      from[(place * by + (place >> 2)) % from.length] as Item;
    const from = addDays(base, pick([0, 31, 59, 400, -300], 3));
    const activated = addDays(from, pick([0, -20, 40], 5));
    const until = addDays(from, pick([20, 95, 365, 800, 1460], 7));
    const state = pick(['active', 'active', 'active', 'suspended', 'revoked'], 11);
    // The law may have ordered it, end it sooner, or suspend it for a while.
    const suspended = { from: addDays(from, 60), until: addDays(from, 120) };
    const law = {
      ground: state === 'active' ? pick(['voluntary', 'voluntary', 'bewind'] as const, 5) : 'voluntary',
      ...pick([{}, {}, {}, { endsOn: addDays(from, 300) }, { suspended }], 3),
    };
    const id = await house.given(office, { from, until, activated, state, ...law });
    const used = pick([undefined, 0, 200, 700], 13);
    if (used !== undefined) await house.use(id, addDays(from, used));
    const [row] = await house.rows<{ at: Date }>('SELECT activated_at AS at FROM mandate WHERE id = $1', id);
    known.push({
      id,
      mandate: {
        ...law,
        suspended: 'suspended' in law ? [law.suspended] : [],
        state,
        period: { from, until },
        activatedAt: row?.at,
        answerBy: from,
      } as unknown as Mandate,
      ...(used === undefined ? {} : { lastUsedAt: new Date(`${addDays(from, used)}T12:00:00Z`) }),
    });
  }
  for (let days = 0; days < 1500; days += 23) {
    const now = new Date(`${addDays(base, days)}T12:00:00Z`);
    const [found] = await acting<{ candidates: { id: string }[] }>(
      'job:watch-mandates',
      now.toISOString(),
      'SELECT candidates FROM mandates_to_watch(NULL, 100000)',
    );
    const candidates = new Set(found?.candidates.map(({ id }) => id));
    for (const { id, mandate, lastUsedAt } of known) {
      // The scan sees a use only once it lies behind; here the trail holds those of all days.
      if (lastUsedAt && lastUsedAt > now) continue;
      const due = noticesDue({ mandate, lastUsedAt, renewed: false, made: [] }, now);
      // A warning that would come after the end is left out by the rules: the query may find more, never less.
      if (due.length > 0) expect([days, id, candidates.has(id)]).toEqual([days, id, true]);
      // But nothing of what gives nothing now; nor, unless it ends soon, of what a court ordered.
      if (!isInForce(mandate, now) || (mandate.ground !== 'voluntary' && due.length === 0))
        expect([days, id, candidates.has(id)]).toEqual([days, id, false]);
      counts[due.length > 0 ? 'due' : 'nothing']++;
    }
  }
  expect(counts.due).toBeGreaterThan(300);
  expect(counts.nothing).toBeGreaterThan(300);
}, 60_000);

it('the yearly list and the notices show a mandate to whom `sees_mandate` shows it (R33, R34)', async () => {
  const other = await house.office();
  const { joris, sara, bob } = office.employees;
  const [anna] = await house.rows<{ id: string }>(
    `SELECT id FROM employee WHERE organisation_id = $1 AND role = 'administrator'`,
    office.id,
  );
  const team = await house.world.team(office.id, 'Everything', [sara]);
  for (let place = 0; place < 24; place++) {
    const client = await house.newClient();
    const requestedBy = [undefined, joris, bob][place % 3];
    const mandate = await house.given(place % 8 === 7 ? other : office, {
      ...{ client, from: '2030-01-01', until: '2031-01-01' },
      ...(requestedBy && place % 8 !== 7 ? { requestedBy } : {}),
      ...(place % 6 === 5 ? { ground: 'bewind' } : {}),
    });
    const to = [{ employee: joris }, { employee: sara }, { team }, undefined][place % 4];
    if (to) await house.world.assign(office.id, client, to);
    await house.rows(
      `INSERT INTO notice SELECT gen_random_uuid(), 'review-due', client_id, organisation_id, id, 'organisation',
              '2030-02-01', '2030-02-01', now() FROM mandate WHERE id = $1`,
      mandate,
    );
  }
  await house.rows(
    `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
     VALUES (gen_random_uuid(), $1, $2, $3, '2030-05-01', '2030-06-01', now(), $2)`,
    ...[office.id, sara, bob],
  );
  const ids = async (actor: string, now: string, sql: string) =>
    (await acting<{ id: string }>(actor, now, `${sql} ORDER BY 1`)).map(({ id }) => id);
  for (const who of [joris, sara, bob, anna?.id, other.employees.joris])
    for (const now of ['2030-04-30T12:00:00Z', '2030-05-15T12:00:00Z']) {
      const actor = `employee:${who}:${who === other.employees.joris ? other.id : office.id}`;
      const seen = await ids(
        actor,
        now,
        `SELECT id FROM mandate WHERE state = 'active' AND from_day <= acting_day() AND acting_day() < until_day`,
      );
      // Nobody has to look whether a court still wants it.
      const asked = await ids(
        actor,
        now,
        `SELECT id FROM mandate WHERE state = 'active' AND from_day <= acting_day() AND acting_day() < until_day
            AND ground = 'voluntary' AND acting_day() < coalesce(ends_on, 'infinity')
            AND coalesce(NOT suspended @> acting_day(), true)`,
      );
      expect(await ids(actor, now, 'SELECT mandate_id AS id FROM mandate_review')).toEqual(asked);
      const withNotice = await ids(actor, now, 'SELECT mandate_id AS id FROM notice');
      expect(withNotice).toEqual(seen.filter((id) => withNotice.includes(id)));
      const all = await house.rows<{ id: string }>('SELECT mandate_id AS id FROM notice');
      expect(withNotice.length).toBe(all.filter(({ id }) => seen.includes(id)).length);
    }
});

it('a scan is for the job alone, and nobody else reads how far it is', async () => {
  for (const actor of [
    `employee:${office.employees.joris}:${office.id}`,
    `citizen:${await house.newClient()}`,
  ]) {
    expect(await acting(actor, '2030-01-01T12:00:00Z', 'SELECT * FROM mandates_to_watch(NULL, 10)')).toEqual([
      { last_id: null, seen: null, candidates: null },
    ]);
    expect(await acting(actor, '2030-01-01T12:00:00Z', 'SELECT * FROM mandate_scan')).toEqual([]);
  }
  await expect(
    acting(
      `employee:${office.employees.joris}:${office.id}`,
      '2030-02-15T12:00:00Z',
      `INSERT INTO notice SELECT gen_random_uuid(), 'ending-7', client_id, organisation_id, id, 'client',
              '2030-02-01', '2030-02-01', now() FROM mandate LIMIT 1`,
    ),
  ).rejects.toMatchObject({ code: '42501' });
});

import type { Office } from '../scene.ts';
import { people } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => void (office = await house.office()));
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const path = '/v1/mandate-reviews';
const period = { from: '2027-01-01', until: '2031-01-01' };
const ids = async (who = office.anna, query = '') =>
  (await house.list(who, `${path}?limit=100${query}`)).items.map(({ mandate }) => mandate);

describe('The yearly list of mandates', () => {
  it('says of each who it is about, what it covers, how it is used, and when it was last confirmed', async () => {
    const client = await house.newClient();
    const mandate = await house.given(office, { ...period, client });
    await house.rows(`UPDATE client SET name = 'Yasmina el Amrani' WHERE id = $1`, client);
    await house.rows(`UPDATE mandate SET reference = 'dossier 118' WHERE id = $1`, mandate);
    for (const day of ['2027-02-01', '2027-06-01', '2028-02-03']) await house.use(mandate, day);
    await house.use(mandate, '2028-02-04', 'inbox.list');
    house.clock.moveTo('2028-02-10');
    const { items } = await house.list(office.anna, path);
    expect(items).toEqual([
      {
        mandate,
        client: { id: client, name: 'Yasmina el Amrani' },
        reference: 'dossier 118',
        lines: [expect.objectContaining({ category: 'financial', actions: ['read'] })],
        period,
        lastUsedAt: '2028-02-03T11:00:00.000Z',
        uses: { count: 2, orMore: false },
        dueSince: '2028-01-01',
        due: true,
        remindersDue: [],
      },
    ]);
  });

  it('counts up to a thousand uses, and then says that there are more', async () => {
    const mandate = await house.given(office, period);
    await house.rows(
      `INSERT INTO trail (id, at, action, outcome, actor_kind, actor_id, assurance, mandate_id)
       SELECT gen_random_uuid(), '2028-01-01', 'inbox.read', 'permitted', 'employee', 'x', 'low', $1
         FROM generate_series(1, 1000)`,
      mandate,
    );
    house.clock.moveTo('2028-02-10');
    const uses = async () => (await house.list(office.anna, path)).items[0]?.uses;
    expect(await uses()).toEqual({ count: 1000, orMore: false });
    await house.use(mandate, '2028-02-01');
    expect(await uses()).toEqual({ count: 1000, orMore: true });
  });

  it('holds what is in force and nothing else', async () => {
    house.clock.moveTo('2027-06-01');
    const inForce = await house.given(office, period);
    const states = ['requested', 'offered', 'suspended', 'revoked', 'renounced', 'ended', 'declined'];
    for (const state of states) await house.given(office, { ...period, state });
    await house.given(office, { from: '2027-06-02', until: '2028-01-01' });
    await house.given(office, { from: '2027-01-01', until: '2027-06-01' });
    expect(await ids()).toEqual([inForce]);
  });

  it('shows an employee his own clients, an administrator all, another office and a client none (R33, R34)', async () => {
    house.clock.moveTo('2027-06-01');
    const { joris, sara, bob } = office.employees;
    const [mine, teams, covered, colleagues, nobodys] = await Promise.all(
      Array.from({ length: 5 }, () => house.newClient()),
    );
    const mandate = async (client: string | undefined, requestedBy?: string) =>
      house.given(office, { ...period, client: client ?? '', ...(requestedBy ? { requestedBy } : {}) });
    const made = {
      mine: await mandate(mine),
      teams: await mandate(teams),
      covered: await mandate(covered),
      colleagues: await mandate(colleagues),
      nobodys: await mandate(nobodys),
      asked: await mandate(await house.newClient(), joris), // and given: no more his for having asked
    };
    const team = await house.world.team(office.id, 'Income tax', [joris]);
    await house.world.assign(office.id, mine ?? '', { employee: joris });
    await house.world.assign(office.id, teams ?? '', { team });
    await house.world.assign(office.id, covered ?? '', { employee: sara });
    await house.world.assign(office.id, colleagues ?? '', { employee: bob });
    const cover = (from: string, until: string) =>
      house.rows(
        `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), $2)`,
        ...[office.id, sara, joris, from, until],
      );
    await cover('2027-06-01', '2027-06-15');
    const sorted = (...wanted: string[]) => wanted.toSorted();
    const seen = async (who = office.joris, query = '') => (await ids(who, query)).map(String).toSorted();
    expect(await seen()).toEqual(sorted(made.mine, made.teams, made.covered));
    expect(await seen(office.sara)).toEqual([made.covered]);
    expect(await seen(office.bob)).toEqual([made.colleagues]);
    expect(await seen(office.anna)).toEqual(sorted(...Object.values(made)));
    expect(await seen((await house.office()).anna)).toEqual([]);
    // A filter narrows and never widens.
    expect(await seen(office.anna, `&handler=${joris}`)).toEqual(sorted(made.mine, made.teams, made.covered));
    expect(await seen(office.joris, `&handler=${bob}`)).toEqual([]);
    expect(await seen(office.joris, `&client=${colleagues}`)).toEqual([]);
    house.clock.moveTo('2027-06-15'); // Sara is back
    expect(await seen()).toEqual(sorted(made.mine, made.teams));
    for (const who of [people.yasmina, people.olga, people.tax])
      expect((await house.as(who).get(path)).body.code).toBe('wrong-kind-of-actor');
    await house.rows('UPDATE employee SET ended_at = now() WHERE id = $1', joris);
    expect((await house.as(office.joris).get(path)).body.code).toBe('employment-ended');
  });

  it('is filtered by what is due, unused or ends soon, and says when it is', async () => {
    const old = await house.given(office, { from: '2027-01-10', until: '2029-03-01' });
    const young = await house.given(office, { from: '2028-03-01', until: '2030-03-01' });
    await house.use(young, '2028-03-02');
    await house.use(old, '2027-12-31');
    house.clock.moveTo('2028-12-31');
    expect(await ids(office.anna, '&due=true')).toEqual([old]);
    expect(await ids(office.anna, '&due=false')).toEqual([young]);
    expect(await ids(office.anna, '&unusedMonths=12')).toEqual([old]);
    expect(await ids(office.anna, '&unusedMonths=9')).toEqual([old, young]);
    expect(await ids(office.anna, '&unusedMonths=13')).toEqual([]);
    expect(await ids(office.anna, '&endsWithinDays=60')).toEqual([old]);
    expect(await ids(office.anna, '&endsWithinDays=59')).toEqual([]);
    house.clock.moveToInstant('2029-02-28T22:59:00Z');
    expect(await ids(office.anna, '&due=true')).toEqual([old]);
    house.clock.moveToInstant('2029-02-28T23:00:00Z'); // 1 March in the Netherlands: a year, and the end of the other
    expect(await ids(office.anna, '&due=true')).toEqual([young]);
    for (const wrong of [
      'unusedMonths=0',
      'endsWithinDays=x',
      'sort=name',
      'handler=me',
      'cursor=x',
      'due=1',
    ])
      expect((await house.as(office.anna).get(`${path}?${wrong}`)).status).toBe(400);
  });

  it('comes in pages, by the day of the review or by the end, each mandate once', async () => {
    const made: string[] = [];
    for (let place = 0; place < 7; place++)
      made.push(
        await house.given(office, {
          from: `2027-01-0${1 + (place % 3)}`,
          until: `2031-01-0${1 + ((place * 2) % 5)}`,
        }),
      );
    house.clock.moveTo('2027-06-01');
    for (const sort of ['due', 'end'] as const) {
      const walked: Record<string, unknown>[] = [];
      let next: string | undefined = `${path}?limit=2&sort=${sort}`;
      while (next) {
        const answer = await house.as(office.anna).get(next);
        walked.push(...(answer.body as { items: Record<string, unknown>[] }).items);
        next = /<(.*)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
      }
      expect(walked.map(({ mandate }) => mandate).toSorted()).toEqual(made.toSorted());
      const days = walked.map((item) =>
        String(sort === 'due' ? item.dueSince : (item.period as typeof period).until),
      );
      expect(days).toEqual(days.toSorted());
    }
  });

  it('is on the record, with how many were shown (R40)', async () => {
    house.clock.moveTo('2027-06-01');
    await house.given(office, period);
    await ids(office.joris);
    await ids(office.anna);
    const lines = await house.rows(
      `SELECT outcome, details FROM trail WHERE action = 'mandate.review' AND organisation_id = $1 ORDER BY position`,
      office.id,
    );
    expect(lines).toEqual([
      { outcome: 'permitted', details: { mandates: 0 } },
      { outcome: 'permitted', details: { mandates: 1 } },
    ]);
  });
});

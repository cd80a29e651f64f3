import pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const officials = { olga: 'official:test:official-olga', otto: 'official:test:official-otto' };

/** As the application's role, in the name of somebody: what the database refuses by itself. */
async function as(actor: string, ...statements: [sql: string, values?: unknown[]][]): Promise<string> {
  const client = new pg.Client({ connectionString: scene.database.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE volmacht_app');
    await client.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', 'substantial', true)`,
      [actor, scene.clock.now().toISOString()],
    );
    let rows = 0;
    for (const [sql, values] of statements) rows = (await client.query(sql, values)).rowCount ?? 0;
    await client.query('COMMIT');
    return `${rows} rows`;
  } catch (error) {
    await client.query('ROLLBACK');
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

const refused = /^(23514|42501)$/;
const approve = (order: { id: string }, official: string): [string, unknown[]] => [
  `INSERT INTO court_order_approval (order_id, round, official, at, reason)
   SELECT id, round, $2, acting_now(), 'Compared.' FROM court_order WHERE id = $1`,
  [order.id, official.replace('official:', '')],
];
const verify = (order: { id: string }): [string, unknown[]] => [
  `UPDATE court_order SET state = 'verified', verified_at = acting_now(), verified_by = 'officials' WHERE id = $1`,
  [order.id],
];

describe('The database by itself', () => {
  it('lets no order work with one official, nor with the same one twice', async () => {
    const order = await scene.waiting();
    expect(await as(officials.olga, verify(order))).toMatch(refused);
    await scene.expecting(200, scene.approve(cast.olga, order));
    expect(await as(officials.olga, verify(order))).toMatch(refused);
    expect(await as(officials.olga, approve(order, officials.olga), verify(order))).toBe('23505');
  });

  it('R21, R29: lets nothing begin of a lifted measure, nor by the register alone while a report of the case waits', async () => {
    const caseNumber = 'C/99/lifted BM';
    const first = await scene.verified({ caseNumber, givenOn: '2026-11-02' });
    const order = await scene.waiting(
      { caseNumber, givenOn: '2026-11-02', position: 'additional' },
      cast.joris,
    );
    await scene.expecting(200, scene.approve(cast.olga, order));
    await scene.expecting(200, scene.change(first, 'lifted', scene.today()));
    expect(await as(officials.otto, approve(order, officials.otto), verify(order))).toBe('23514');

    const other = await scene.waiting({ caseNumber: 'C/99/told CU', ground: 'mentorschap' });
    const told = {
      eventId: 'e',
      court: 'Rechtbank Voorbeeldstad',
      caseNumber: 'C/99/told CU',
      kind: 'dismissed',
    };
    const report = JSON.stringify({ ...told, on: scene.today(), kvk: '90001234' });
    const alone: [string, unknown[]] = [
      `UPDATE court_order SET state = 'verified', verified_at = acting_now(), verified_by = 'register',
              register = 'confirms' WHERE id = $1`,
      [other.id],
    ];
    const take: [string, unknown[]] = ['SELECT take_report($1, $2, $3)', [newId(), report, 'f']];
    expect(await as('job:check-court-orders', take, alone)).toBe('23514');
    expect(await as('job:check-court-orders', alone)).toBe('1 rows');
  });

  it('takes no approval in the name of another, of the submitter, or of an earlier version', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.olga, order));
    const { rows } = await scene.database.admin.query<{ submitter: string }>(
      'SELECT submitter FROM court_order WHERE id = $1',
      [order.id],
    );
    const submitter = `official:${rows[0]?.submitter}`;
    await scene.database.admin.query(
      `INSERT INTO official (id, subject, since) VALUES ($1, $2, now()), ($3, 'test:official-otto', now())`,
      [newId(), rows[0]?.submitter, newId()],
    );
    expect(await as(officials.olga, approve(order, officials.otto))).toMatch(refused);
    expect(await as(submitter, approve(order, submitter))).toMatch(refused);
    const old: [string, unknown[]] = [
      `INSERT INTO court_order_approval (order_id, round, official, at, reason) VALUES ($1, 7, 'test:official-otto', acting_now(), 'x')`,
      [order.id],
    ];
    expect(await as(officials.otto, old)).toMatch(refused);
  });

  it('gives no mandate on a legal ground without a verified order, whoever asks', async () => {
    const order = await scene.waiting();
    const mandate = (ground: string, by: string): [string, unknown[]] => [
      `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at, offered_at,
                            activated_at, ground, court_order_id)
       VALUES ($1, $2, $3, 'active', acting_day(), 'infinity', acting_day(), acting_now(), acting_now(), acting_now(), $4, $5)`,
      [newId(), scene.pieter, scene.haven, ground, by],
    ];
    const begin: [string, unknown[]] = [
      `SELECT begin_by_order($1, $2, acting_day(), 'infinity', '[]', NULL)`,
      [order.id, newId()],
    ];
    for (const actor of [officials.olga, 'job:check-court-orders']) {
      expect(await as(actor, mandate('bewind', order.id))).toMatch(refused);
      expect(await as(actor, begin)).toMatch(refused);
    }
    const verified = await scene.verified();
    expect(await as(officials.olga, mandate('curatele', verified.id))).toMatch(refused); // on another ground
    const other = await scene.world.client('999990044');
    expect(
      await as(officials.olga, [
        mandate('bewind', verified.id)[0],
        [newId(), other, scene.haven, 'bewind', verified.id],
      ]),
    ).toMatch(refused);
  });

  it('lets nobody but an official or a job end something by an order', async () => {
    const order = await scene.verified();
    const voluntary = await scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer });
    const end: [string, unknown[]] = [
      `SELECT end_by_order($1, $2, acting_day(), 'curatele')`,
      [order.id, voluntary],
    ];
    for (const actor of [`employee:${scene.employees.gerda}:${scene.haven}`, `citizen:${scene.pieter}`])
      expect(await as(actor, end)).toBe('42501');
    const others = await scene.world.client('999990044');
    const willems = await scene.world.mandate({ client: others, organisation: scene.vermeer });
    await as(officials.olga, [`SELECT end_by_order($1, $2, acting_day(), 'curatele')`, [order.id, willems]]);
    expect(await scene.mandate(willems)).toMatchObject({ state: 'active' }); // of another client
  });

  it('shows a suspended official nothing, and lets nobody decide about himself', async () => {
    await scene.verified();
    const looks: [string][] = ['court_order', 'mandate', 'client', 'trail', 'employee'].map((table) => [
      `SELECT FROM ${table}`,
    ]);
    for (const [sql] of looks) expect(await as(officials.olga, [sql])).not.toBe('0 rows');
    const suspend = `UPDATE official SET standing = 'suspended', reason = 'x', changed_at = acting_now(), changed_by = acting_id()
                      WHERE subject = 'test:official-olga'`;
    expect(await as(officials.olga, [suspend])).toBe('0 rows');
    expect(await as(officials.otto, [suspend])).toBe('1 rows');
    for (const [sql] of looks) expect(await as(officials.olga, [sql])).toBe('0 rows');
  });

  it('shows an order to its office and its ward, and to no other', async () => {
    const [waiting] = [await scene.waiting()];
    await scene.verified({ position: 'additional' });
    const count = (actor: string) => as(actor, ['SELECT FROM court_order']);
    expect(await count(`employee:${scene.employees.gerda}:${scene.haven}`)).toBe('2 rows');
    expect(await count(`employee:${scene.employees.joris}:${scene.vermeer}`)).toBe('0 rows');
    expect(await count(`citizen:${scene.pieter}`)).toBe('1 rows');
    expect(await as(`citizen:${scene.pieter}`, ['SELECT FROM court_order_evidence'])).toBe('0 rows');
    expect(await as(`citizen:${scene.pieter}`, verify(waiting))).toBe('0 rows');
  });

  it('takes reports from the register alone, and keeps what was decided', async () => {
    const report: [string, unknown[]] = [
      'SELECT take_report($1, $2, $3)',
      [
        newId(),
        JSON.stringify({ eventId: 'e', court: 'c', caseNumber: 'C/1', kind: 'lifted', on: '2027-01-01' }),
        'f',
      ],
    ];
    expect(await as(officials.olga, report)).toBe('42501');
    expect(await as('system:00000099000000007000', report)).toBe('1 rows');
    expect(await as('system:00000099000000007000', ['SELECT FROM court_register_report'])).toBe('0 rows');
  });
});

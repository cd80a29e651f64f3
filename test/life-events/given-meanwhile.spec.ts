import { citizen, oins, people, representative } from '../support/cast.ts';
import { inARow } from '../support/in-a-row.ts';
import type { Office } from '../mandates/scene.ts';
import { type LifeScene, openLifeScene, push } from './scene.ts';

/* R18, R30: a mandate and the death of who gives it come one after the other, never past each other. */

let scene: LifeScene;
let office: Office;
beforeAll(async () => {
  scene = await openLifeScene();
  office = await scene.office();
});
afterAll(() => scene.close());

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const isBsn = (digits: string) =>
  [...digits].reduce((sum, digit, place) => sum + Number(digit) * (weights[place] ?? 0), 0) % 11 === 0;
/** Test BSNs of which no other test has heard. */
function* strangers(): Generator<string, never> {
  for (let number = 999_910_000; ; number++) if (isBsn(String(number))) yield String(number);
}
const numbers = strangers();
const somebody = async () => {
  const bsn = numbers.next().value;
  return { bsn, client: await scene.world.client(bsn) };
};

const gift = (organisation: string) => ({
  ...{ organisation, from: scene.world.day(0), until: scene.world.day(90) },
  lines: [{ sender: oins.tax, category: 'financial', actions: ['read'] }],
});
const gives = (bsn: string, organisation = office.id) =>
  scene.as(citizen(bsn)).post('/v1/mandates', gift(organisation));
const dies = (bsn: string) => push(scene, { bsn, kind: 'death', effectiveOn: scene.world.day(0) });
const said = ({ status, body }: { status: number; body: unknown }) =>
  [status, (body as { code?: string } | undefined)?.code].filter((part) => part !== undefined).join(' ');
const states = async (client: string) =>
  (await scene.database.admin.query('SELECT state, end_reason FROM mandate WHERE client_id = $1', [client]))
    .rows as { state: string; end_reason: string | null }[];

describe('A client gives a mandate in the instant in which his death comes in', () => {
  it('told first, he gave nothing, and hears why', async () => {
    const { bsn, client } = await somebody();
    const answers = await inARow(scene.database, client, [() => dies(bsn), () => gives(bsn)]);
    expect(answers.map(said)).toEqual(['204', '403 person-died']);
    expect(await states(client)).toEqual([]);
  });

  it('told a moment later, what he gave ends with his death, and the office hears of it', async () => {
    const { bsn, client } = await somebody();
    const answers = await inARow(scene.database, client, [() => gives(bsn), () => dies(bsn)]);
    expect(answers.map(said)).toEqual(['201', '204']);
    expect(await states(client)).toEqual([{ state: 'ended', end_reason: 'death' }]);
    const told = await scene.as(office.anna).get('/v1/notices?kind=client-died');
    expect(told.body.items).toHaveLength(1);
  });

  it('thirty people at once, whoever comes first: of none a mandate is left, and nothing breaks', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, somebody));
    const answers = await Promise.all(
      all.map(async ({ bsn }, place) => {
        const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
        return Promise.all([
          later((place % 6) * 3).then(() => gives(bsn)),
          later((place % 5) * 4).then(() => dies(bsn)),
        ]);
      }),
    );
    const seen = new Set(answers.flat().map(said));
    expect([...seen].filter((one) => !['201', '204', '403 person-died'].includes(one))).toEqual([]);
    for (const { client } of all)
      for (const mandate of await states(client))
        expect(mandate).toEqual({ state: 'ended', end_reason: 'death' });
  });
});

describe('What Yasmina was asked, and answers in that instant', () => {
  it.each([
    ['consents online', '403 person-died'],
    ['hands over her code', '409 wrong-code'],
  ])('%s: nothing begins', async (how, answer) => {
    const asked = await scene.offered(office.joris, { lines: gift(office.id).lines });
    const code = await scene.code(asked);
    const client = await scene.clientOf(asked);
    const answers = await inARow(scene.database, client, [
      () => dies('999990019'),
      () =>
        how === 'consents online'
          ? scene.act(people.yasmina, asked, 'consent')
          : scene.act(office.joris, asked, 'activation', { code }),
    ]);
    expect(answers.map(said)).toEqual(['204', answer]);
    expect(await states(client)).not.toContainEqual(expect.objectContaining({ state: 'active' }));
    await scene.database.admin.query('UPDATE client SET died_on = NULL WHERE id = $1', [client]);
    await scene.database.admin.query('DELETE FROM life_event WHERE client_id = $1', [client]);
    await scene.act(office.joris, asked, 'withdrawal');
  });
});

it('Ruben, who represents others by himself, dies: what somebody gives him in that instant does not stay', async () => {
  const ruben = numbers.next().value;
  const path = '/v1/representative-organisations';
  const wish = { name: 'Ruben', kind: 'individual', administratorName: 'Ruben' };
  const { id } = await scene.expecting(201, scene.as(representative(ruben)).post(path, wish));
  await scene.expecting(200, scene.as(people.olga).post(`${path}/${id}/recognition`));
  const person = await scene.world.client(ruben);
  const [first, second] = [await somebody(), await somebody()];
  const answers = await inARow(scene.database, person, [
    () => gives(first.bsn, id),
    () => dies(ruben),
    () => gives(second.bsn, id),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 204, 404]);
  expect(await states(first.client)).toEqual([{ state: 'ended', end_reason: 'death' }]);
  expect(await states(second.client)).toEqual([]);
});

describe('Whatever the application asks of the database', () => {
  /** What the application's role is answered when a client who died, or a job, lets a mandate begin. */
  async function begins(client: string, isolation = 'READ COMMITTED'): Promise<string> {
    const role = await scene.database.admin.connect();
    try {
      await role.query(`BEGIN ISOLATION LEVEL ${isolation}; SET LOCAL ROLE volmacht_app`);
      await role.query(
        `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true),
                set_config('app.assurance', 'substantial', true)`,
        [`citizen:${client}`, scene.clock.now().toISOString()],
      );
      await role.query(
        `INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                              offered_at, activated_at)
         VALUES (gen_random_uuid(), $1, $2, 'active', $3, $4, $3, acting_now(), acting_now(), acting_now())`,
        [client, office.id, scene.world.day(0), scene.world.day(90)],
      );
      return 'begins';
    } catch (error) {
      return (error as { constraint?: string }).constraint ?? String(error);
    } finally {
      await role.query('ROLLBACK');
      role.release();
    }
  }

  it('nothing of a client begins after his death, nor in a snapshot that may be older than that', async () => {
    const { bsn, client } = await somebody();
    expect(await begins(client)).toBe('begins');
    expect(await begins(client, 'REPEATABLE READ')).toBe('mandate_of_the_living');
    await scene.tell({ bsn, kind: 'death', effectiveOn: scene.world.day(0) });
    expect(await begins(client)).toBe('mandate_of_the_living');
  });
});

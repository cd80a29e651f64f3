import pg from 'pg';
import { oins, people } from '../support/cast.ts';
import { untilSomebodyWaits } from '../support/in-a-row.ts';
import { type DayScene, openDayScene } from './access-history.scene.ts';

/* Who did read is among those who could, also when a change had to wait for another one. */

let scene: DayScene;
let other: pg.Client;
let assigned: string;
beforeEach(async () => {
  scene = await openDayScene();
  await scene.granted();
  assigned = (await scene.assign({ employee: scene.firm.employees.joris })).id;
  await scene.assign({ employee: scene.firm.employees.sara });
  other = new pg.Client({ connectionString: scene.database.url });
  await other.connect();
});
afterEach(async () => {
  await other.end();
  await scene.close();
});

/** Joris reads while this change waits for another work that holds the row; then it is done. */
async function readsMeanwhile(holding: string, change: () => PromiseLike<{ status: number }>): Promise<void> {
  await other.query('BEGIN');
  await other.query(holding);
  const changing = Promise.resolve(change());
  await untilSomebodyWaits(scene.database);
  const read = await scene.as(scene.firm.joris).get(`/v1/messages/${scene.message}`);
  expect(read.status).toBe(200);
  await other.query('COMMIT');
  expect((await changing).status).toBeLessThan(300);
  expect((await scene.as(scene.firm.joris).get(`/v1/messages/${scene.message}`)).status).not.toBe(200);
}

/** Whether each reading of the day lies within the stretch in which Joris could. */
async function withinWhatHeCould(): Promise<boolean[]> {
  const { could, items } = await scene.seen('2027-02-01');
  const stretches = could.flatMap((one) => one.stretches);
  const reads = items.filter(
    (item) =>
      item.action === 'inbox.read' && (item as unknown as { outcome: string }).outcome === 'permitted',
  );
  expect(reads).not.toHaveLength(0);
  return reads.map((item) => {
    const { at } = item as unknown as { at: string };
    return stretches.some(
      ({ from, until, employees, shieldedByClient }) =>
        from <= at &&
        at < until &&
        shieldedByClient !== true &&
        employees?.some(({ name }) => name === 'joris') === true,
    );
  });
}

it.each([
  [
    'Yasmina revokes',
    `SELECT FROM mandate FOR UPDATE`,
    async () => {
      const { items } = (await scene.as(people.yasmina).get('/v1/mandates')).body as {
        items: { id: string }[];
      };
      return scene.act(people.yasmina, items[0] ?? { id: '' }, 'revocation', {});
    },
  ],
  [
    'an official suspends the office',
    `SELECT FROM organisation FOR UPDATE`,
    () =>
      scene
        .as(people.olga)
        .post(`/v1/representative-organisations/${scene.firm.id}/suspension`, { reason: 'Looked into.' }),
  ],
  [
    'Joris leaves',
    `SELECT FROM employee FOR UPDATE`,
    () =>
      scene
        .as(scene.firm.anna)
        .post(
          `/v1/representative-organisations/${scene.firm.id}/employees/${scene.firm.employees.joris}/departure`,
          {},
        ),
  ],
  [
    'Anna takes her from Joris',
    `SELECT FROM assignment FOR UPDATE`,
    () =>
      scene
        .as(scene.firm.anna)
        .delete(`/v1/representative-organisations/${scene.firm.id}/assignments/${assigned}`),
  ],
  [
    'Yasmina shields it',
    `SELECT pg_advisory_xact_lock(hashtextextended('shields ' || id, 0)) FROM client`,
    () => scene.as(people.yasmina).post('/v1/shields', { sender: oins.tax }),
  ],
])('%s, and it waits: what Joris read meanwhile lies within what he could', async (_, holding, change) => {
  await readsMeanwhile(holding, change);
  expect(await withinWhatHeCould()).not.toContain(false);
});

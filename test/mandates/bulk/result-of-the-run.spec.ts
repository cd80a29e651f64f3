import { addDays, addYears, dayOf } from '../../../src/domain/day.ts';
import { manyBsns } from '../../support/cast.ts';
import { rowsOf } from '../../support/csv-rows.ts';
import type { Office } from '../scene.ts';
import { type BulkScene, openBulk } from './runs.ts';

let scene: BulkScene;
let office: Office;
beforeAll(async () => {
  scene = await openBulk();
  office = await scene.office();
});
afterAll(() => scene.close());

const today = dayOf(new Date());
const file = async ({ id }: { id: string }, claims = office.joris) =>
  rowsOf((await scene.as(claims).get(`/v1/bulk-runs/${id}/result`)).text);

describe('The result belongs to the run', () => {
  it('Joris’s run still names what it made, also when the client gave it and went to Sara; the mandate is not his to see (R33)', async () => {
    const clients = await Promise.all(manyBsns(2).map((bsn) => scene.world.client(bsn)));
    const ids: string[] = [];
    for (const client of clients) {
      ids.push(await scene.world.mandate({ client, organisation: office.id, until: addDays(today, 40) }));
      await scene.world.assign(office.id, client, { employee: office.employees.joris });
    }
    const run = await scene.check(office.joris, 'renewal', { until: addYears(today, 3), mandates: ids });
    await scene.confirm(office.joris, run);
    await scene.carryOut();
    const before = await file(run);
    expect(before.map((row) => row[5])).toEqual(ids);
    const [renewed = ''] = before.map((row) => row[6] ?? '');
    const { admin } = scene.database;
    await admin.query(
      `UPDATE mandate SET state = 'active', offered_at = now(), activated_at = now() WHERE id = $1`,
      [renewed],
    );
    await admin.query(`UPDATE assignment SET employee_id = $2 WHERE client_id = $1`, [
      ...[clients[0], office.employees.sara],
    ]);
    expect((await scene.as(office.joris).get(`/v1/mandates/${renewed}`)).status).toBe(404);
    const nameless = (row: string[]) => row.filter((_, column) => column !== 3);
    expect((await file(run)).map(nameless)).toEqual(before.map(nameless));
    expect((await scene.as((await scene.office()).anna).get(`/v1/bulk-runs/${run.id}/result`)).status).toBe(
      404,
    );
  });

  it('What was renewed by another before the run is not what the run made', async () => {
    const client = await scene.world.client(manyBsns(3)[2] ?? '');
    const mandate = await scene.world.mandate({ client, organisation: office.id, until: addDays(today, 40) });
    await scene.world.assign(office.id, client, { employee: office.employees.joris });
    const earlier = await scene.act(office.joris, { id: mandate }, 'renewal', { until: addYears(today, 2) });
    await scene.act(office.joris, { id: (earlier.body as { id: string }).id }, 'withdrawal');
    const run = await scene.check(office.joris, 'renewal', {
      until: addYears(today, 3),
      mandates: [mandate],
    });
    await scene.confirm(office.joris, run);
    await scene.carryOut();
    const [row = []] = await file(run);
    expect([row[4], row[5]]).toEqual(['gedaan', mandate]);
    expect([undefined, '', (earlier.body as { id: string }).id]).not.toContain(row[6]);
  });
});

import { addDays, dayOf } from '../../src/domain/day.ts';
import { type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let client: string;
beforeAll(async () => {
  scene = await openScene();
  client = await scene.world.client(people.yasmina.bsn as string);
  office = await scene.office();
  await scene.world.assign(office.id, client, { employee: office.employees.joris });
});
afterAll(() => scene.close());

describe('Who is told of an end', () => {
  it('Only the other side, by who ends it, and nothing that did not happen: the database itself keeps to that', async () => {
    const mandate = await scene.active(office.joris);
    const other = await scene.active(office.joris, {
      lines: [{ sender: people.svb.oin, category: 'care', actions: ['read'] }],
      until: addDays(dayOf(new Date()), 300),
    });
    const attempt = async (actor: string, change: string, kind: string, recipient: string, about: string) => {
      const one = await scene.database.admin.connect();
      try {
        await one.query('BEGIN; SET LOCAL ROLE volmacht_app');
        await one.query(
          `SELECT set_config('app.actor', $1, true), set_config('app.now', date_trunc('milliseconds', now())::text, true),
                  set_config('app.assurance', 'substantial', true)`,
          [actor],
        );
        if (change)
          await one.query(`UPDATE mandate SET state = $2, ended_at = acting_now() WHERE id = $1`, [
            mandate.id,
            change,
          ]);
        return await one
          .query(
            `INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at)
             VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, acting_day(), acting_day(), acting_now())`,
            [kind, client, office.id, about, recipient],
          )
          .then(
            () => 'told',
            ({ code }: { code: string }) => code,
          );
      } finally {
        await one.query('ROLLBACK');
        one.release();
      }
    };
    const [hers, ours] = [`citizen:${client}`, `employee:${office.employees.joris}:${office.id}`];
    expect(await attempt(hers, 'revoked', 'revoked', 'organisation', mandate.id)).toBe('told');
    expect(await attempt(ours, 'renounced', 'renounced', 'client', mandate.id)).toBe('told');
    for (const given of [
      [ours, '', 'renounced', 'client', mandate.id],
      [ours, 'renounced', 'revoked', 'organisation', mandate.id],
      [ours, 'renounced', 'renounced', 'organisation', mandate.id],
      [ours, 'renounced', 'renounced', 'client', other.id],
      [ours, 'renounced', 'renewal-withdrawn', 'client', mandate.id],
      [ours, 'renounced', 'ending-7', 'client', mandate.id],
      [hers, 'revoked', 'unused-ended', 'organisation', mandate.id],
    ] as [string, string, string, string, string][])
      expect([given, await attempt(...given)]).toEqual([given, '42501']);
  });
});

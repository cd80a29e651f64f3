import { join } from './joined.scene.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const bsn = '999990019';

describe('What the database keeps of it', () => {
  it('Every key that holds the client beside something else can wait until all of it moved', async () => {
    const stiff = await scene.rows(
      `SELECT c.conrelid::regclass::text AS place, c.conname AS name FROM pg_constraint c
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'client_id'
        WHERE c.contype = 'f' AND c.confrelid <> 'client'::regclass AND NOT c.condeferrable`,
    );
    expect(stiff).toEqual([]);
  });

  it('Of everything that can be there once for a client, somebody thought what two of it become', async () => {
    const once = await scene.rows(
      `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attname = 'client_id'
        WHERE (i.indisunique OR i.indisexclusion) ORDER BY 1`,
    );
    expect(once.map(({ name }) => name)).toEqual([
      'assignment_once', // that of the one that goes ends
      'attachment_part_pkey', // a message is of one of them
      'attachment_pkey',
      'client_contact_client_id_key', // that of the one that stays, or none beside a register
      'client_life_pkey', // of who has a BSN, and he is never the one that goes
      'client_preference_pkey', // that of the one that stays
      'court_order_once', // a court knows him by his BSN, and he is never the one that goes
      'death_was_pkey', // the same
      'identity_candidate_pkey', // once is enough
      'mandate_was_pkey', // a mandate is of one of them
      'message_mark_pkey',
      'message_pkey',
      'one_claim_at_a_time', // the other gives up its claim, and goes on
      'shield_once', // that of the one that goes ends; the same is shielded
    ]);
  });

  it('Two with a BSN each are never joined, and who has one never goes', async () => {
    const [one, other] = [await scene.world.client(bsn), await scene.world.client('999990032')];
    const account = await scene.opened(people.elise);
    for (const [gone, stays] of [
      [one, other],
      [one, account],
    ] as const)
      await expect(join(scene, { account: gone, client: stays })).rejects.toMatchObject({ code: '23514' });
    await join(scene, { account, client: one });
  });
});

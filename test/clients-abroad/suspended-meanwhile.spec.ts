import { inARow } from '../support/in-a-row.ts';
import { openPapers, type PaperScene } from './paper.scene.ts';
import { people } from './scene.ts';

let scene: PaperScene;
let official: string;
beforeAll(async () => {
  scene = await openPapers();
  const body = { official: 'test:official-otto' };
  official = (await scene.asked(201, scene.as(people.olga).post('/v1/officials', body))).id;
});
afterAll(() => scene.close());

const form = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: '999990056' };
const step = (what: 'suspension' | 'reinstatement') =>
  scene.as(people.oscar).post(`/v1/officials/${official}/${what}`, { reason: 'It is being looked into.' });

type Answer = { status: number; body: Record<string, unknown> };

/** Lets things that wait for Otto happen one after the other, in the order in which they are given. */
const whileOttoWaits = async (...things: (() => PromiseLike<Answer>)[]) =>
  (await inARow(scene.database, 'official:test:official-otto', things)).map(({ status, body }) => [
    status,
    body.code,
  ]);

/** Olga entered a form of Klaus: whose it is Otto may propose. */
async function asked(givenNames: string) {
  const [client, id] = [
    await scene.world.client('999990056'),
    await scene.entered({ ...form, givenNames }, people.olga),
  ];
  return { id, propose: () => scene.propose(id, { decision: 'grant', client }, people.otto) };
}

describe('What an official does and his suspension come one after the other', () => {
  afterEach(async () => void (await scene.asked(200, step('reinstatement'))));

  it('What Otto proposed just before counts no more', async () => {
    const { id, propose } = await asked('Klaus One');
    expect(await whileOttoWaits(propose, () => step('suspension'))).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect((await scene.see(id)).proposal).toBeUndefined();
  });

  it('Just after, he proposes nothing, and hears why', async () => {
    const { id, propose } = await asked('Klaus Two');
    expect(await whileOttoWaits(() => step('suspension'), propose)).toEqual([
      [200, undefined],
      [403, 'official-suspended'],
    ]);
    expect((await scene.see(id)).proposal).toBeUndefined();
  });

  it('So it is with paper that he enters: what he entered before begins nothing, also when he is back', async () => {
    const { kvk } = await scene.office();
    const entered = scene.enter(scene.signed(kvk), people.otto);
    const answers = await whileOttoWaits(
      () => entered,
      () => step('suspension'),
      () => scene.enter(scene.signed(kvk), people.otto),
    );
    expect(answers).toEqual([
      [201, undefined],
      [200, undefined],
      [403, 'official-suspended'],
    ]);
    await scene.asked(200, step('reinstatement'));
    await scene.tasks();
    const { status, body } = await scene.settle(String((await entered).body.id), 'confirmation');
    expect([status, body.code]).toEqual([403, 'entered-by-suspended']);
    await scene.asked(200, step('suspension'));
  });

  it('However often it happens at once, nobody hears of a fault of ours', async () => {
    const answers: unknown[] = [];
    for (let round = 0; round < 10; round++) {
      const { kvk } = await scene.office();
      const [paper] = await Promise.all([scene.enter(scene.signed(kvk), people.otto), step('suspension')]);
      if (paper.status === 201) {
        const [row] = await scene.rows(
          'SELECT entrant_suspended FROM paper_mandate WHERE id = $1',
          paper.body.id,
        );
        answers.push(row?.entrant_suspended);
      } else answers.push(paper.body.code === 'official-suspended' || [paper.status, paper.body.code]);
      await scene.asked(200, step('reinstatement'));
    }
    expect(answers).toEqual(answers.map(() => true));
    await scene.asked(200, step('suspension'));
  });

  it('The database keeps it, whatever the application asks', async () => {
    const { id } = await asked('Klaus Three');
    await scene.asked(200, step('suspension'));
    const acting = await scene.database.admin.connect();
    await acting.query('BEGIN; SET LOCAL ROLE volmacht_app');
    await acting.query(
      `SELECT set_config('app.actor', 'official:test:official-otto', true), set_config('app.now', now()::text, true),
              set_config('app.assurance', 'substantial', true)`,
    );
    const propose = `INSERT INTO identity_proposal (case_id, client_id, proposed_by, proposed_at, reason, id)
      VALUES ('${id}', gen_random_uuid(), 'official:test:official-otto', acting_now(), 'x', gen_random_uuid())`;
    await expect(acting.query(propose)).rejects.toThrow(/suspended meanwhile/);
    await acting.query('ROLLBACK');
    acting.release();
  });
});

import { newId } from '../../src/platform/ids.ts';
import { klaus, openPapers, type PaperScene, people, said } from './paper.scene.ts';

let scene: PaperScene;
let office: Awaited<ReturnType<PaperScene['office']>>;
beforeAll(async () => void (scene = await openPapers()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

describe('Two different officials', () => {
  it('Who entered it does not confirm it; he may take it back', async () => {
    const { id } = await scene.paper(office.kvk);
    expect(await scene.confirm(id, people.otto)).toEqual([403, 'own-request']);
    expect((await scene.settle(id, 'rejection', people.otto)).body).toMatchObject({ state: 'rejected' });
    expect(await scene.confirm(id)).toEqual([409, 'move-not-possible']);
  });

  it('What an official entered who was suspended since, begins nothing; nor does one who is suspended decide', async () => {
    const [{ id }, official] = [await scene.paper(office.kvk), 'test:official-otto'];
    const standing = (now: string) =>
      scene.rows(
        `INSERT INTO official (id, subject, standing, reason, since, changed_at, changed_by)
         VALUES ($1, $2, $3, 'x', now(), now(), 'test:official-olga') ON CONFLICT (subject) DO UPDATE SET standing = $3`,
        ...[newId(), official, now],
      );
    await standing('suspended');
    expect(await scene.confirm(id)).toEqual([403, 'entered-by-suspended']);
    expect(await scene.obstacles(id)).toEqual(['entered-by-suspended']);
    expect(said(await scene.settle(id, 'rejection', people.otto))).toEqual([403, 'official-suspended']);
    expect(said(await scene.as(people.otto).get(`/v1/paper-mandates/${id}`))).toEqual([
      403,
      'official-suspended',
    ]);
    // Back at work, he enters it again (decision 68): what he entered before counts no more.
    await standing('active');
    expect(await scene.confirm(id)).toEqual([403, 'entered-by-suspended']);
    expect(await scene.obstacles(id)).toEqual(['entered-by-suspended']);
    expect((await scene.settle(id, 'rejection', people.otto)).body).toMatchObject({ state: 'rejected' });
    const { id: anew } = await scene.paper(office.kvk);
    expect(await scene.confirm(anew)).toEqual([200, undefined]);
  });

  it('A refusal is on the record with its true reason, and not in the record of the client', async () => {
    const { id } = await scene.paper(office.kvk);
    await scene.confirm(id, people.otto);
    expect(
      await scene.rows(
        `SELECT reason, client_id FROM trail WHERE object_id = $1 AND action = 'paper-mandate.confirm'`,
        id,
      ),
    ).toEqual([{ reason: 'own-request', client_id: null }]);
  });

  it('A request that is repeated has one effect, at each step', async () => {
    const [body, key, other] = [scene.signed(office.kvk), newId(), newId()];
    const first = await scene.asked(201, scene.enter(body, people.otto, key));
    expect(await scene.asked(201, scene.enter(body, people.otto, key))).toEqual(first);
    await scene.tasks();
    const begun = await scene.asked(200, scene.settle(first.id, 'confirmation', people.olga, other));
    expect(await scene.asked(200, scene.settle(first.id, 'confirmation', people.olga, other))).toEqual(begun);
    expect(await scene.rows('SELECT FROM mandate WHERE paper_id = $1', first.id)).toHaveLength(1);
  });

  it('Of two officials who confirm at the same time one comes first', async () => {
    const { id } = await scene.paper(office.kvk);
    const answers = await Promise.all(
      [people.olga, { ...people.olga, sub: 'official-omar' }].map((who) => scene.confirm(id, who)),
    );
    expect(answers.toSorted()).toEqual([
      [200, undefined],
      [409, 'move-not-possible'],
    ]);
  });
});

describe('Officials alone', () => {
  it('Neither client nor office sees or touches it', async () => {
    const { id } = await scene.paper(office.kvk);
    for (const who of [klaus.signsIn, office.anna, people.tax])
      for (const path of ['', `/${id}`, `/${id}/preview`])
        expect(said(await scene.as(who).get(`/v1/paper-mandates${path}`))).toEqual([
          403,
          'wrong-kind-of-actor',
        ]);
  });
});

import { bsns, deliver, kvks, nothing, people } from './scene.ts';
import { cees, dirk, openOffice, told } from './work.scene.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;
let scene: Office['scene'];
let mandate: Office['mandate'];
let ids: Office['ids'];
let act: Office['act'];
let look: Office['look'];
let as: Office['as'];
beforeAll(async () => void ({ scene, mandate, ids, act, look, as } = await openOffice()));
afterAll(() => scene.house.close());

describe('Who sees what was done', () => {
  it('Yasmina sees which office did what and when, without people or notes (R35)', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'giving', { employee: ids.cees });
    await act(cees, id, 'handling', { note: 'She forgot to sign.' });
    await act(people.gerda, id, 'taking');
    const answer = await as(people.yasmina).get(`/v1/messages/${id}/work`);
    expect(answer.body.work).toBeUndefined();
    const [vermeer, haven] = [`Office ${kvks.vermeer}`, `Office ${kvks.haven}`];
    expect(answer.body.items).toMatchObject([
      { act: 'take', organisation: { id: scene.haven, name: haven, kvk: kvks.haven } },
      { act: 'handle', organisation: { id: scene.vermeer, name: vermeer } },
      { act: 'give', organisation: { id: scene.vermeer } },
    ]);
    for (const private_ of ['joris', 'cees', scene.joris, ids.cees, ids.gerda, 'forgot'])
      expect(answer.text).not.toContain(private_);

    const trail = await as(people.yasmina).get(`/v1/trail-entries?organisation=${scene.vermeer}&limit=2`);
    expect(trail.body.items[0]).toMatchObject({
      ...{ action: 'inbox.handle', message: id },
      sentence: {
        nl: `Een medewerker van ${vermeer} gaf aan dat een bericht is afgehandeld.`,
        en: `${vermeer} marked a message as handled.`,
      },
    });
    expect(trail.text).not.toContain('forgot');
    expect((await as(people.pieter).get(`/v1/messages/${id}/work`)).status).toBe(404);
  });

  it('What Joris could not do because Cees has it reads to Yasmina as impossible, not as forbidden', async () => {
    const id = await deliver(scene.house);
    await act(cees, id, 'taking');
    expect((await act(people.joris, id, 'taking')).status).toBe(409);
    await act(dirk, id, 'taking');
    const { body } = await as(people.yasmina).get('/v1/trail-entries?limit=2');
    const vermeer = `Office ${kvks.vermeer}`;
    expect(body.items.map(({ sentence }: { sentence: object }) => sentence)).toEqual([
      {
        nl: `Een medewerker van ${vermeer} wilde met een bericht aan de slag gaan. Dat mocht niet.`,
        en: `${vermeer} tried to start to work on a message. This was refused.`,
      },
      {
        nl: `Een medewerker van ${vermeer} wilde met een bericht aan de slag gaan. Dat kon niet.`,
        en: `${vermeer} tried to start to work on a message. This was not possible.`,
      },
    ]);
  });

  it('Who opens a message sees that Joris has it in hand; Yasmina and another office do not', async () => {
    const id = await deliver(scene.house);
    const opened = async (who: object) => (await as(who).get(`/v1/messages/${id}`)).body;
    expect((await opened(cees)).office).toEqual({ read: true, state: 'open' });
    await act(people.joris, id, 'taking');
    const office = { read: true, state: 'taken', holder: scene.joris, holderName: 'joris' };
    expect((await opened(cees)).office).toEqual(office);
    expect((await opened(people.bob)).office).toEqual(office);
    expect((await opened(people.gerda)).office).toEqual({ read: true, state: 'open' });
    expect(await opened(people.yasmina)).not.toHaveProperty('office');
    await scene.house.database.admin.query(`UPDATE employee SET ended_at = now() WHERE id = $1`, [
      scene.joris,
    ]);
    expect((await opened(cees)).office).toEqual({ read: true, state: 'open' });
    await scene.house.database.admin.query(`UPDATE employee SET ended_at = NULL WHERE id = $1`, [
      scene.joris,
    ]);
    await act(people.joris, id, 'handling');
    expect((await opened(cees)).office).toEqual({ read: true, state: 'handled' });
  });

  it('Two offices of the same client never see each other’s work', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'handling', { note: 'Ours.' });
    expect(await look(people.gerda, id)).toEqual({ work: { state: 'open' }, items: [] });
    expect((await act(people.gerda, id, 'taking')).body).toMatchObject({ holder: { name: 'gerda' } });
    const ours = await look(people.joris, id);
    expect(ours.work).toMatchObject({ state: 'handled', note: 'Ours.' });
    expect(told(ours)).toEqual([['handle', 'joris', undefined]]);
  });

  it('Nothing of it reaches who does not handle the client, now or here (R33, R34)', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'taking');
    for (const who of [dirk, people.anna]) {
      expect((await as(who).get(`/v1/messages/${id}/work`)).status).toBe(404);
      expect((await act(who, id, 'taking', { heldBy: scene.joris })).status).toBe(404);
    }
    const pieters = await deliver(scene.house, { recipient: { bsn: bsns.pieter } });
    expect((await act(people.joris, pieters, 'taking')).status).toBe(404);
    expect((await act(people.joris, nothing, 'taking')).status).toBe(404);
  });

  it('Pages through what was done, newest first', async () => {
    const id = await deliver(scene.house);
    for (const what of ['taking', 'release', 'taking', 'handling', 'reopening']) await act(cees, id, what);
    const seen: string[] = [];
    for (let path: string | undefined = `/v1/messages/${id}/work?limit=2`; path;) {
      const { body, headers } = await as(people.joris).get(path);
      seen.push(...body.items.map((item: { act: string }) => item.act));
      path = /<(.*)>; rel="next"/.exec(headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(['reopen', 'handle', 'take', 'let-go', 'take']);
  });

  it('After a revocation taking is refused, and how far the work is is not told any more (R17)', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'taking', {}).set('Idempotency-Key', 'before-the-end');
    expect((await as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`)).status).toBe(200);
    for (const answer of [
      await act(cees, id, 'taking'),
      await act(cees, id, 'taking', { heldBy: scene.joris }),
      await act(people.joris, id, 'handling'),
      await act(people.joris, id, 'giving', { employee: ids.cees }),
      await as(people.joris).post(`/v1/messages/${id}/taking`, {}, 'before-the-end'),
      await as(people.joris).get(`/v1/messages/${id}/work`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'mandate-revoked']);
      expect(answer.text).not.toContain('joris');
    }
    const later = await deliver(scene.house);
    expect((await act(people.joris, later, 'taking')).status).toBe(404);
    // What the office did stays on the client's record.
    expect((await look(people.yasmina, id)).items.map((item) => item.act)).toEqual(['take']);
  });
});

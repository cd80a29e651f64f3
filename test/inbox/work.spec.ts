import { employee } from '../support/cast.ts';
import { deliver, kvks, nothing, people, trailOf } from './scene.ts';
import { cees, dirk, openOffice, told } from './work.scene.ts';

type Office = Awaited<ReturnType<typeof openOffice>>;
let scene: Office['scene'];
let ids: Office['ids'];
let act: Office['act'];
let look: Office['look'];
let as: Office['as'];
beforeAll(async () => void ({ scene, ids, act, look, as } = await openOffice()));
afterAll(() => scene.house.close());

describe('Working on a message', () => {
  it('Joris takes it, gives it to Cees, who handles it with a note; Joris reopens it: all of it is seen', async () => {
    const id = await deliver(scene.house);
    expect(await look(people.joris, id)).toEqual({ work: { state: 'open' }, items: [] });

    const taken = await act(people.joris, id, 'taking');
    expect(taken.status).toBe(200);
    expect(taken.body).toMatchObject({ state: 'taken', holder: { id: scene.joris, name: 'joris' } });
    const given = await act(people.joris, id, 'giving', { employee: ids.cees });
    expect(given.body).toMatchObject({
      state: 'taken',
      holder: { name: 'cees' },
      changedBy: { name: 'joris' },
    });
    const handled = await act(cees, id, 'handling', { note: 'Objection sent.\nSee the file.' });
    expect(handled.body).toMatchObject({ state: 'handled', note: 'Objection sent.\nSee the file.' });
    expect(handled.body.holder).toBeUndefined();
    const again = await act(people.joris, id, 'reopening', { take: true });
    expect(again.body).toMatchObject({
      state: 'taken',
      holder: { name: 'joris' },
      note: 'Objection sent.\nSee the file.',
    });
    expect((await act(people.joris, id, 'release')).body).toMatchObject({ state: 'open' });

    const seen = await look(people.bob, id);
    expect(seen.work).toMatchObject({ state: 'open', changedBy: { name: 'joris' } });
    expect(told(seen)).toEqual([
      ['let-go', 'joris', undefined],
      ['reopen', 'joris', 'joris'],
      ['handle', 'cees', undefined],
      ['give', 'joris', 'cees'],
      ['take', 'joris', 'joris'],
    ]);
  });

  it('What Joris has, Cees hears of; he takes it over by naming Joris, and not by accident', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'taking');
    for (const [what, body] of [
      ['taking', {}],
      ['taking', { heldBy: ids.dirk }],
      ['giving', { employee: ids.cees }],
      ['release', {}],
      ['handling', {}],
    ] as const) {
      const answer = await act(cees, id, what, body);
      expect([what, answer.status, answer.body.code]).toEqual([what, 409, 'held-by-a-colleague']);
      expect(answer.body).toMatchObject({ holder: scene.joris, holderName: 'joris' });
    }
    expect((await look(cees, id)).work).toMatchObject({ state: 'taken', holder: { name: 'joris' } });
    const over = await act(cees, id, 'taking', { heldBy: scene.joris });
    expect(over.body).toMatchObject({ state: 'taken', holder: { name: 'cees' } });
    const late = await act(people.joris, id, 'handling');
    expect([late.status, late.body.holderName]).toEqual([409, 'cees']);
  });

  it('What is not in the table of moves cannot happen', async () => {
    const id = await deliver(scene.house);
    const refused = async (who: object, what: string, body: object, state: string) => {
      const { status, body: problem } = await act(who, id, what, body);
      expect([what, status, problem.code, problem.state]).toEqual([what, 409, 'move-not-possible', state]);
    };
    await refused(people.joris, 'release', {}, 'open');
    await refused(people.joris, 'reopening', {}, 'open');
    await act(people.joris, id, 'taking');
    await refused(people.joris, 'taking', {}, 'taken');
    await refused(people.joris, 'reopening', {}, 'taken');
    await act(people.joris, id, 'handling');
    for (const what of ['taking', 'release', 'handling']) await refused(cees, what, {}, 'handled');
    await refused(cees, 'giving', { employee: scene.joris }, 'handled');
    const lines = await trailOf(scene.house, 'inbox.handle');
    expect(lines.at(-1)).toMatchObject({ outcome: 'refused', reason: 'move-not-possible', object_id: id });
  });

  it('Of ten who take at once exactly one has it; so of two who take over from the same colleague', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await deliver(scene.house);
      const first = await Promise.all(
        Array.from({ length: 10 }, (_, place) => act(place % 2 ? people.joris : cees, id, 'taking')),
      );
      const won = first.filter(({ status }) => status === 200);
      expect([won.length, new Set(first.map(({ status }) => status))]).toEqual([1, new Set([200, 409])]);
      const holder = won[0]?.body.holder.id as string;
      expect((await look(cees, id)).work?.holder?.id).toBe(holder);
      // Cees has it, whoever had it; then Joris takes it over on four screens at once.
      if (holder !== ids.cees) await act(people.joris, id, 'giving', { employee: ids.cees });
      const over = await Promise.all(
        Array.from({ length: 4 }, () => act(people.joris, id, 'taking', { heldBy: ids.cees })),
      );
      expect(over.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
      expect((await look(cees, id)).items.filter((item) => item.act === 'take').length).toBeLessThanOrEqual(
        2,
      );
    }
  });

  it('A repeat with the same key has one effect, and one line', async () => {
    const id = await deliver(scene.house);
    const [one, two] = [
      await as(people.joris).post(`/v1/messages/${id}/taking`, {}, 'once-only'),
      await as(people.joris).post(`/v1/messages/${id}/taking`, {}, 'once-only'),
    ];
    expect([two.status, two.body]).toEqual([200, one.body]);
    expect((await look(people.joris, id)).items).toHaveLength(1);
  });
});

describe('To whom a message is given', () => {
  it('Not to who could not take it himself: not his client, no role for it, another office, nobody (R33)', async () => {
    const id = await deliver(scene.house);
    await act(people.joris, id, 'taking');
    for (const other of [ids.dirk, ids.bob, ids.gerda, nothing]) {
      const answer = await act(people.joris, id, 'giving', { employee: other });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
      expect(answer.body.errors).toMatchObject([
        { location: { pointer: '#/employee' }, code: 'cannot-take' },
      ]);
    }
    const self = await act(people.joris, id, 'giving', { employee: scene.joris });
    expect(self.body.errors).toMatchObject([{ code: 'yourself' }]);
    expect((await look(people.joris, id)).work).toMatchObject({ holder: { name: 'joris' } });
  });

  it('Dirk gets it as soon as he stands in for Joris, and not a day later (R33)', async () => {
    const id = await deliver(scene.house);
    const { house, vermeer, joris } = scene;
    await house.database.admin.query(
      `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
       VALUES (gen_random_uuid(), $1, $2, $3, current_date - 1, current_date + 7, now(), $2)`,
      [vermeer, joris, ids.dirk],
    );
    const given = await act(people.joris, id, 'giving', { employee: ids.dirk });
    expect(given.body).toMatchObject({ holder: { name: 'dirk' } });
    await house.database.admin.query('DELETE FROM cover');
    expect((await act(dirk, id, 'handling')).status).toBe(404);
    const back = await act(people.joris, id, 'giving', { employee: ids.dirk, heldBy: ids.dirk });
    expect(back.body.errors).toMatchObject([{ code: 'cannot-take' }]);
    expect((await act(people.joris, id, 'taking', { heldBy: ids.dirk })).status).toBe(200);
  });

  it('A reader looks and does not take; nor does the client, an official or a sender', async () => {
    const id = await deliver(scene.house);
    const bob = await act(people.bob, id, 'taking');
    expect([bob.status, bob.body.code]).toEqual([403, 'role-too-small']);
    for (const who of [people.yasmina, people.olga, people.tax]) {
      const answer = await act(who, id, 'taking');
      expect([answer.status, answer.body.code]).toEqual([403, 'wrong-kind-of-actor']);
    }
    expect((await as(people.olga).get(`/v1/messages/${id}/work`)).status).toBe(403);
  });
});

describe('When a colleague leaves', () => {
  it('What he had in hand is nobody’s; what he handled stays handled (R33)', async () => {
    const { house, vermeer, yasmina } = scene;
    const eva = await house.world.employee(vermeer, 'eva');
    await house.world.assign(vermeer, yasmina, { employee: eva });
    const [held, done] = [await deliver(house), await deliver(house)];
    await act(employee('eva', kvks.vermeer), held, 'taking');
    await act(employee('eva', kvks.vermeer), done, 'handling', { note: 'Paid.' });
    await house.database.admin.query('UPDATE employee SET ended_at = now() WHERE id = $1', [eva]);

    const nobodys = await look(people.joris, held);
    expect(nobodys.work).toMatchObject({ state: 'open', changedBy: { name: 'eva' } });
    expect(nobodys.work?.holder).toBeUndefined();
    expect(told(nobodys)).toEqual([['take', 'eva', 'eva']]);
    expect((await act(people.joris, held, 'taking')).body).toMatchObject({ holder: { name: 'joris' } });
    expect((await look(people.joris, done)).work).toMatchObject({ state: 'handled', note: 'Paid.' });
    const back = await act(people.joris, held, 'giving', { employee: eva });
    expect(back.body.errors).toMatchObject([{ code: 'cannot-take' }]);
  });
});

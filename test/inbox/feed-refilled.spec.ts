import { people, type Scene, setScene } from './scene.ts';

type Item = { id: string; read: boolean; archived: boolean; office: { read: boolean; state: string } };

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  await scene.house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read', 'archive'] }],
  });
});
afterAll(() => scene.house.close());

/** Of each message what the list tells of marks and work, by its id. */
async function told(who: object): Promise<Record<string, string>> {
  const { body } = await scene.house
    .as(who as never)
    .get('/v1/messages')
    .expect(200);
  return Object.fromEntries(
    (body.items as Item[]).map(({ id, read, archived, office }) => [
      id,
      [read && 'read', archived && 'archived', office.read && 'read by the office', office.state]
        .filter(Boolean)
        .join(', '),
    ]),
  );
}

describe('What the feed says of marks and work', () => {
  it('is what was marked and done, also when it is emptied and filled again', async () => {
    const { house, yasmina } = scene;
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await house.world.message(yasmina));
    const [untouched, read, archived, taken, handled] = ids as [string, string, string, string, string];
    const joris = house.as(people.joris);
    await joris.get(`/v1/messages/${read}`).expect(200);
    await joris.put(`/v1/messages/${archived}/archive-mark`).expect(204);
    await joris.post(`/v1/messages/${taken}/taking`, {}).expect(200);
    await joris.post(`/v1/messages/${handled}/handling`, {}).expect(200);
    const [seenByJoris, seenByBob] = [await told(people.joris), await told(people.bob)];
    expect(seenByJoris).toEqual({
      [untouched]: 'open',
      [read]: 'read, read by the office, open',
      [archived]: 'archived, open',
      [taken]: 'taken',
      [handled]: 'handled',
    });
    expect(seenByBob).toEqual({ ...seenByJoris, [read]: 'read by the office, open', [archived]: 'open' });
    await house.database.admin.query('DELETE FROM feed');
    expect(await told(people.joris)).toEqual({});
    await house.database.admin.query('SELECT open_feed(id, client_id) FROM mandate');
    expect([await told(people.joris), await told(people.bob)]).toEqual([seenByJoris, seenByBob]);
    await joris.post(`/v1/messages/${taken}/release`, {}).expect(200);
    expect((await told(people.bob))[taken]).toBe('open');
  });
});

import { type Answered, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let active: Answered;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => {
  office = await scene.office();
  active = await scene.active(office.joris);
});
afterAll(() => scene.close());

const tag = async (who = people.yasmina) => String((await scene.see(who, active)).headers.etag);
const narrow = (expected: string, actions: string[]) =>
  scene
    .act(people.yasmina, active, 'narrowing', { lines: [{ id: active.lines[0]?.id, actions }] })
    .set('If-Match', expected);

describe('Who narrows may say what he saw', () => {
  it('What is the same has the same tag, what was changed another; a change answers with the new one', async () => {
    const before = await tag();
    expect(before).toMatch(/^"[0-9a-f]{32}"$/);
    expect(await tag()).toBe(before);
    const { headers } = await scene.act(people.yasmina, active, 'revocation');
    expect(headers.etag).toBe(await tag());
    expect(headers.etag).not.toBe(before);
  });

  it('Of two screens the second hears that it was changed meanwhile, and changes nothing', async () => {
    const seen = await tag();
    const first = await narrow(seen, ['read']);
    expect([first.status, first.body.lines[0].actions]).toEqual([200, ['read']]);
    const second = await narrow(seen, ['download']);
    expect([second.status, second.body.code]).toEqual([412, 'changed-meanwhile']);
    expect((await scene.see(people.yasmina, active)).body).toEqual(first.body);
    const end = await scene
      .act(people.yasmina, active, `scope-lines/${active.lines[0]?.id}/end`)
      .set('If-Match', seen);
    expect(end.status).toBe(412);
    expect((await narrow(`"0", ${first.headers.etag}`, ['read'])).status).toBe(200);
    expect((await narrow('*', ['read'])).status).toBe(200);
  });

  it('The tag does not tell an office that its request was offered (R3)', async () => {
    const asked = await scene.ask(office.joris, {
      lines: [{ ...scene.wish().lines[0], category: 'care' }],
    });
    const before = (await scene.see(office.joris, asked)).headers.etag;
    await scene.tasks();
    expect(await scene.row(asked)).toMatchObject({ state: 'offered' });
    expect((await scene.see(office.joris, asked)).headers.etag).toBe(before);
  });
});

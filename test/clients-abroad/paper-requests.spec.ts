import { openPapers, oins, type PaperScene, klaus, people, said } from './paper.scene.ts';

let scene: PaperScene;
let office: Awaited<ReturnType<PaperScene['office']>>;
beforeAll(async () => void (scene = await openPapers()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

/** What an office asks of Klaus: what is on his paper, unless a test says otherwise. */
const ask = (more: Record<string, unknown> = {}) => {
  const { bsn, birthDate, lines, from, until } = scene.signed(office.kvk, more);
  return scene.as(office.anna).post('/v1/mandate-requests', { bsn, birthDate, lines, from, until });
};
const stateOf = async (id: unknown) =>
  (await scene.rows('SELECT state FROM mandate WHERE id = $1', id)).map(({ state }) => state);
const care = [{ sender: oins.svb, category: 'care', actions: ['read'] }];

describe('What an office asks of a client abroad beside what he signed', () => {
  it('After a paper the office asks for something else, and he is offered it', async () => {
    await scene.confirmed(office.kvk);
    const { id } = await scene.asked(201, ask({ lines: care }));
    await scene.tasks();
    expect(await stateOf(id)).toEqual(['offered']);
    expect((await scene.mandate(id, klaus.signsIn)).body).toMatchObject({ state: 'offered' });
  });

  it('Who asks for the same is pointed at what began with the paper, and not accepted in vain (R14)', async () => {
    const { mandate } = await scene.confirmed(office.kvk);
    const { body } = await ask();
    expect([body.code, body.mandate]).toEqual(['duplicate-mandate', mandate]);
    // Who names a wrong date learns nothing (R3).
    expect((await ask({ birthDate: '1955-03-15' })).status).toBe(201);
  });

  it('A request that he was never offered stands in no way: not at entry, not at the confirmation (R3)', async () => {
    const mistyped = await scene.asked(201, ask({ birthDate: '1955-03-15' }));
    await scene.tasks();
    const paper = await scene.paper(office.kvk);
    expect(await scene.obstacles(paper.id)).toEqual([]);
    expect(await scene.confirm(paper.id)).toEqual([200, undefined]);
    expect(await stateOf(mistyped.id)).toEqual(['requested']);
  });

  it('What he was offered stands in the way of entering the same', async () => {
    const { id } = await scene.asked(201, ask());
    await scene.tasks();
    const refused = await scene.enter(scene.signed(office.kvk));
    expect([...said(refused), refused.body.mandate]).toEqual([409, 'duplicate-mandate', id]);
  });

  it('A request that waits for the register when the paper is confirmed, is not offered any more', async () => {
    const { id: paper } = await scene.paper(office.kvk);
    const { id } = await scene.asked(201, ask());
    await scene.rows(`UPDATE job SET due_at = due_at + interval '1 day' WHERE kind = 'offer-mandate'`);
    expect((await scene.settle(paper, 'confirmation', people.olga)).status).toBe(200);
    await scene.hurry();
    await scene.tasks();
    expect(await stateOf(id)).toEqual(['requested']);
  });
});

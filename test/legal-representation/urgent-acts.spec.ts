import { official } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { cast, kvks, openScene, type Scene } from './scene.ts';

let scene: Scene;
let mandate: string;
let old: string;
beforeEach(async () => {
  scene = await openScene();
  const order = await scene.verified({ givenOn: scene.world.day(-30) });
  mandate = order.authority?.mandate ?? '';
  old = await scene.world.message(scene.pieter, { delivered_at: new Date(Date.now() - 86_400_000 * 3) });
  await scene.expecting(200, scene.change(order, 'lifted', scene.today()));
});
afterEach(() => scene.close());

const wish = (more: object = {}) => ({
  ...{ reason: 'The last return has to be handed in.', until: scene.world.day(30), ...more },
});
const ask = (more: object = {}, who: Claims = cast.gerda) =>
  scene.as(who).post(`/v1/mandates/${mandate}/urgent-acts`, wish(more));
const decide = (act: { id: string }, what: string, who: Claims = cast.olga) =>
  scene.as(who).post(`/v1/urgent-acts/${act.id}/${what}`, { reason: 'A real term.' });
const codeOf = async (asked: PromiseLike<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await asked;
  return `${status} ${body.code}`;
};

describe('R31: urgent acts after the end', () => {
  it('are off: asking gives nothing', async () => {
    await scene.expecting(201, ask());
    expect(await scene.opens(old)).toBe('measure-ended');
  });

  it('are allowed by an official, with a reason: to read what came before the end', async () => {
    const act = await scene.expecting(201, ask());
    const queue = await scene.as(cast.olga).get('/v1/urgent-acts?state=requested');
    expect(queue.body.items).toMatchObject([
      { id: act.id, reason: wish().reason, client: { name: 'Pieter de Vries' } },
    ]);
    await scene.expecting(200, decide(act, 'permission'));
    expect(await scene.opens(old)).toBe('opens');
    const after = await scene.world.message(scene.pieter, { delivered_at: new Date(Date.now() + 1000) });
    expect(await scene.opens(after)).not.toBe('opens');
    const archived = await scene.as(cast.gerda).put(`/v1/messages/${old}/archive-mark`);
    expect(archived.status).not.toBe(204);
    scene.clock.moveTo(scene.world.day(30));
    expect(await scene.opens(old)).not.toBe('opens');
  });

  it('are told to the client and the office, and stand in the trail', async () => {
    await scene.expecting(200, decide(await scene.expecting(201, ask()), 'permission'));
    for (const who of [cast.pieter, cast.gerda])
      expect(await scene.notices(who, 'urgent-acts-allowed')).toHaveLength(1);
    expect((await scene.trail('urgent-acts.decide'))[0]).toMatchObject({ client_id: scene.pieter });
    expect((await scene.trail('mandate.begin')).at(-1)).toMatchObject({ details: { predecessor: mandate } });
  });

  it('are refused with a reason that the office reads', async () => {
    const act = await scene.expecting(201, ask());
    await scene.expecting(200, decide(act, 'refusal'));
    const own = await scene.as(cast.gerda).get('/v1/urgent-acts');
    expect(own.body.items).toMatchObject([{ state: 'refused', answer: 'A real term.' }]);
    expect(await scene.opens(old)).toBe('measure-ended');
    expect(await codeOf(decide(act, 'permission'))).toBe('409 move-not-possible');
  });

  it('are not for who asked to decide, last a year at most, and are asked once at a time', async () => {
    expect(await codeOf(ask({ until: scene.world.day(400) }))).toBe('400 invalid-input');
    const act = await scene.expecting(201, ask());
    expect(await codeOf(ask())).toBe('409 already-exists');
    const herself = { ...official('gerda'), sub: `eh-${kvks.haven}-gerda` };
    expect(await codeOf(decide(act, 'permission', herself))).toBe('403 own-request');
  });

  it('are not for another office, nor before the end', async () => {
    expect(await codeOf(ask({}, cast.joris))).toBe('404 not-found');
    const running = await scene.world.mandate({ client: scene.pieter, organisation: scene.vermeer });
    const early = scene.as(cast.joris).post(`/v1/mandates/${running}/urgent-acts`, wish());
    expect(await codeOf(early)).toBe('409 move-not-possible');
  });
});

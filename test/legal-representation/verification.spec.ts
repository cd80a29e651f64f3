import { official } from '../support/cast.ts';
import { cast, evidence, kvks, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

/** Somebody who is known as an official under the same name as the one who hands in. */
const gerdaAsOfficial = { ...official('gerda'), sub: `eh-${kvks.haven}-gerda` };
const codeOf = async (asked: PromiseLike<{ status: number; body: unknown }>) => {
  const { status, body } = await asked;
  return `${status} ${(body as { code?: string }).code}`;
};

describe('R21: an order works after two different officials verified it', () => {
  it('gives nothing when it is handed in, nor after one official', async () => {
    const message = await scene.world.message(scene.pieter);
    const order = await scene.waiting();
    expect(await scene.opens(message)).toBe('not-found');
    await scene.expecting(200, scene.approve(cast.olga, order));
    expect((await scene.see(cast.gerda, order)).state).toBe('in-verification');
    expect(await scene.opens(message)).toBe('not-found');
    const verified = await scene.expecting(200, scene.approve(cast.otto, order));
    expect(verified).toMatchObject({ state: 'active', verifiedBy: 'officials' });
    expect(await scene.opens(message)).toBe('opens');
  });

  it('refuses the submitter, first or second, and says why', async () => {
    const order = await scene.waiting();
    expect(await codeOf(scene.approve(gerdaAsOfficial, order))).toBe('403 own-request');
    await scene.expecting(200, scene.approve(cast.olga, order));
    expect(await codeOf(scene.approve(gerdaAsOfficial, order))).toBe('403 own-request');
    expect(await codeOf(scene.act(gerdaAsOfficial, order, 'rejection', { reason: 'Not mine.' }))).toBe(
      '403 own-request',
    );
    expect((await scene.see(cast.olga, order)).state).toBe('in-verification');
  });

  it('refuses the same official twice, and says why', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.olga, order));
    expect(await codeOf(scene.approve(cast.olga, order))).toBe('403 same-official');
    expect((await scene.see(cast.olga, order)).state).toBe('in-verification');
  });

  it('refuses a suspended official, and does not count what he approved before', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.olga, order));
    const { items } = (await scene.as(cast.otto).get('/v1/officials')).body as { items: { id: string }[] };
    const suspend = (who: typeof cast.otto, id = items[0]?.id) =>
      scene.as(who).post(`/v1/officials/${id}/suspension`, { reason: 'Under investigation.' });
    expect(await codeOf(suspend(cast.olga))).toBe('403 own-request');
    await scene.expecting(200, suspend(cast.otto));
    expect(await codeOf(scene.approve(cast.olga, order))).toBe('403 official-suspended');
    await scene.expecting(200, scene.approve(cast.otto, order));
    expect((await scene.see(cast.otto, order)).state).toBe('in-verification');
    await scene.expecting(200, scene.approve(official('petra'), order));
    expect((await scene.see(cast.otto, order)).state).toBe('active');
  });

  it('begins anew after a supplement: who approved what lay there before, looks again', async () => {
    const order = await scene.waiting();
    await scene.expecting(200, scene.approve(cast.olga, order));
    await scene.expecting(
      200,
      scene.act(cast.otto, order, 'supplement-request', { reason: 'Page 2 is missing.' }),
    );
    expect(await scene.see(cast.gerda, order)).toMatchObject({
      state: 'supplement-requested',
      answer: 'Page 2 is missing.',
    });
    const { bsn: _b, ground: _g, ...told } = scene.said({ caseNumber: order.caseNumber });
    await scene.expecting(200, scene.act(cast.gerda, order, 'supplement', { ...told, evidence }));
    await scene.tasks();
    await scene.expecting(200, scene.approve(cast.otto, order));
    expect((await scene.see(cast.otto, order)).state).toBe('in-verification');
    const done = await scene.expecting(200, scene.approve(cast.olga, order));
    expect(done.state).toBe('active');
    expect((await scene.see(cast.otto, order)).evidence).toHaveLength(2);
  });

  it('is final when it was rejected or taken back, and the office reads why', async () => {
    const [one, other] = [await scene.waiting(), await scene.waiting()];
    await scene.expecting(200, scene.act(cast.olga, one, 'rejection', { reason: 'Another person.' }));
    expect(await scene.see(cast.gerda, one)).toMatchObject({ state: 'rejected', answer: 'Another person.' });
    await scene.expecting(200, scene.act(cast.gerda, other, 'withdrawal'));
    for (const order of [one, other]) {
      expect(await codeOf(scene.approve(cast.otto, order))).toBe('409 move-not-possible');
      expect(await codeOf(scene.act(cast.gerda, order, 'withdrawal'))).toBe('409 move-not-possible');
    }
  });

  it('waits for the register of persons: a number and a date of birth that do not belong together', async () => {
    const order = await scene.waiting({ birthDate: '1957-11-03' });
    expect(await codeOf(scene.approve(cast.olga, order))).toBe('409 person-not-confirmed');
    expect((await scene.see(cast.olga, order)).checks).toMatchObject({ person: 'does-not-match' });
  });

  it('has one effect when an official repeats his request, and of two at once one comes first', async () => {
    const order = await scene.waiting();
    const key = scene.newKey();
    const body = { reason: 'Compared.' };
    await scene.expecting(200, scene.act(cast.olga, order, 'approval', body, key));
    await scene.expecting(200, scene.act(cast.olga, order, 'approval', body, key));
    const answers = await Promise.all([
      scene.approve(cast.otto, order),
      scene.approve(official('petra'), order),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { rows } = await scene.database.admin.query('SELECT FROM mandate WHERE court_order_id = $1', [
      order.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('The officials’ queue', () => {
  it('shows what waits, longest first, since when, with the evidence beside the data', async () => {
    const [one, other] = [await scene.waiting(), await scene.waiting()];
    await scene.waiting({ birthDate: '1957-11-03' });
    const queue = (cursor = '') =>
      scene.as(cast.olga).get(`/v1/court-orders?sort=waiting&limit=2${cursor && `&cursor=${cursor}`}`);
    const { items, next } = (await queue()).body as {
      items: { id: string; waitsSince: string }[];
      next: string;
    };
    expect(items.map(({ id }) => id)).toEqual([one.id, other.id]);
    expect(items[0]?.waitsSince).toMatch(/^\d{4}-/);
    expect(((await queue(next)).body as { items: unknown[] }).items).toHaveLength(1);
    const seen = await scene.see(cast.olga, one);
    expect(seen).toMatchObject({
      client: { name: 'Pieter de Vries' },
      checks: {
        person: 'matches',
        register: 'does-not-know',
        bsn: '******032',
        birthDate: '1957-11-02',
        approvals: [],
      },
    });
    const [copy] = seen.evidence as { id: string }[];
    const file = await scene.as(cast.olga).get(`/v1/court-orders/${one.id}/evidence/${copy?.id}`);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect((file.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('records who approved and why, in the trail and with the order', async () => {
    const order = await scene.verified();
    const lines = await scene.trail('order.approve');
    expect(lines.map(({ actor_id }) => actor_id)).toEqual(['test:official-olga', 'test:official-otto']);
    expect(lines[0]).toMatchObject({ object_kind: 'court-order', object_id: order.id, client_id: null });
    expect(lines[1]).toMatchObject({
      client_id: scene.pieter,
      details: { to: 'verified', reason: 'Compared with the order.' },
    });
  });
});

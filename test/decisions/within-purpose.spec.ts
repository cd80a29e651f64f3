import { type Decisions, oins, openDecisions, people } from './scene.ts';

/** A system that is registered for the town hears of what concerns the town, and not of what Yasmina gave for others. */
let scene: Decisions;
beforeEach(async () => {
  scene = await openDecisions();
  await scene.register({ senders: [oins.town] });
});
afterEach(() => scene.house.close());

const ofTown = (category: string) => scene.ask({ resource: scene.inbox({ sender: oins.town, category }) });
const care = () => ofTown('care');
const unknown = { decision: false, context: { reason: 'does-not-exist' } };
const revoke = async (mandate: string) => {
  const { status } = await scene.house.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`, {});
  expect(status).toBe(200);
};

describe('A system that is registered for one sender', () => {
  it('hears not what became of a mandate that is about another', async () => {
    expect(await care()).toMatchObject(unknown);
    await revoke(scene.mandate);
    const answer = await care();
    expect(answer).toMatchObject(unknown);
    expect(answer.context).not.toHaveProperty('remedy');
    await scene.register();
    // Who hears of that mandate hears that it was never about this.
    expect(await care()).toMatchObject({
      context: { reason: 'outside-the-mandate', remedy: 'request-mandate' },
    });
  });

  it('nor that there is one, by what Joris would be told who asked for it', async () => {
    const { admin } = scene.house.database;
    await admin.query('UPDATE mandate SET requested_by = $1', [scene.jorisId]);
    await admin.query('DELETE FROM assignment');
    expect(await care()).toMatchObject(unknown);
    await scene.register();
    expect(await care()).toMatchObject({ context: { reason: 'not-assigned' } });
  });

  it('hears the same of who gave one about another only as of who gave none, also when it hears true reasons', async () => {
    const { house, pieter } = scene;
    const ofPieter = { ...scene.inbox({ sender: oins.town, category: 'care' }), id: pieter };
    for (const tells of ['true-reason', 'as-subject', 'nothing']) {
      await scene.register({ tells, senders: [oins.town] });
      const [ofYasmina, ofHim] = [await care(), await scene.ask({ resource: ofPieter })];
      expect([tells, ofYasmina]).toEqual([tells, ofHim]);
      if (tells === 'true-reason') expect(ofHim).toMatchObject({ context: { reason: 'no-mandate' } });
    }
    // The record holds the true reason.
    const { rows } = await house.database.admin.query<{ reason: string }>(
      `SELECT DISTINCT details ->> 'reason' AS reason FROM trail WHERE action = 'decision.ask' AND client_id = $1`,
      [scene.yasmina],
    );
    expect(rows).toEqual([{ reason: 'outside-the-mandate' }]);
  });

  it('hears what became of one that is about its own too', async () => {
    const mandate = await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer },
      lines: [{ sender: oins.town, category: 'other', actions: ['read'] }],
    });
    const outside = { context: { reason: 'outside-the-mandate' } };
    expect(await care()).toMatchObject(outside);
    expect(await ofTown('other')).toMatchObject({ decision: true });
    await revoke(mandate);
    expect(await care()).toMatchObject(outside);
    expect(await ofTown('other')).toMatchObject({
      context: { reason: 'mandate-revoked', remedy: 'request-mandate' },
    });
  });

  it('hears of its own why not, as anybody does', async () => {
    await scene.house.world.mandate({
      ...{ client: scene.yasmina, organisation: scene.vermeer },
      lines: [{ sender: oins.town, category: 'care', actions: ['read'] }],
    });
    expect(await care()).toMatchObject({ decision: true });
    expect(
      await scene.ask({
        resource: scene.inbox({ sender: oins.town, category: 'care' }),
        ...{ action: { name: 'reply' } },
      }),
    ).toMatchObject({ context: { reason: 'action-not-granted' } });
    expect(
      await scene.ask({ resource: scene.inbox({ sender: oins.town, category: 'care' }), context: {} }),
    ).toMatchObject({ context: { reason: 'assurance-too-low', remedy: 'step-up' } });
  });
});

import { cast, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin })));
afterEach(() => scene.close());

const caseNumber = 'C/99/again BM';

describe('An order that ended by mistake', () => {
  const endedByMistake = async () => {
    const order = await scene.verified({ caseNumber });
    await scene.expecting(200, scene.change(order, 'dismissed', scene.today()));
    return order;
  };

  it('R18: is handed in again by its office, and works anew after two officials looked', async () => {
    const before = await endedByMistake();
    const order = await scene.waiting({ caseNumber });
    await scene.expecting(200, scene.approve(cast.olga, order));
    const again = await scene.expecting(200, scene.approve(cast.otto, order));
    expect(again.state).toBe('active');
    expect((await scene.see(cast.gerda, before)).state).toBe('ended');
    expect(await scene.opens(await scene.world.message(scene.pieter))).toBe('opens');
  });

  it('R21: is not let work by the register alone', async () => {
    await endedByMistake();
    scene.knows({ caseNumber });
    const order = await scene.waiting({ caseNumber });
    expect(await scene.see(cast.olga, order)).toMatchObject({
      ...{ state: 'in-verification', checks: { register: 'confirms' } },
    });
  });

  it('is one at a time: while it works or waits it cannot be handed in again', async () => {
    await endedByMistake();
    const order = await scene.waiting({ caseNumber });
    const handIn = () => scene.as(cast.gerda).post('/v1/court-orders', scene.said({ caseNumber }));
    expect((await handIn()).status).toBe(409);
    await scene.expecting(200, scene.approve(cast.olga, order));
    await scene.expecting(200, scene.approve(cast.otto, order));
    expect((await handIn()).status).toBe(409);
  });

  it('R29: what the register tells of the case is carried out on what works now', async () => {
    await endedByMistake();
    const order = await scene.verified({ caseNumber });
    const told = { eventId: 'E-1', caseNumber, kind: 'lifted', on: scene.today() };
    expect((await scene.report(told)).status).toBeLessThan(300);
    await scene.tasks();
    expect((await scene.see(cast.gerda, order)).state).toBe('ended');
    const { body } = await scene.as(cast.olga).get('/v1/court-register-reports');
    expect(body.items).toMatchObject([{ outcome: 'applied' }]);
  });
});

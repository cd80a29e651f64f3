import { type Answered, cast, kvks, openScene, type Scene } from './scene.ts';

let scene: Scene;
let message: string;
let order: Answered;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
  order = await scene.verified({ givenOn: '2027-01-04' });
});
afterEach(() => scene.close());

/** De Haven hands in another order about Pieter, which the judiciary's register confirms. */
async function handsIn(givenOn: string, from: string, more: object = {}): Promise<Answered> {
  const caseNumber = `C/99/other ${givenOn}`;
  scene.knows({ caseNumber }, { givenOn, from });
  const other = await scene.waiting({ caseNumber, givenOn, ...more });
  return scene.see(cast.olga, other);
}
const old = (position: string) => handsIn('2026-03-02', '2026-03-03', { position });
const waits = { state: 'in-verification', checks: { register: 'confirms' } };

describe('R21: what a judge took from De Haven, no older order gives back by the register alone', () => {
  it('when it was suspended (R28): it waits for officials, and De Haven reads nothing', async () => {
    await scene.expecting(200, scene.change(order, 'suspended', '2027-02-01', { heard: true }));
    expect(await old('additional')).toMatchObject(waits);
    expect(await scene.opens(message)).toBe('measure-suspended');
  });

  it('when it was dismissed, as the register told', async () => {
    const { caseNumber } = order;
    await scene.report({ eventId: 'gone', caseNumber, kind: 'dismissed', on: '2027-02-01' });
    await scene.tasks();
    expect(await old('sole')).toMatchObject(waits);
    expect(await scene.opens(message)).not.toBe('opens');
  });

  it('when it was replaced (R32): it does not come back beside its successor', async () => {
    const next = await scene.waiting({ givenOn: '2027-01-20', position: 'successor' }, cast.joris);
    const replaces = order.authority?.mandate;
    for (const who of [cast.olga, cast.otto])
      await scene.expecting(200, scene.approve(who, next, { replaces }));
    expect(await old('additional')).toMatchObject(waits);
    expect([await scene.opens(message), await scene.opens(message, cast.joris)]).toEqual([
      'measure-ended',
      'opens',
    ]);
  });

  it('and two officials can: they know why', async () => {
    await scene.expecting(200, scene.change(order, 'dismissed', '2027-02-01'));
    const other = await old('sole');
    await scene.expecting(200, scene.approve(cast.olga, other));
    expect(await scene.expecting(200, scene.approve(cast.otto, other))).toMatchObject({ state: 'active' });
  });

  it('but an order from after the dismissal is a new appointment, which the register can confirm', async () => {
    await scene.expecting(200, scene.change(order, 'dismissed', '2027-02-01'));
    scene.clock.moveToInstant('2027-02-10T08:00:00Z');
    expect(await handsIn('2027-02-08', '2027-02-09')).toMatchObject({ state: 'active' });
  });
});

describe('R26: under a curatele without a curator no other measure begins', () => {
  it('neither by the register alone nor by officials, until it is lifted (R29)', async () => {
    const curatele = await scene.verified({ ground: 'curatele', givenOn: '2027-01-20' });
    await scene.expecting(200, scene.change(curatele, 'dismissed', '2027-02-01'));
    const caseNumber = 'C/99/older BM';
    const told = { givenOn: '2026-03-02', from: '2026-03-03' };
    scene.knows({ caseNumber }, { ...told, guardian: kvks.vermeer });
    const bewind = await scene.waiting({ caseNumber, givenOn: told.givenOn }, cast.joris);
    expect(await scene.see(cast.olga, bewind)).toMatchObject(waits);
    await scene.expecting(200, scene.approve(cast.olga, bewind));
    expect((await scene.approve(cast.otto, bewind)).body).toMatchObject({ obstacle: 'under-curatele' });
    expect(await scene.opens(message, cast.joris)).not.toBe('opens');

    await scene.expecting(200, scene.change(curatele, 'lifted', '2027-02-01'));
    expect(await scene.expecting(200, scene.approve(cast.otto, bewind))).toMatchObject({ state: 'active' });
  });
});

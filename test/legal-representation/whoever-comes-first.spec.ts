import { OrderCheckService } from '../../src/legal-representation/order-check.service.ts';
import { type CaseScene, openCase } from './case.scene.ts';
import { type Answered, cast, kvks, oins } from './scene.ts';

const caseNumber = 'C/99/two BM';
const given = { givenOn: '2027-01-04', caseNumber };
const confirmed = { givenOn: '2027-01-04', from: '2027-01-05' };

let scene: CaseScene;
let message: string;
beforeEach(async () => {
  scene = await openCase(caseNumber);
  ({ message } = scene);
});
afterEach(() => scene.close());

/** Kantoor Vermeer hands in its order of the same case, as a second guardian; the register confirms it. */
const vermeer = async (more: object = {}, days: object = confirmed): Promise<Answered> => {
  scene.knows({ caseNumber }, { ...days, guardian: kvks.vermeer, ...more });
  return scene.waiting({ ...given, position: 'additional', ...more }, cast.joris);
};
const of2020 = { givenOn: '2020-01-04', from: '2020-01-05' };
const see = (order: Answered) => scene.see(cast.olga, order);
const opens = () => scene.opens(message, cast.joris);
const waits = { state: 'in-verification', checks: { register: 'confirms' } };
const approveTwice = async (order: Answered) => {
  await scene.expecting(200, scene.approve(cast.olga, order));
  return scene.approve(cast.otto, order);
};

describe('R29: a measure that was lifted begins for nobody, whoever handed in first', () => {
  it.each(['lifted', 'overturned'])('when the register told that it was %s', async (kind) => {
    await scene.verified(given);
    await scene.told(kind, '2027-02-01');
    scene.later('2027-02-03');
    const order = await vermeer();
    expect(await see(order)).toMatchObject(waits);
    const { status, body } = await approveTwice(order);
    expect([status, body.obstacle]).toEqual([409, 'measure-lifted']);
    expect(body.detail).toBe(
      'The court lifted this measure or overturned this order. Nothing is left to begin.',
    );
    expect(await opens()).not.toBe('opens');
  });

  it('when it was told before anybody handed in', async () => {
    await scene.told('lifted', '2027-02-01');
    scene.later('2027-02-03');
    const order = await vermeer();
    const { body } = await approveTwice(order);
    expect(body.obstacle).toBe('measure-lifted');
    expect(await opens()).not.toBe('opens');
  });

  it('a curatele that was lifted ends nothing that the ward gave since', async () => {
    const ground = 'curatele';
    const order = await scene.verified({ ...given, ground });
    await scene.expecting(200, scene.change(order, 'lifted', '2027-02-01'));
    scene.later('2027-02-03');
    const lines = [{ sender: oins.tax, category: 'financial', actions: ['read'] }];
    const wish = { organisation: scene.haven, lines, from: '2027-02-03', until: '2028-02-01' };
    const mandate = await scene.expecting(201, scene.as(cast.pieter).post('/v1/mandates', wish));
    const other = await vermeer({ ground });
    expect((await approveTwice(other)).body.obstacle).toBe('measure-lifted');
    expect(await scene.mandate(mandate.id)).toMatchObject({ state: 'active', end_reason: null });
  });

  it('a lifting that lies ahead ends it on that day, also for who comes later', async () => {
    const order = await scene.verified(given);
    await scene.expecting(200, scene.change(order, 'lifted', '2027-02-20'));
    const other = await vermeer();
    expect(await see(other)).toMatchObject(waits);
    expect((await approveTwice(other)).status).toBe(200);
    expect((await see(other)).authority).toMatchObject({ endsOn: '2027-02-20', endReason: 'lifted' });
    expect(await opens()).toBe('opens');
    scene.later('2027-02-20');
    expect(await opens()).not.toBe('opens');
  });
});

describe('R21: nobody begins by the register alone while there is a doubt', () => {
  it('which of two guardians was dismissed', async () => {
    await scene.verified(given);
    scene.setMood('failing');
    const order = await scene.waiting({ ...given, position: 'additional' }, cast.joris);
    await scene.told('dismissed', '2027-01-20');
    scene.setMood('well');
    scene.knows({ caseNumber }, { ...confirmed, guardian: kvks.vermeer });
    scene.later('2027-02-02');
    await scene.tasks();
    expect(await see(order)).toMatchObject(waits);
    expect(await opens()).not.toBe('opens');
  });

  it('whether the older of two orders still holds: he does not come beside a later guardian', async () => {
    await scene.verified({ givenOn: '2027-01-04' });
    const older = await vermeer({ givenOn: '2020-01-04' }, of2020);
    expect(await see(older)).toMatchObject(waits);
  });

  it('nor in his place, after the later measure was lifted; but officials can let him', async () => {
    const order = await scene.verified({ givenOn: '2027-01-04' });
    await scene.expecting(200, scene.change(order, 'lifted', '2027-02-01'));
    const older = await vermeer({ givenOn: '2020-01-04', position: 'sole' }, of2020);
    expect(await see(older)).toMatchObject(waits);
    expect(await opens()).not.toBe('opens');
    expect((await approveTwice(older)).status).toBe(200);
    expect(await opens()).toBe('opens');
  });

  it('who takes over from one who was dismissed by the same decision begins by the register alone', async () => {
    await scene.verified({ givenOn: '2026-01-04', caseNumber });
    await scene.told('dismissed', '2027-01-05', { kvk: kvks.haven });
    const order = await vermeer({ position: 'sole' });
    expect(await see(order)).toMatchObject({ state: 'active', verifiedBy: 'register' });
    expect([await opens(), await scene.opens(message)]).toEqual(['opens', 'measure-ended']);
  });

  it('a term that a court brought forward is something that it took', async () => {
    const order = await scene.verified({ givenOn: '2027-01-04' });
    await scene.expecting(200, scene.change(order, 'term-set', '2027-02-02'));
    scene.later('2027-02-03');
    scene.knows({ caseNumber }, { givenOn: '2026-03-02', from: '2026-03-03' });
    const older = await scene.waiting({ caseNumber, givenOn: '2026-03-02' });
    expect(await see(older)).toMatchObject(waits);
    expect(await scene.opens(message)).not.toBe('opens');
  });
});

describe('R28, R32: what was told before is carried out before anybody reads', () => {
  it('who was dismissed before he came never reads, not for a moment', async () => {
    await scene.told('dismissed', '2027-01-20', { kvk: kvks.vermeer });
    scene.knows({ caseNumber }, { ...confirmed, guardian: kvks.vermeer });
    const order = await scene.handIn({ ...given }, cast.joris);
    await scene.app.get(OrderCheckService).check(order.id as never);
    expect(await opens()).not.toBe('opens');
    await scene.expecting(200, scene.approve(cast.olga, order));
    await scene.expecting(200, scene.approve(cast.otto, order));
    // no task was carried out since
    expect(await opens()).not.toBe('opens');
    expect((await see(order)).authority).toMatchObject({ endsOn: '2027-01-20', endReason: 'dismissed' });
    await scene.tasks();
    const { items } = (await scene.as(cast.olga).get('/v1/court-register-reports?outcome=waits')).body;
    expect(items).toEqual([]);
  });

  it('a suspension of the case holds for who comes later as well', async () => {
    await scene.verified(given);
    await scene.told('suspended', '2027-02-01', { heard: true });
    const order = await vermeer();
    expect(await see(order)).toMatchObject(waits);
    expect((await approveTwice(order)).status).toBe(200);
    expect(await opens()).toBe('measure-suspended');
  });
});

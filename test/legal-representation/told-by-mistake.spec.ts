import { representative } from '../support/cast.ts';
import { type CaseScene, openCase } from './case.scene.ts';
import { type Answered, bsns, cast, kvks } from './scene.ts';

const caseNumber = 'C/99/mistake BM';
const given = { caseNumber, givenOn: '2026-06-01' };
const beside = { ...given, position: 'additional' };
const ruben = representative(bsns.ruben);

let scene: CaseScene;
let message: string;
beforeEach(async () => {
  scene = await openCase(caseNumber);
  ({ message } = scene);
});
afterEach(() => scene.close());

const setAside = async () => {
  const { items } = (await scene.as(cast.olga).get('/v1/court-register-reports')).body as {
    items: { id: string }[];
  };
  for (const { id } of items) {
    const path = `/v1/court-register-reports/${id}/settlement`;
    await scene.expecting(200, scene.as(cast.olga).post(path, { reason: 'It is of another person.' }));
    expect((await scene.as(cast.olga).post(path, { reason: 'Once more.' })).status).toBe(404);
  }
  await scene.tasks();
};
/** What two officials come to, or what stands in their way. */
const approveTwice = async (order: Answered) => {
  const one = (await scene.approve(cast.olga, order)).body as { obstacle?: string };
  const { state, obstacle } = (await scene.approve(cast.otto, order)).body as Answered & {
    obstacle?: string;
  };
  return one.obstacle ?? obstacle ?? state;
};

describe('R30: of whom a report tells by his number that he died, no order begins until an official sets that aside', () => {
  const register = { ...given, from: '2026-06-02', guardian: bsns.ruben };
  const rubenComes = async () => {
    const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
    const { id } = await scene.expecting(201, scene.as(ruben).post('/v1/representative-organisations', wish));
    await scene.expecting(
      200,
      scene.as(cast.olga).post(`/v1/representative-organisations/${id}/recognition`, {}),
    );
    const { givenOn, from, guardian } = register;
    scene.knows({ caseNumber }, { givenOn, from, guardian });
    return scene.waiting(given, ruben);
  };

  it('also when it was told before he came here, in a case of which nothing came', async () => {
    await scene.told('guardian-died', '2027-01-15', {
      guardianBsn: bsns.ruben,
      caseNumber: 'C/99/elsewhere',
    });
    const order = await rubenComes();
    expect([(await scene.see(cast.olga, order)).state, await approveTwice(order)]).toEqual([
      'in-verification',
      'guardian-out',
    ]);
    await setAside();
    await scene.expecting(200, scene.approve(cast.otto, order));
    expect(await scene.opens(message, ruben)).toBe('opens');
  });

  it('another person is not held up by it', async () => {
    await scene.told('guardian-died', '2027-01-15', { guardianBsn: bsns.henk, caseNumber: 'C/99/elsewhere' });
    expect((await scene.see(cast.olga, await rubenComes())).state).toBe('active');
  });
});

describe('R18: what was told by mistake and carried out is set aside', () => {
  it('that gives nothing back; each guardian hands in again, and two officials let it work', async () => {
    await scene.verified(given);
    await scene.verified(beside, cast.joris);
    await scene.told('lifted', '2027-01-20');
    const again = await scene.waiting(given);
    expect(await approveTwice(again)).toBe('measure-lifted');
    await setAside();
    expect([await scene.opens(message), await scene.opens(message, cast.joris)]).not.toContain('opens');
    await scene.expecting(200, scene.approve(cast.otto, again));
    expect([await scene.opens(message), await scene.opens(message, cast.joris)]).toEqual([
      'opens',
      'measure-ended',
    ]);
    expect((await scene.see(cast.olga, again)).state).toBe('active');
  });

  it('nor does the register alone let it work', async () => {
    await scene.verified(given);
    await scene.told('lifted', '2027-01-20');
    await setAside();
    scene.knows({ caseNumber }, { givenOn: '2026-06-01', from: '2026-06-02', guardian: kvks.vermeer });
    const order = await scene.waiting(beside, cast.joris);
    expect((await scene.see(cast.olga, order)).state).toBe('in-verification');
  });

  it('a lifting that was entered by mistake and repaired stands in nobody else’s way', async () => {
    const first = await scene.verified(given);
    await scene.expecting(200, scene.change(first, 'lifted', '2027-01-20'));
    const again = await scene.waiting(given);
    const second = await scene.waiting(beside, cast.joris);
    expect(await approveTwice(second)).toBe('measure-lifted');
    expect(await approveTwice(again)).toBe('active');
    await scene.expecting(200, scene.approve(cast.otto, second));
    expect(await scene.opens(message, cast.joris)).toBe('opens');
  });
});

it('R21: whom an official suspended until his term ran out does not begin by the register alone', async () => {
  const order = await scene.verified({ givenOn: '2027-01-04', until: '2027-02-10' });
  const path = `/v1/mandates/${order.authority?.mandate}/suspension`;
  await scene.expecting(200, scene.as(cast.olga).post(path, { reason: 'Looked into.' }));
  scene.clock.moveToInstant('2027-02-10T08:00:00Z');
  scene.knows({ caseNumber }, { givenOn: '2027-01-20', from: '2027-02-10' });
  const renewed = await scene.waiting({ caseNumber, givenOn: '2027-01-20', startsOn: '2027-02-10' });
  expect((await scene.see(cast.olga, renewed)).state).toBe('in-verification');
});

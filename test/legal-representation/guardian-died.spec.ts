import { birthDates, citizen, representative } from '../support/cast.ts';
import { type Answered, bsns, cast, openScene, type Scene } from './scene.ts';

const ruben = representative(bsns.ruben);
const caseNumber = 'C/99/pieter BM';

let scene: Scene;
let willem: string;
let office: string;
let pieters: Answered;
let willems: Answered;
let given: string;
let messages: string[];
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  ({ id: office } = await scene.expecting(
    201,
    scene.as(ruben).post('/v1/representative-organisations', wish),
  ));
  const recognition = `/v1/representative-organisations/${office}/recognition`;
  await scene.expecting(200, scene.as(cast.olga).post(recognition, {}));
  willem = await scene.world.client(bsns.willem);
  const about = { bsn: bsns.willem, birthDate: birthDates.willem };
  pieters = await scene.verified({ givenOn: '2027-01-04', caseNumber }, ruben);
  willems = await scene.verified({ givenOn: '2027-01-04', ...about }, ruben);
  // What Willem gave him himself, beside the bewind.
  given = await scene.world.mandate({ client: willem, organisation: office, lines: [{ category: 'care' }] });
  messages = await Promise.all(
    [
      [scene.pieter, 'financial'],
      [willem, 'financial'],
      [willem, 'care'],
    ].map(([client = '', category]) =>
      scene.world.message(client, { category, delivered_at: new Date('2025-01-01T12:00:00Z') }),
    ),
  );
});
afterEach(() => scene.close());

const open = () => Promise.all(messages.map(async (each) => (await scene.opens(each, ruben)) === 'opens'));
const tell = async (on: string, more: object) => {
  await scene.report({ eventId: `died ${on}`, caseNumber, kind: 'guardian-died', on, ...more });
  await scene.tasks();
};
const opened = [true, true, true];
const shut = [false, false, false];

describe('R30: a guardian died who is a person', () => {
  it('told in one case: all that he has ends from that day, of every ward and client, and they hear it', async () => {
    expect(await open()).toEqual(opened);
    await tell('2027-01-30', { guardianBsn: bsns.ruben });
    expect(await open()).toEqual(shut);
    for (const order of [pieters, willems])
      expect(await scene.see(cast.olga, order)).toMatchObject({
        ...{ state: 'ended', authority: { endsOn: '2027-01-30', endReason: 'death' } },
        changes: [{ kind: 'guardian-died', on: '2027-01-30', toldBy: 'register' }],
      });
    expect(await scene.mandate(given)).toMatchObject({ state: 'ended', end_reason: 'death' });
    expect((await scene.trail('mandate.end')).map(({ mandate_id }) => mandate_id).toSorted()).toEqual(
      [pieters.authority?.mandate, willems.authority?.mandate, given].toSorted(),
    );
    expect(await scene.notices(citizen(bsns.willem), 'representative-died')).toHaveLength(2);
  });

  it('told in a case that nobody handed in: the same, once; when officials recognise him again and set it aside, he begins anew', async () => {
    await tell('2027-02-01', { guardianBsn: bsns.ruben, caseNumber: 'C/99/of nobody here' });
    expect(await open()).toEqual(shut);
    const recognition = `/v1/representative-organisations/${office}/recognition`;
    await scene.expecting(200, scene.as(cast.olga).post(recognition, { reason: 'He lives.' }));
    const { items } = (await scene.as(cast.olga).get('/v1/court-register-reports')).body;
    const path = `/v1/court-register-reports/${(items as { id: string }[])[0]?.id}/settlement`;
    await scene.expecting(200, scene.as(cast.olga).post(path, { reason: 'He lives.' }));
    const anew = await scene.verified({ givenOn: '2027-01-31', caseNumber: 'C/99/anew' }, ruben);
    await tell('2027-01-31', { kind: 'lifted', caseNumber: 'C/99/of nobody here' });
    expect((await scene.see(cast.olga, anew)).state).toBe('active');
  });

  it('entered by an official at one order: the same', async () => {
    await scene.expecting(200, scene.change(pieters, 'guardian-died', '2027-02-01'));
    expect(await open()).toEqual(shut);
    expect((await scene.see(cast.olga, willems)).changes).toMatchObject([{ toldBy: 'official' }]);
  });

  it('dismissed in one case, he goes on in another', async () => {
    await tell('2027-02-01', { guardianBsn: bsns.ruben, kind: 'dismissed' });
    expect(await open()).toEqual([false, true, true]);
  });
});

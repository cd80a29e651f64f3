import { representative } from '../support/cast.ts';
import { type Answered, bsns, cast, kvks, openScene, type Scene } from './scene.ts';

const caseNumber = 'C/99/two BM';
const ruben = representative(bsns.ruben);

let scene: Scene;
let message: string;
let own: Answered;
beforeEach(async () => {
  scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
  const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  const office = await scene.expecting(201, scene.as(ruben).post('/v1/representative-organisations', wish));
  const recognition = `/v1/representative-organisations/${office.id}/recognition`;
  await scene.expecting(200, scene.as(cast.olga).post(recognition, {}));
  await scene.verified({ givenOn: '2027-01-04', caseNumber });
  own = await scene.verified({ givenOn: '2027-01-04', caseNumber, position: 'additional' }, ruben);
});
afterEach(() => scene.close());

const told = (more: object) =>
  scene.report({ eventId: 'gone', caseNumber, kind: 'dismissed', on: '2027-02-01', ...more });
const open = async () => [await scene.opens(message), await scene.opens(message, ruben)];
const reports = async () =>
  (await scene.as(cast.olga).get('/v1/court-register-reports')).body.items as Record<string, unknown>[];

describe('The judiciary’s register tells what happened to one of two guardians, who is a person', () => {
  it('Ruben is dismissed under his BSN, and De Haven goes on', async () => {
    expect(await open()).toEqual(['opens', 'opens']);
    expect((await told({ guardianBsn: bsns.ruben })).body).toMatchObject({ taken: 'new' });
    expect((await told({ guardianBsn: bsns.ruben })).body).toMatchObject({ taken: 'known' });
    await scene.tasks();
    const [haven, his] = await open();
    expect([haven, his === 'opens']).toEqual(['opens', false]);
    expect((await scene.see(ruben, own)).authority).toMatchObject({ endReason: 'dismissed' });
    expect(await reports()).toMatchObject([
      { outcome: 'applied', guardian: { organisation: expect.any(String) } },
    ]);
  });

  it('of who represents nobody here nothing is carried out, and of the BSN nothing is kept (R2)', async () => {
    await told({ guardianBsn: bsns.willem });
    await scene.tasks();
    expect(await open()).toEqual(['opens', 'opens']);
    expect(await reports()).toMatchObject([{ outcome: 'waits', why: 'unknown-order', guardian: {} }]);
    const { rows } = await scene.database.admin.query('SELECT r::text AS row FROM court_register_report r');
    expect(JSON.stringify(rows)).not.toContain(bsns.willem);
  });

  it('a report that names an office and a person, or no BSN, is refused', async () => {
    const both = await told({ guardianBsn: bsns.ruben, kvk: kvks.haven });
    expect([both.status, both.body.errors]).toMatchObject([400, [{ code: 'not-both' }]]);
    const wrong = await told({ guardianBsn: '123456789' });
    expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ code: 'bsn' }]]);
    expect(await reports()).toEqual([]);
  });
});

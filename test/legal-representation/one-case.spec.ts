import { representative } from '../support/cast.ts';
import { type CaseScene, openCase } from './case.scene.ts';
import { type Answered, bsns, cast, kvks } from './scene.ts';

const caseNumber = 'C/99/one BM';
const given = { givenOn: '2027-01-04', caseNumber };
const ruben = representative(bsns.ruben);

let scene: CaseScene;
let message: string;
beforeEach(async () => {
  scene = await openCase(caseNumber);
  ({ message } = scene);
});
afterEach(() => scene.close());

const tell = async (eventId: string, kind: string, on: string, more: object = {}) => {
  await scene.report({ eventId, caseNumber, kind, on, ...more });
  await scene.tasks();
};
const open = async () => [await scene.opens(message), await scene.opens(message, cast.joris)];
const besides = () => scene.verified({ ...given, position: 'additional' }, cast.joris);

describe('A report that names its guardian is about all his orders of that case', () => {
  it('De Haven is bewindvoerder and mentor by one decision, and is dismissed as both', async () => {
    await scene.verified(given);
    await scene.verified({ ...given, ground: 'mentorschap' });
    await tell('gone', 'dismissed', '2027-02-01', { kvk: kvks.haven });
    expect([await scene.opens(message), await scene.waitingReports()]).toEqual(['measure-ended', []]);
  });

  it('Ruben was dismissed before he came here: he stops all the same (R2: by the index of his BSN)', async () => {
    await tell('gone', 'dismissed', '2027-01-20', { guardianBsn: bsns.ruben });
    expect(await scene.waitingReports()).toMatchObject([{ why: 'unknown-order' }]);
    const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
    const office = await scene.expecting(201, scene.as(ruben).post('/v1/representative-organisations', wish));
    const recognition = `/v1/representative-organisations/${office.id}/recognition`;
    await scene.expecting(200, scene.as(cast.olga).post(recognition, {}));
    const order = await scene.verified(given, ruben);
    await scene.tasks();
    expect((await scene.see(ruben, order)).authority).toMatchObject({ endReason: 'dismissed' });
    expect([await scene.opens(message, ruben), await scene.waitingReports()]).toEqual(['measure-ended', []]);
  });
});

describe('R25: of two guardians in a case', () => {
  beforeEach(async () => {
    await scene.verified(given);
    await besides();
  });

  it('no end of a suspension that names nobody gives either of them back his access', async () => {
    await tell('first', 'suspended', '2027-02-01', { heard: true, kvk: kvks.haven });
    scene.later('2027-02-05');
    await tell('over', 'suspension-ended', '2027-02-10');
    await tell('second', 'suspended', '2027-02-06', { heard: true, kvk: kvks.vermeer });
    scene.later('2027-02-11');
    expect(await open()).toEqual(['measure-suspended', 'measure-suspended']);
    expect(await scene.waitingReports()).toMatchObject([{ eventId: 'over', why: 'which-guardian' }]);
    await tell('his', 'suspension-ended', '2027-02-11', { kvk: kvks.vermeer });
    expect(await open()).toEqual(['measure-suspended', 'opens']);
  });

  it('a shorter term is of both, and a longer one of whom it names', async () => {
    await tell('shorter', 'term-set', '2027-03-01');
    await tell('longer', 'term-set', '2029-01-01');
    expect(await scene.waitingReports()).toMatchObject([{ eventId: 'longer', why: 'which-guardian' }]);
    await tell('his', 'term-set', '2028-01-01', { kvk: kvks.vermeer });
    scene.later('2027-03-01');
    expect(await open()).toEqual(['measure-ended', 'opens']);
  });
});

describe('What was carried out for one guardian', () => {
  it('is not done again when another one’s turn comes: who was let back is not suspended anew', async () => {
    await scene.verified(given);
    const second = await scene.waiting({ ...given, position: 'additional' }, cast.joris);
    await tell('both', 'suspended', '2027-02-01', { heard: true });
    expect(await scene.waitingReports()).toMatchObject([{ eventId: 'both', why: 'not-verified' }]);
    scene.later('2027-02-05');
    await tell('back', 'suspension-ended', '2027-02-05', { kvk: kvks.haven });
    await tell('term', 'term-set', '2026-12-31', { kvk: kvks.haven }); // looked at, and wrong
    expect(await scene.opens(message)).toBe('opens');
    await scene.expecting(200, scene.approve(cast.olga, second));
    await scene.expecting(200, scene.approve(cast.otto, second));
    await scene.tasks();
    expect(await open()).toEqual(['opens', 'measure-suspended']);
    expect(await scene.waitingReports()).toMatchObject([{ eventId: 'term' }]);
  });

  it('is not done again: whose term was made shorter since keeps that', async () => {
    await scene.verified(given);
    const second = await scene.waiting({ ...given, position: 'additional' }, cast.joris);
    await tell('both', 'term-set', '2028-01-01');
    await tell('one', 'term-set', '2027-06-01', { kvk: kvks.haven });
    await scene.expecting(200, scene.approve(cast.olga, second));
    await scene.expecting(200, scene.approve(cast.otto, second));
    await scene.tasks();
    scene.later('2027-06-01');
    expect([await open(), await scene.waitingReports()]).toEqual([['measure-ended', 'opens'], []]);
    scene.later('2028-01-01');
    expect(await open()).toEqual(['measure-ended', 'measure-ended']);
  });

  it('holds for a guardian who comes later, when his order had been given by then', async () => {
    await scene.verified(given);
    await tell('over', 'lifted', '2027-02-10');
    scene.later('2027-02-03');
    const late = await besides();
    await scene.tasks();
    expect((await scene.see(cast.joris, late)).authority).toMatchObject({ endReason: 'lifted' });
    scene.later('2027-02-12');
    const anew: Answered = await scene.verified({ ...given, givenOn: '2027-02-11', ground: 'mentorschap' });
    await scene.tasks();
    expect((await scene.see(cast.gerda, anew)).state).toBe('active');
  });

  it('does not end the same order that two officials let work again: why it had ended, they looked into', async () => {
    await scene.verified(given);
    await tell('gone', 'dismissed', '2027-02-01');
    const again = await scene.verified(given);
    await scene.tasks();
    expect([(await scene.see(cast.gerda, again)).state, await scene.opens(message)]).toEqual([
      'active',
      'opens',
    ]);
  });
});

import { birthDates, representative } from '../support/cast.ts';
import { type CaseScene, openCase } from './case.scene.ts';
import { type Answered, bsns, cast, kvks } from './scene.ts';

const caseNumber = 'C/99/whom BM';
const successor = { caseNumber, givenOn: '2027-01-20', position: 'sole' };
const ruben = representative(bsns.ruben);

let scene: CaseScene;
let message: string;
beforeEach(async () => {
  scene = await openCase(caseNumber);
  ({ message } = scene);
});
afterEach(() => scene.close());

/** Two officials looked, and what the register told was looked at once more. */
const approved = async (order: Answered) => {
  await scene.expecting(200, scene.approve(cast.olga, order));
  await scene.expecting(200, scene.approve(cast.otto, order));
  await scene.tasks();
  return scene.see(cast.olga, order);
};
const rubensOffice = async (): Promise<string> => {
  const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  const { id } = await scene.expecting(201, scene.as(ruben).post('/v1/representative-organisations', wish));
  await scene.expecting(
    200,
    scene.as(cast.olga).post(`/v1/representative-organisations/${id}/recognition`, {}),
  );
  return id;
};

describe('R21: what was told of a day before an order was given is of who came before him, who never came here', () => {
  it.each([
    ['dismissed', '2027-01-15', {}],
    ['dismissed', '2027-01-15', { kvk: kvks.haven }],
    ['suspended', '2027-01-10', { heard: true }],
    ['guardian-died', '2027-01-19', {}],
  ])('%s: his successor begins, and people look at the report', async (kind, on, more) => {
    await scene.told(kind, on, more);
    const order = await approved(await scene.waiting(successor));
    expect([order.state, await scene.opens(message)]).toEqual(['active', 'opens']);
    expect(await scene.waitingReports()).toMatchObject([{ kind, why: 'unknown-order' }]);
  });

  it('told while the successor works: he goes on', async () => {
    await scene.verified(successor);
    await scene.told('dismissed', '2027-01-15');
    expect(await scene.opens(message)).toBe('opens');
  });
});

describe('R29: a measure that begins when another is lifted or overturned is a new one', () => {
  it('a bewind from the day on which the curatele ends: by one decision', async () => {
    await scene.verified({ caseNumber, ground: 'curatele', givenOn: '2026-06-01' });
    await scene.told('lifted', '2027-04-20');
    const order = await approved(await scene.waiting({ ...successor, startsOn: '2027-04-20' }));
    expect(order.authority?.endsOn).toBeUndefined();
    scene.clock.moveToInstant('2027-04-21T08:00:00Z');
    await scene.tasks();
    expect(await scene.opens(message)).toBe('opens');
  });

  it('Vermeer is appointed by the decision that overturns that of De Haven', async () => {
    await scene.verified({ caseNumber, givenOn: '2026-06-01' });
    await scene.told('overturned', '2027-01-20');
    const order = await approved(await scene.waiting(successor, cast.joris));
    expect([order.state, await scene.opens(message, cast.joris)]).toEqual(['active', 'opens']);
    expect(await scene.opens(message)).not.toBe('opens');
  });

  it('but what had yet to begin, and stands alone in its case, is lifted before it begins', async () => {
    await scene.verified({ caseNumber, givenOn: '2027-01-20', startsOn: '2027-03-01' });
    await scene.told('lifted', '2027-02-20');
    scene.clock.moveToInstant('2027-03-02T08:00:00Z');
    expect(await scene.opens(message)).not.toBe('opens');
  });

  it.each([
    ['curatele', '2027-01-20', '2027-01-25', null, '2027-01-26'],
    ['bewind', '2027-01-20', null, '2027-03-01', '2027-03-01'],
    ['bewind', '2027-01-20', '2027-01-25', null, '2027-01-26'],
    ['provisional', '2027-01-20', null, '2027-01-20', '2027-01-20'],
  ])(
    'the database counts the first day of a %s given on %s in the same way',
    async (...[ground, on, sent, starts, first]) => {
      const row = { ground, given_on: on, sent_on: sent, starts_on: starts };
      const { rows } = await scene.database.admin.query(
        'SELECT authority_from(jsonb_populate_record(NULL::court_order, $1))::text AS first',
        [JSON.stringify(row)],
      );
      expect(rows).toEqual([{ first }]);
    },
  );
});

describe('R30: a guardian who is a person loses all that he has only when the register names him', () => {
  it.each([
    [{}, ['active', 'recognised']],
    [{ guardianBsn: bsns.ruben }, ['ended', 'suspended']],
  ])('told of a case that is his: %j', async (more, [state, standing]) => {
    const office = await rubensOffice();
    await scene.world.client(bsns.willem);
    const about = { bsn: bsns.willem, birthDate: birthDates.willem };
    const elsewhere = await scene.verified(
      { givenOn: '2026-06-01', caseNumber: 'C/99/willem', ...about },
      ruben,
    );
    const order = await scene.verified({ caseNumber, givenOn: '2026-06-01' }, ruben);
    await scene.told('guardian-died', '2027-01-20', more);
    expect((await scene.see(cast.olga, order)).state).toBe('ended');
    expect((await scene.see(cast.olga, elsewhere)).state).toBe(state);
    const { rows } = await scene.database.admin.query('SELECT standing FROM organisation WHERE id = $1', [
      office,
    ]);
    expect(rows).toEqual([{ standing }]);
  });

  it('told before his order came, of the guardian of the case: that ends, and nothing elsewhere', async () => {
    await rubensOffice();
    await scene.world.client(bsns.willem);
    const about = { bsn: bsns.willem, birthDate: birthDates.willem };
    const elsewhere = await scene.verified(
      { givenOn: '2026-06-01', caseNumber: 'C/99/willem', ...about },
      ruben,
    );
    await scene.told('guardian-died', '2027-01-25');
    expect((await approved(await scene.waiting(successor, ruben))).state).toBe('ended');
    expect((await scene.see(cast.olga, elsewhere)).state).toBe('active');
  });
});

it('R28: a suspension that was known of an order is not done again on the same order that is handed in again', async () => {
  const given = { caseNumber, givenOn: '2026-06-01' };
  const first = await scene.verified(given);
  await scene.expecting(200, scene.change(first, 'suspended', '2027-01-10', { heard: true }));
  await scene.told('suspended', '2027-01-10', { heard: true, kvk: kvks.haven });
  await scene.told('suspension-ended', '2027-01-15', { kvk: kvks.haven });
  await scene.expecting(200, scene.change(first, 'dismissed', '2027-01-20'));
  expect((await approved(await scene.waiting(given))).state).toBe('active');
  expect([await scene.opens(message), await scene.waitingReports()]).toEqual(['opens', []]);
});

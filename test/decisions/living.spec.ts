import { nothing } from '../inbox/scene.ts';
import { bsns, type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const dies = (client: string) =>
  scene.house.database.admin.query(`UPDATE client SET died_on = '2026-11-20' WHERE id = $1`, [client]);
const died = { decision: false, context: { reason: 'person-died' } };
const me = async (who: keyof typeof people) =>
  (await scene.house.as(people[who]).get('/v1/me')).body as Record<string, string>;

/** Ruben, whom an official recognised to represent others by himself, with a mandate of Yasmina. */
async function rubenRepresents(): Promise<{ readonly organisation: string; readonly mandate: string }> {
  const { house, yasmina } = scene;
  const offices = '/v1/representative-organisations';
  const wish = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  const { id: organisation } = (await house.as(people.rubenRepresents).post(offices, wish).expect(201))
    .body as { id: string };
  await house.as(people.olga).post(`${offices}/${organisation}/recognition`).expect(200);
  const lines = [{ sender: oins.svb, category: 'care', actions: ['read'] }];
  const mandate = await house.world.mandate({ client: yasmina, organisation, lines });
  return { organisation, mandate };
}
const asRepresentative = (bsn: string) => ({
  ...{ type: 'employee', id: `bsn:${bsn}`, properties: { capacity: 'representative' } },
});
const care = () => scene.inbox({ sender: oins.svb, category: 'care' });

describe('Nobody may anything as the dead (R30)', () => {
  it('a citizen: what he may himself until then is a no, about each thing, and no search finds him', async () => {
    const subject = { type: 'citizen', id: `bsn:${bsns.yasmina}` };
    const questions = [
      { subject, resource: { type: 'inbox', id: scene.yasmina } },
      { subject, action: { name: 'reply' } },
      { subject, action: { name: 'see' }, resource: { type: 'mandate', id: scene.mandate } },
    ];
    for (const question of questions) expect(await scene.ask(question)).toMatchObject({ decision: true });
    await dies(scene.yasmina);
    expect((await me('yasmina')).code).toBe('person-died');
    for (const question of questions) expect(await scene.ask(question)).toMatchObject(died);
    const search = await scene.post('search/subject', scene.question({ subject: { type: 'citizen' } }));
    expect(search.body).toMatchObject({ results: [] });
  });

  it('a person who represents others by himself: not by his own name, not by that of his office', async () => {
    const { organisation, mandate } = await rubenRepresents();
    const { employee } = await me('rubenRepresents');
    const subjects = [
      { type: 'employee', id: employee },
      { type: 'organisation', id: organisation },
      asRepresentative(bsns.ruben),
    ];
    const see = { action: { name: 'see' }, resource: { type: 'mandate', id: mandate } };
    for (const subject of subjects) {
      expect(await scene.ask({ subject, resource: care() })).toMatchObject({ decision: true });
      expect(await scene.ask({ subject, ...see })).toMatchObject({ decision: true });
    }
    await dies(await scene.house.world.client(bsns.ruben));
    expect((await me('rubenRepresents')).code).toBe('person-died');
    for (const subject of subjects) {
      expect(await scene.ask({ subject, resource: care() })).toMatchObject(died);
      expect(await scene.ask({ subject, ...see })).toMatchObject(died);
    }
  });

  it('of who is asked about for whom: that his client died says nothing about Joris', async () => {
    await dies(scene.pieter);
    expect(await scene.ask()).toMatchObject({ decision: true });
  });
});

describe('Who represents others by himself', () => {
  it('is asked about by his BSN in that capacity, as he signs in, and the record does not hold the number (R2)', async () => {
    const { organisation, mandate } = await rubenRepresents();
    const { employee } = await me('rubenRepresents');
    expect(await scene.ask({ subject: asRepresentative(bsns.ruben), resource: care() })).toMatchObject({
      decision: true,
      context: {
        via: [
          { type: 'mandate', id: mandate },
          { type: 'organisation', id: organisation },
          { type: 'employee', id: employee },
        ],
      },
    });
    const { rows } = await scene.house.database.admin.query('SELECT * FROM trail');
    expect(JSON.stringify(rows)).not.toContain(bsns.ruben);
  });

  it('is nobody as a citizen, without that capacity, or by the BSN of who represents nobody', async () => {
    await rubenRepresents();
    const none = { decision: false, context: { reason: 'does-not-exist' } };
    const ruben = asRepresentative(bsns.ruben);
    for (const subject of [
      { ...ruben, type: 'citizen' },
      { ...ruben, properties: {} },
      { ...ruben, id: bsns.ruben },
      asRepresentative(bsns.henk),
      asRepresentative('999999999'),
      { ...ruben, id: nothing },
    ])
      expect(await scene.ask({ subject, resource: care() })).toMatchObject(none);
  });
});

import { deliver, trailOf } from '../inbox/scene.ts';
import { bsns, type Decisions, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => {
  scene = await openDecisions();
  await scene.register({ tells: 'nothing' });
});
afterEach(() => scene.house.close());

const stranger = '999990007';
const pieter = () => ({ pseudonym: scene.pieter, bsn: `bsn:${bsns.pieter}`, stranger: `bsn:${stranger}` });
const inbox = (id: string) => ({ type: 'inbox', id });
const citizen = (id: string) => ({ type: 'citizen', id });
const search = async (what: string, more: Record<string, unknown>) => {
  const { subject, action, resource, context } = { ...scene.question(), ...more };
  const asked = what === 'action' ? { subject, resource, context } : { subject, action, resource, context };
  return (await scene.post(`search/${what}`, asked)).body;
};

describe('Who hears nothing', () => {
  it('hears of a citizen who is known here what he hears of one who is not', async () => {
    const { bsn, pseudonym, stranger } = pieter();
    const message = await deliver(scene.house, { recipient: { bsn: bsns.pieter } });
    for (const id of [bsn, stranger])
      for (const resource of [inbox(id), inbox(pseudonym), { type: 'message', id: message }])
        expect(await scene.ask({ subject: citizen(id), resource })).toEqual({ decision: false });
    expect(await scene.ask({ subject: citizen(pseudonym), resource: inbox(bsn) })).toEqual({
      decision: false,
    });
    expect(await scene.ask({ subject: citizen(pseudonym), resource: inbox(pseudonym) })).toEqual({
      decision: true,
    });
    const [line] = await trailOf(scene.house, 'decision.ask');
    expect(line).toMatchObject({ client_id: scene.pieter, details: { reason: 'caller-may-not-ask' } });
  });

  it('finds by a BSN nobody and nothing, and no token that would say how far it came', async () => {
    const { bsn, stranger } = pieter();
    const nothing = { page: { next_token: '', count: 0 }, results: [] };
    for (const id of [bsn, stranger])
      expect([
        await search('subject', { subject: { type: 'citizen' }, resource: inbox(id) }),
        await search('resource', { subject: citizen(id), resource: { type: 'inbox' } }),
        await search('resource', { resource: { type: 'message', properties: { client: id } } }),
        await search('action', { subject: citizen(id), resource: inbox(id) }),
      ]).toEqual([nothing, nothing, nothing, nothing]);
  });

  it('finds by the BSN of a person not for whom he acts by himself', async () => {
    const { house, yasmina } = scene;
    const offices = '/v1/representative-organisations';
    const wish = { name: 'Ruben Maas', kind: 'individual', administratorName: 'Ruben Maas' };
    const registered = await house.as(people.rubenRepresents).post(offices, wish).expect(201);
    const { id: organisation } = registered.body as { id: string };
    await house.as(people.olga).post(`${offices}/${organisation}/recognition`).expect(200);
    const lines = [{ category: 'financial', actions: ['read'] }];
    await house.world.mandate({ client: yasmina, organisation, lines });
    const subject = { type: 'employee', id: `bsn:${bsns.ruben}`, properties: { capacity: 'representative' } };
    const resource = { type: 'inbox', properties: scene.inbox().properties };
    expect(await search('resource', { subject, resource })).toMatchObject({ results: [] });
    expect(await scene.ask({ subject })).toMatchObject({ decision: true });
    await scene.register();
    expect(await search('resource', { subject, resource })).toMatchObject({ results: [{ id: yasmina }] });
  });

  it('still hears whether somebody may act for another, and may still name a client by BSN for that', async () => {
    const resource = { ...scene.inbox(), id: `bsn:${bsns.yasmina}` };
    expect(await scene.ask({ resource })).toMatchObject({ decision: true });
  });
});

import type { House } from '../support/house.ts';
import { openHouse } from '../support/house.ts';
import { oins, people } from '../support/cast.ts';
import { trailOf } from './scene.ts';

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

const tax = { nameNl: 'Belastingdienst', nameEn: 'Tax office', assurance: 'low' };
const assessment = {
  nameNl: 'Aanslag',
  nameEn: 'Assessment',
  category: 'financial',
  assurance: 'substantial',
};
const path = (oin: string, code = 'assessment') => `/v1/senders/${oin}/message-types/${code}`;

describe('Senders and their message types', () => {
  it('lets Olga the official register the tax office and correct it, and tells everyone', async () => {
    expect(
      (await house.as(people.olga).put(`/v1/senders/${oins.tax}`, { ...tax, nameEn: 'Taxes' })).status,
    ).toBe(204);
    expect((await house.as(people.olga).put(`/v1/senders/${oins.tax}`, tax)).status).toBe(204);
    expect(
      (await house.as(people.olga).put(`/v1/senders/${oins.svb}`, { ...tax, nameNl: 'SVB' })).status,
    ).toBe(204);
    const { body } = await house.as(people.yasmina).get('/v1/senders');
    expect(body.items).toEqual([
      { oin: oins.tax, ...tax, messageTypes: [] },
      { oin: oins.svb, ...tax, nameNl: 'SVB', messageTypes: [] },
    ]);
    const [line] = await trailOf(house, 'sender.register');
    expect(line).toMatchObject({ object_kind: 'sender', object_id: oins.tax, ground: 'supervision' });
  });

  it('lets the tax office say what its codes stand for, and change it', async () => {
    expect(
      (await house.as(people.tax).put(path(oins.tax), { ...assessment, category: 'other' })).status,
    ).toBe(204);
    expect((await house.as(people.tax).put(path(oins.tax), assessment)).status).toBe(204);
    const { body } = await house.as(people.tax).get('/v1/senders');
    expect(body.items[0].messageTypes).toEqual([{ code: 'assessment', ...assessment }]);
  });

  it('answers the SVB about types of the tax office as about a sender that does not exist', async () => {
    const foreign = await house.as(people.svb).put(path(oins.tax), assessment);
    const unknown = await house.as(people.svb).put(path('00000099000000007777'), assessment);
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect((await trailOf(house, 'sender.define-types')).at(-2)).toMatchObject({
      outcome: 'refused',
      reason: 'not-a-party',
      object_id: oins.tax,
    });
  });

  it.each([
    ['a citizen registering a sender', people.yasmina, `/v1/senders/${oins.town}`, tax],
    ['a sender registering another', people.tax, `/v1/senders/${oins.town}`, tax],
    ['an official defining types', people.olga, path(oins.tax), assessment],
    ['a machine that is no sender', people.system, path(oins.system), assessment],
  ])('refuses %s at the door', async (_, who, where, body) => {
    const answer = await house.as(who).put(where, body);
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('wrong-kind-of-actor');
  });

  it('names every fault at once and echoes none of the values', async () => {
    const answer = await house
      .as(people.olga)
      .put('/v1/senders/123', { nameNl: '', nameEn: 7, assurance: 'top-secret' });
    expect(answer.status).toBe(400);
    const types = await house.as(people.tax).put(path(oins.tax, 'Wrong_Code'), assessment);
    expect(types.body.errors).toMatchObject([{ in: 'path', location: { name: 'code' } }]);
    const body = await house
      .as(people.olga)
      .put(`/v1/senders/${oins.tax}`, { nameNl: '', assurance: 'top-secret' });
    expect(
      body.body.errors.map((error: { location: { pointer: string } }) => error.location.pointer),
    ).toEqual(['#/nameNl', '#/nameEn', '#/assurance']);
    expect(JSON.stringify(body.body)).not.toContain('top-secret');
  });

  it('lists a page at a time, with a link to the next, and refuses a cursor of another list', async () => {
    const first = await house.as(people.joris).get('/v1/senders?limit=1');
    expect(first.body.items).toHaveLength(1);
    expect(first.headers.link).toContain('rel="next"');
    const second = await house.as(people.joris).get(`/v1/senders?limit=1&cursor=${first.body.next}`);
    expect(second.body.items[0].oin).toBe(oins.svb);
    expect(second.body.next).toBeUndefined();
    const strange = Buffer.from('2026-01-01T00:00:00.000Z 0193f0a2').toString('base64url');
    expect((await house.as(people.joris).get(`/v1/senders?cursor=${strange}`)).status).toBe(400);
  });
});

import { deliver, trailOf } from '../inbox/scene.ts';
import { bsns, type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const search = (what: string, more: Record<string, unknown> = {}) =>
  scene.post(`search/${what}`, { ...scene.question(), ...more });
const searched = async () =>
  (await trailOf(scene.house, 'decision.search')).filter(
    ({ details }) => (details as { searched?: string }).searched !== undefined,
  );
const inHerTrail = async () =>
  (
    (await scene.house.as(people.yasmina).get('/v1/trail-entries')).body as { items: { action: string }[] }
  ).items
    .map(({ action }) => action)
    .filter((action) => action.startsWith('decision.'));

describe('On the record', () => {
  it('a search that names Yasmina by her BSN stands there once, and she sees it, also when nothing is found (R2)', async () => {
    const of = { client: `bsn:${bsns.yasmina}` };
    await search('resource', {
      ...{ resource: { type: 'message', properties: of } },
      context: { assurance: 'substantial', purpose: `The dossier of ${bsns.yasmina}` },
    });
    await deliver(scene.house, { type: 'support' });
    await search('resource', { resource: { type: 'message', properties: of } });
    const subject = { type: 'organisation' };
    await search('subject', {
      ...{ subject, action: { name: 'reply' } },
      resource: { type: 'inbox', id: of.client, properties: { sender: oins.tax, category: 'care' } },
    });
    const { action: _, ...question } = scene.question();
    const unknown = { type: 'dossier', id: '1', properties: of };
    await scene.post('search/action', { ...question, resource: unknown });
    const lines = await searched();
    expect(lines.map(({ client_id }) => client_id)).toEqual(Array(4).fill(scene.yasmina));
    expect(lines.map(({ details }) => details)).toEqual([
      {
        ...{ searched: 'resource', type: 'message', subject: `employee:${scene.jorisId}`, asked: 'read' },
        ...{ assurance: 'substantial', purpose: 'The dossier of ******019', decided: 0, found: 0 },
        system: 'Message box',
      },
      expect.objectContaining({ searched: 'resource', decided: 1, found: 0 }),
      {
        ...{ searched: 'subject', type: 'organisation', asked: 'reply', sender: oins.tax, category: 'care' },
        ...{ assurance: 'substantial', decided: 1, found: 0, system: 'Message box' },
      },
      expect.objectContaining({ searched: 'action', type: 'action', decided: 0, found: 0 }),
    ]);
    expect(lines[2]).toMatchObject({ object_kind: 'inbox', object_id: 'by-bsn' });
    expect(lines[0]).toMatchObject({ organisation_id: scene.vermeer });
    expect(await inHerTrail()).toEqual(Array(4).fill('decision.search'));
    expect(JSON.stringify(lines)).not.toContain(bsns.yasmina);
  });

  it('what a search finds stands beside it, each with whose it is', async () => {
    await search('resource', { resource: { type: 'inbox', properties: scene.inbox().properties } });
    const lines = await trailOf(scene.house, 'decision.search');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ client_id: null, details: { decided: 1, found: 1 } });
    expect(lines[1]).toMatchObject({ client_id: scene.yasmina, details: { decision: true } });
  });

  it('what was said of a message stands beside the answer, and whether that rests on it', async () => {
    const properties = { client: scene.yasmina, sender: oins.tax, category: 'financial' };
    const more = { deliveredAt: '2026-11-01T10:00:00+01:00', assurance: 'high' };
    const [here, elsewhere] = [await deliver(scene.house), 'FBS-2026-0042'];
    await scene.ask({ resource: { type: 'message', id: elsewhere, properties: { ...properties, ...more } } });
    await scene.ask({ resource: { type: 'message', id: here, properties } });
    await scene.ask({ resource: scene.inbox({ category: 'care' }) });
    const lines = (await trailOf(scene.house, 'decision.ask')).map(({ details }) => details);
    const asked = {
      ...{ subject: `employee:${scene.jorisId}`, asked: 'read' },
      ...{ assurance: 'substantial', system: 'Message box' },
    };
    const described = { sender: oins.tax, category: 'financial' };
    expect(lines).toEqual([
      {
        ...{ ...asked, ...described, deliveredAt: '2026-11-01T09:00:00.000Z', messageAssurance: 'high' },
        ...{ elsewhere: true, decision: false, reason: 'assurance-too-low' },
      },
      { ...asked, ...described, decision: true },
      { ...asked, ...described, category: 'care', decision: false, reason: 'outside-the-mandate' },
    ]);
  });

  it('of a message here that is said to be of another it stands whose it is, and who was named (R40)', async () => {
    const message = await deliver(scene.house);
    const described = { sender: oins.tax, category: 'financial' };
    for (const client of [scene.pieter, `bsn:${bsns.pieter}`, `bsn:${bsns.willem}`, scene.yasmina])
      await scene.ask({
        resource: { type: 'message', id: message, properties: { client, ...described } },
      });
    const lines = await trailOf(scene.house, 'decision.ask');
    expect(lines.map(({ client_id }) => client_id)).toEqual(Array(4).fill(scene.yasmina));
    expect(
      lines.map(({ details }) => {
        const { decision, namedClient } = details as Record<string, unknown>;
        return [decision, namedClient];
      }),
    ).toEqual([
      [false, scene.pieter],
      [false, scene.pieter],
      [false, undefined], // nobody here has that BSN
      [true, undefined],
    ]);
    expect(JSON.stringify(lines)).not.toContain(bsns.pieter);
    const { body } = await scene.house.as(people.yasmina).get('/v1/trail-entries');
    expect(JSON.stringify(body)).not.toContain(scene.pieter);
  });

  it('an action that is none of ours is not kept in its own words (R2)', async () => {
    await scene.ask({ action: { name: bsns.yasmina } });
    const [line] = await trailOf(scene.house, 'decision.ask');
    expect(line).toMatchObject({ details: { asked: 'other', reason: 'not-decided-here' } });
    expect(JSON.stringify(line)).not.toContain(bsns.yasmina);
  });

  it('no word of a search holds a BSN (R2)', async () => {
    await search('resource', { action: { name: bsns.yasmina }, resource: { type: bsns.yasmina } });
    const [line] = await searched();
    expect(line).toMatchObject({ details: { asked: 'other', type: '******019' } });
  });

  it.each([
    [{ subject: { type: 'robot', id: 'x' } }, { subject: 'robot:x' }, 'inbox'],
    [{ subject: { type: 'robot', id: bsns.pieter } }, { subject: 'robot:******032' }, 'inbox'],
    [
      { resource: { type: 'dossier', id: '7', properties: { client: `bsn:${bsns.yasmina}` } } },
      { asked: 'read' },
      'dossier',
    ],
    [{ resource: { type: 'person', id: `bsn:${bsns.yasmina}` } }, { asked: 'read' }, 'person'],
    [
      { subject: { type: 'user', id: `bsn:${bsns.yasmina}` }, resource: { type: 'thing', id: '1' } },
      { subject: 'user:by-bsn' },
      'thing',
    ],
  ])('what is not decided about here, and about whom it was: %j', async (more, details, kind) => {
    await scene.ask(more);
    const [line] = await trailOf(scene.house, 'decision.ask');
    expect(line).toMatchObject({
      ...{ client_id: scene.yasmina, object_kind: kind },
      details: { ...details, decision: false, reason: 'not-decided-here', assurance: 'substantial' },
    });
    expect(JSON.stringify(line)).not.toMatch(new RegExp(`${bsns.yasmina}|${bsns.pieter}`));
    expect(await inHerTrail()).toEqual(['decision.ask']);
  });
});

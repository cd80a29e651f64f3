import { bsns, kvks, oins, people } from '../support/cast.ts';
import { newId } from '../../src/platform/ids.ts';
import { type LifeScene, openLifeScene } from '../life-events/scene.ts';
import type { Office } from '../mandates/scene.ts';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly mandate: string;
    readonly why: string;
    readonly lost: readonly object[];
    readonly client: { readonly bsn?: string };
  };
}

let scene: LifeScene;
let office: Office;
let yasmina: string;
beforeEach(async () => {
  scene = await openLifeScene();
  office = await scene.office();
  yasmina = await scene.world.client(bsns.yasmina);
});
afterEach(() => scene.close());

const both = [
  { sender: oins.tax, category: 'financial', actions: ['read', 'download'] },
  { sender: oins.svb, category: 'all', actions: ['read'] },
];
const given = (lines: object[] = both, more: object = {}) =>
  scene.world.mandate({ client: yasmina, organisation: office.id, lines, ...more });
const waiting = async (sender = people.tax, query = '') => {
  const { status, body } = await scene.as(sender).get(`/v1/sender-events${query}`);
  expect(status).toBe(200);
  return body as { items: Event[]; more: boolean };
};
const acknowledge = (events: readonly string[], sender = people.tax) =>
  scene.as(sender).post('/v1/sender-events/_acknowledge', { events });

describe('A sender is told that somebody may no longer act for a client (R17)', () => {
  it('at the next request after the client revoked, with the number that it knows him by, and no other sender is', async () => {
    const mandate = await given([both[0] as object]);
    expect((await waiting()).items).toEqual([]);
    await scene.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`);
    const { items, more } = await waiting();
    expect(more).toBe(false);
    expect(items).toMatchObject([
      {
        ...{ specversion: '1.0', type: 'nl.volmacht.mandate-ended' },
        data: {
          ...{ mandate, why: 'revoked', client: { bsn: bsns.yasmina } },
          representative: { kvk: office.kvk },
          lost: [{ category: 'financial', actions: ['read', 'download'] }],
        },
      },
    ]);
    expect((await waiting(people.svb)).items).toEqual([]);
  });

  it('again and again until it says that it heard it, and then no more', async () => {
    const mandates = [await given(), await given(both, { organisation: await haven() })];
    for (const mandate of mandates) await scene.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`);
    const first = await waiting(people.svb, '?limit=1');
    expect([first.items.length, first.more]).toEqual([1, true]);
    expect(await waiting(people.svb, '?limit=1')).toEqual(first);
    const [heard] = first.items.map(({ id }) => id);
    for (const acknowledged of [1, 0])
      expect((await acknowledge([heard as string], people.svb)).body).toEqual({
        acknowledged,
        unknown: [],
      });
    const rest = await waiting(people.svb);
    expect(rest.items.map(({ data }) => data.mandate)).toEqual([mandates[1]]);
    expect((await waiting()).items).toHaveLength(2); // of the tax office, which acknowledged nothing
  });

  it('also that an office gave it back, and which line a client took away', async () => {
    const [one, other] = [await given(), await given([both[0] as object], { organisation: await haven() })];
    await scene.as(office.anna).post(`/v1/mandates/${one}/renunciation`);
    const { body } = await scene.as(people.yasmina).get(`/v1/mandates/${other}`);
    const lines = (body as { lines: { id: string }[] }).lines.map(({ id }) => ({
      id,
      actions: ['download'],
    }));
    const narrowed = await scene.as(people.yasmina).post(`/v1/mandates/${other}/narrowing`, { lines });
    expect(narrowed.status).toBe(200);
    expect(
      (await waiting()).items.map(({ type, data }) => [type, data.why, data.mandate, data.lost]),
    ).toEqual([
      [
        'nl.volmacht.mandate-ended',
        'renounced',
        one,
        [{ category: 'financial', actions: ['read', 'download'] }],
      ],
      ['nl.volmacht.mandate-narrowed', 'narrowed', other, [{ category: 'financial', actions: ['read'] }]],
    ]);
  });

  it('of a request that nobody answered it hears nothing', async () => {
    await given(both, { state: 'offered' });
    const { body } = await scene.as(people.yasmina).get('/v1/mandates');
    for (const { id } of (body as { items: { id: string }[] }).items)
      await scene.as(people.yasmina).post(`/v1/mandates/${id}/refusal`);
    expect((await waiting()).items).toEqual([]);
  });
});

describe('Senders are told of a death (R30)', () => {
  it('by which all mandates of the client ended, each sender that they name', async () => {
    await given();
    await scene.tell({ bsn: bsns.yasmina, kind: 'death', effectiveOn: scene.world.day(-2) });
    expect((await waiting()).items).toMatchObject([{ data: { why: 'client-died' } }]);
    expect((await waiting(people.svb)).items).toMatchObject([{ data: { why: 'client-died' } }]);
  });

  it('a guardian’s mandate names no sender: those who wrote to the ward about it are told, and why is not', async () => {
    const order = await given([{ sender: '*', category: 'financial', actions: ['read'] }], {
      ground: 'bewind',
    });
    await scene.as(people.tax).post('/v1/messages', {
      ...{
        recipient: { bsn: bsns.yasmina },
        type: 'assessment',
        subject: 'Assessment',
        body: 'About money.',
      },
    });
    await scene.database.admin.query(
      `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'lifted' WHERE id = $1`,
      [order],
    );
    expect((await waiting()).items).toMatchObject([{ data: { why: 'ended', mandate: order } }]);
    expect((await waiting(people.svb)).items).toEqual([]);
  });
});

describe('What a sender is told is on the record, and nobody else’s', () => {
  it('the client finds in his trail that it was told', async () => {
    const mandate = await given();
    await scene.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`);
    await waiting();
    const { body } = await scene.as(people.yasmina).get('/v1/trail-entries');
    const lines = (body as { items: { action: string }[] }).items;
    expect(lines.filter(({ action }) => action === 'sender-event.list')).toHaveLength(1);
  });

  it('an event of another sender, and one that is not, is named and not acknowledged; the others are (R13)', async () => {
    const mandate = await given();
    await scene.as(people.yasmina).post(`/v1/mandates/${mandate}/revocation`);
    const [own] = (await waiting()).items;
    const [foreign] = (await waiting(people.svb)).items;
    const wrong = [foreign?.id ?? '', newId()];
    const { status, body } = await acknowledge([own?.id ?? '', ...wrong]);
    expect([status, body]).toEqual([200, { acknowledged: 1, unknown: wrong }]);
    expect([(await waiting()).items.length, (await waiting(people.svb)).items.length]).toEqual([0, 1]);
  });

  it('who is no sender does not get in, and bad input is named', async () => {
    for (const who of [people.yasmina, office.anna, people.olga])
      expect((await scene.as(who).get('/v1/sender-events')).status).toBe(403);
    const { status, body } = await acknowledge([]);
    expect([status, (body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([400, 'ids']);
    expect((await scene.as(people.tax).get('/v1/sender-events?limit=0')).status).toBe(400);
    expect((await scene.as(people.tax).get('/v1/sender-events?cursor=x')).status).toBe(400);
  });
});

const haven = () => scene.world.organisation(kvks.haven);

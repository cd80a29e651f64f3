import { manyBsns } from '../support/cast.ts';
import { bsns, cast, evidence, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const hand = (more: Record<string, unknown>) =>
  scene.as(cast.gerda).post('/v1/court-orders', scene.said(more));
const faults = async (more: Record<string, unknown>) => {
  const { status, body } = await hand(more);
  const { errors = [] } = body as { errors?: { code: string; location: { pointer: string } }[] };
  return [status, ...errors.map(({ code, location }) => `${location.pointer} ${code}`)];
};

describe('Handing in a court order', () => {
  it('names every fault at once, and echoes no number', async () => {
    const answer = await hand({ bsn: '999991234', caseNumber: 'x', ecli: 'no', birthDate: '1957-02-30' });
    const { errors } = answer.body as { errors: { location: { pointer: string } }[] };
    expect(errors.map(({ location }) => location.pointer).toSorted()).toEqual([
      ...['#/birthDate', '#/bsn', '#/caseNumber', '#/ecli'],
    ]);
    expect(answer.text).not.toContain('999991234');
  });

  it('holds the days and the reach to the rules (R22–R25)', async () => {
    expect(
      await faults({
        ground: 'curatele',
        givenOn: '2999-01-01'.replace('2999', '2199'),
        startsOn: '2199-02-01',
      }),
    ).toEqual([400, '#/givenOn in-the-future', '#/startsOn not-for-curatele']);
    expect(await faults({ divided: true, categories: ['care'], senders: ['00000099000000008888'] })).toEqual([
      ...[400, '#/categories/0 outside-the-ground', '#/senders/0 unknown-sender'],
    ]);
    expect(await faults({ ground: 'mentorschap', partial: true })).toEqual([400, '#/partial only-bewind']);
    expect(await faults({ ground: 'provisional' })).toEqual([
      ...[400, '#/startsOn required', '#/categories required'],
    ]);
  });

  it('takes a PDF, and looks into it', async () => {
    const copy = (mediaType: string, content: string) => ({
      evidence: [{ mediaType, content: Buffer.from(content).toString('base64') }],
    });
    expect(await faults(copy('application/pdf', 'PK zip'))).toEqual([
      ...[400, '#/evidence/0/mediaType contradicted'],
    ]);
    expect(await faults(copy('image/png', '%PDF-1.7'))).toEqual([
      ...[400, '#/evidence/0/mediaType only-pdf', '#/evidence/0/mediaType contradicted'],
    ]);
    expect(await faults({ evidence: [] })).toEqual([400, '#/evidence too-few']);
    expect((await hand({ evidence: Array.from({ length: 5 }, () => evidence[0]) })).status).toBe(400);
  });

  it('keeps the PDF sealed', async () => {
    await scene.handIn();
    const { rows } = await scene.database.admin.query<{ sealed: Buffer }>(
      'SELECT sealed FROM court_order_evidence',
    );
    expect(rows[0]?.sealed.includes(Buffer.from('%PDF-'))).toBe(false);
  });

  it('answers the same for a known, a mismatched and an unknown person (R3)', async () => {
    const [unknown = ''] = manyBsns(1);
    const shape = async (more: Record<string, unknown>) => {
      const order = await scene.waiting({ caseNumber: 'C/99/same', ...more });
      const { id: _, client, ...seen } = await scene.see(cast.gerda, order);
      const dates = /"(registeredAt|waitsSince|addedAt|id)":"[^"]*"/g;
      return JSON.stringify({ ...seen, client: Object.keys(client as object) }).replace(dates, '');
    };
    const known = await shape({});
    expect(await shape({ bsn: bsns.willem })).toBe(known);
    expect(await shape({ bsn: unknown })).toBe(known);
  });

  it('is once: the same order again is refused, and a repeated request is not done again', async () => {
    const wish = scene.said();
    const key = scene.newKey();
    const first = await scene.expecting(201, scene.as(cast.gerda).post('/v1/court-orders', wish, key));
    expect(await scene.expecting(201, scene.as(cast.gerda).post('/v1/court-orders', wish, key))).toEqual(
      first,
    );
    const again = await scene.as(cast.gerda).post('/v1/court-orders', wish);
    expect([again.status, again.body.code]).toEqual([409, 'already-exists']);
    await scene.tasks();
    await scene.expecting(200, scene.act(cast.olga, first, 'rejection', { reason: 'Not readable.' }));
    await scene.expecting(201, scene.as(cast.gerda).post('/v1/court-orders', wish));
  });

  it('is the office’s own until it was verified: no other office, and not the ward, sees it', async () => {
    const order = await scene.waiting();
    for (const who of [cast.joris, cast.pieter, cast.karim])
      expect((await scene.as(who).get(`/v1/court-orders/${order.id}`)).status).toBe(404);
    expect((await scene.as(cast.pieter).get('/v1/court-orders')).body).toEqual({ items: [] });
    const { items } = (await scene.as(cast.pieter).get('/v1/trail-entries')).body as { items: unknown[] };
    expect(JSON.stringify(items)).not.toMatch(/order\.(register|see|check)/);
  });
});

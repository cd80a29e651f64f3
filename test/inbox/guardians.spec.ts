import { endless } from '../../src/domain/day.ts';
import { reasons } from '../../src/domain/reasons.ts';
import { downloadFrom } from './selection.scene.ts';
import { bsns, deliver, oins, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await setScene()));
afterEach(() => scene.house.close());

const as = (who: keyof typeof people) => scene.house.as(people[who]);
/** Yasmina's mandate to Vermeer by order of a court. */
const byCourt = (ground: string, more: object = {}) =>
  scene.house.world.mandate({ client: scene.yasmina, organisation: scene.vermeer, ground, ...more });
const seen = async (who: keyof typeof people, query = '') =>
  ((await as(who).get(`/v1/messages${query}`)).body as { items: { id: string }[] }).items.map(({ id }) => id);
const change = (mandate: string, sql: string, ...values: unknown[]) =>
  scene.house.database.admin.query(`UPDATE mandate SET ${sql} WHERE id = $1`, [mandate, ...values]);
const day = (days: number) => scene.house.world.day(days);

/** Money, care, and something without a type, of two senders; by name. */
async function letters(): Promise<Record<string, string>> {
  const [tax, svb] = [people.tax, people.svb];
  return {
    money: await deliver(scene.house, {}, tax),
    care: await deliver(scene.house, { type: 'support' }, svb),
    untyped: await deliver(scene.house, { type: 'unheard-of' }, svb),
  };
}
const nameOf = (all: Record<string, string>, id: string) => Object.keys(all).find((name) => all[name] === id);

describe('What a guardian sees is what the law gives him', () => {
  it.each([
    ['a curator everything, without a type too (R23, R36)', 'curatele', {}, ['untyped', 'care', 'money']],
    ['a bewindvoerder money (R23)', 'bewind', {}, ['money']],
    ['a mentor care (R23)', 'mentorschap', {}, ['care']],
    ['a partial bewind the senders it names (R24)', 'bewind', { lines: [{ sender: oins.svb }] }, []],
    ['a partial bewind without senders nothing (R24)', 'bewind', { lines: [] }, []],
    ['what the order says (R23)', 'provisional', { lines: [{ category: 'care' }] }, ['care']],
  ])('%s', async (_, ground, more, expected) => {
    const before = await letters();
    await byCourt(ground, more);
    const after = await letters(); // the history, and what comes in
    for (const all of [before, after])
      expect((await seen('joris')).map((id) => nameOf(all, id)).filter(Boolean)).toEqual(expected);
    const { body } = await as('joris').get('/v1/messages/_counts');
    expect(JSON.stringify(body)).toContain(`${2 * expected.length}`);
  });

  it('from the day on which it starts, in Amsterdam, and not an hour before (R22)', async () => {
    const all = await letters();
    await byCourt('curatele', { from: '2027-03-28' }); // on which the clocks change
    scene.house.clock.moveToInstant('2027-03-27T22:59:00Z');
    expect(await seen('joris')).toEqual([]);
    scene.house.clock.moveToInstant('2027-03-27T23:00:00Z');
    expect(await seen('joris')).toHaveLength(Object.keys(all).length);
  });

  it('until the day from which it was lifted, and is told why from then on (R29)', async () => {
    const { money } = await letters();
    const bewind = await byCourt('bewind', { from: '2026-01-01' });
    await change(bewind, 'ends_on = $2', day(40));
    scene.house.clock.moveTo(day(39));
    expect(await seen('joris')).toEqual([money]);
    scene.house.clock.moveTo(day(40));
    expect(await seen('joris')).toEqual([]);
    const refused = await as('joris').get(`/v1/messages/${money}`);
    expect([refused.status, refused.body.code]).toEqual([403, 'measure-ended']);
  });

  it('not while a judge suspended him, and again when nobody confirmed that in fourteen days (R28)', async () => {
    const { money } = await letters();
    const bewind = await byCourt('bewind', { from: '2026-01-01' });
    await change(bewind, 'suspensions = ARRAY[daterange($2, $3)]', day(0), day(14));
    for (const [days, expected] of [
      [0, []],
      [13, []],
      [14, [money]],
    ] as const) {
      scene.house.clock.moveTo(day(days));
      expect([days, await seen('joris')]).toEqual([days, expected]);
    }
    const path = `/v1/mandates/${bewind}`;
    scene.house.clock.moveTo(day(2));
    expect((await as('olga').get(path)).body).toMatchObject({ state: 'suspended' });
    expect((await as('olga').get('/v1/mandates?state=suspended')).body.items).toMatchObject([{ id: bewind }]);
  });

  it('a handover is one instant: the successor sees the history, the predecessor nothing (R32)', async () => {
    const { money } = await letters();
    const before = await byCourt('bewind', { from: '2026-01-01', endsOn: day(0) });
    await byCourt('bewind', { organisation: scene.haven, from: day(0), predecessor: before });
    expect([await seen('joris'), await seen('gerda')]).toEqual([[], [money]]);
  });

  it('two guardians each act alone; with divided tasks each has his part (R25)', async () => {
    const { money, care } = await letters();
    await byCourt('curatele', { lines: [{ category: 'financial' }] });
    await byCourt('curatele', { lines: [{ category: 'care' }], organisation: scene.haven });
    expect([await seen('joris'), await seen('gerda')]).toEqual([[money], [care]]);
  });
});

describe('After the end only what is urgent, and only reading (R31)', () => {
  const urgently = (predecessor: string) =>
    byCourt('urgent-acts', { predecessor, lines: [{ category: 'all', actions: ['read'] }] });

  it('what came before the measure ended, and no more', async () => {
    const { money } = await letters();
    const bewind = await byCourt('bewind', { from: '2026-01-01' });
    await change(bewind, `state = 'ended', ended_at = now(), end_reason = 'lifted'`);
    expect(await seen('joris')).toEqual([]);
    await urgently(bewind);
    await deliver(scene.house);
    expect(await seen('joris')).toContain(money);
    expect(await seen('joris')).toHaveLength(3);
    // The file is whole and holds the list alone, which says why (decision 23).
    const { files, rows } = await downloadFrom(scene.house, [money ?? ''], people.joris);
    expect([files?.size, rows?.map((row) => [row[1], row.at(-2)])]).toEqual([
      ...[1, [['nee', reasons['urgent-acts-only-read'].nl]]],
    ]);
    const archive = await as('joris').put(`/v1/messages/${money}/archive-mark`);
    expect([archive.status, archive.body.code]).toEqual([403, 'urgent-acts-only-read']);
  });

  it('of who died what came before the day of death (R30)', async () => {
    const { admin } = scene.house.database;
    const { money, care } = await letters();
    const bewind = await byCourt('curatele', { from: '2026-01-01' });
    await admin.query(`UPDATE message SET delivered_at = delivered_at - interval '3 days' WHERE id = $1`, [
      money,
    ]);
    await admin.query(
      `UPDATE feed SET delivered_at = delivered_at - interval '3 days' WHERE message_id = $1`,
      [money],
    );
    await admin.query('UPDATE client SET died_on = $2 WHERE id = $1', [scene.yasmina, day(-1)]);
    await change(bewind, `state = 'ended', ended_at = now(), end_reason = 'death'`);
    await urgently(bewind);
    expect(await seen('joris')).toEqual([money]);
    expect((await as('joris').get(`/v1/messages/${money}`)).status).toBe(200);
    expect((await as('joris').get(`/v1/messages/${care}`)).status).toBe(404);
  });
});

describe('What goes out never shows how we write what has no end', () => {
  it('not in a mandate, a list, an export, the trail or a preview', async () => {
    await letters();
    const curatele = await byCourt('curatele', { suspended: { from: day(5), until: endless } });
    const { body } = await as('yasmina').get(`/v1/mandates/${curatele}`);
    expect(body).toMatchObject({
      ground: 'curatele',
      period: { from: day(-1) },
      suspended: { from: day(5) },
      lines: [{ sender: { nameNl: 'Alle afnemers', nameEn: 'All senders' } }],
    });
    expect(body.period).not.toHaveProperty('until');
    expect(body.lines[0].sender).not.toHaveProperty('oin');
    for (const who of ['yasmina', 'joris', 'anna', 'olga'] as const)
      for (const path of ['', '/_export', `/${curatele}`, `/${curatele}/history`]) {
        if (who === 'olga' && path === '/_export') continue; // not for officials
        const { status, text } = await as(who).get(`/v1/mandates${path}`);
        expect([who, path, status]).toEqual([who, path, 200]);
        expect(text).not.toMatch(/infinity|"oin":"\*"|9999-/i);
      }
    const preview = await as('yasmina').get(`/v1/mandates/${curatele}/preview`);
    expect(preview.body.opens).toMatchObject([{ messages: 3, sender: { nameNl: 'Alle afnemers' } }]);
    expect(preview.text).not.toMatch(/"\*"/);
  });

  it.each(['infinity', '-infinity', '9999-12-31'])('and %s is not taken in', async (until) => {
    const lines = [{ sender: oins.tax, category: 'care', actions: ['read'] }];
    const wish = { organisation: scene.vermeer, lines, from: day(0), until };
    expect((await as('yasmina').post('/v1/mandates', wish)).status).toBe(400);
    const request = { bsn: bsns.yasmina, birthDate: '1984-05-17', lines, from: day(0), until };
    expect((await as('joris').post('/v1/mandate-requests', request)).status).toBe(400);
  });
});

import { addDays, addYears, dayOf } from '../../src/domain/day.ts';
import { type Answered, oins, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let client: string;
beforeAll(async () => {
  scene = await openScene();
  client = await scene.world.client(people.yasmina.bsn as string);
});
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const line = (category: string) => ({ sender: oins.tax, category, actions: ['read'] });
const until = addYears(dayOf(new Date()), 3);
const status = async (claims: typeof office.joris, mandate: { id: string }) =>
  (await scene.see(claims, mandate)).status;
const listed = async (claims: typeof office.joris): Promise<string[]> =>
  (await scene.as(claims).get('/v1/mandates')).body.items.map(({ id }: Answered) => id);

describe('What Joris asked for is his to see until the client gives it (R33)', () => {
  it('He sees it while nobody answered; once Yasmina gave it and Sara handles her, it is Sara’s', async () => {
    const asked = await scene.offered(office.joris);
    expect([await status(office.joris, asked), await status(office.sara, asked)]).toEqual([200, 404]);
    await scene.act(people.yasmina, asked, 'consent');
    // Nobody handles her yet: then she is the administrators'.
    expect([await status(office.joris, asked), await status(office.anna, asked)]).toEqual([404, 200]);
    await scene.world.assign(office.id, client, { employee: office.employees.sara });
    expect([await status(office.joris, asked), await status(office.sara, asked)]).toEqual([404, 200]);
    expect([await listed(office.joris), await listed(office.sara)]).toEqual([[], [asked.id]]);
    const none = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
    for (const [move, body] of [
      ['renewal', { until }],
      ['renunciation', undefined],
      ['activation', { code: 'ABCDE-FGHJK-MNPQR-STWXY' }],
    ] as const) {
      const [his, missing] = [
        await scene.act(office.joris, asked, move, body),
        await scene.act(office.joris, { id: none }, move, body),
      ];
      expect([move, his.status, { ...his.body, instance: '' }]).toEqual([
        ...[move, 404, { ...missing.body, instance: '' }],
      ]);
    }
    expect((await scene.as(office.joris).get(`/v1/mandates/${asked.id}/history`)).status).toBe(404);
    for (const file of ['/v1/mandates/_export', '/v1/mandate-reviews/_export'])
      expect((await scene.as(office.joris).get(file)).text).not.toContain(asked.id);
    expect((await scene.act(office.sara, asked, 'renunciation')).status).toBe(200);
    expect(await status(office.joris, asked)).toBe(404); // over as well
  });

  it.each([
    ['declined', async (asked: Answered) => scene.act(people.yasmina, asked, 'refusal')],
    ['withdrawn', async (asked: Answered) => scene.act(office.joris, asked, 'withdrawal')],
    [
      'lapsed',
      async (asked: Answered) =>
        scene.database.admin.query(`UPDATE mandate SET answer_by = current_date - 1 WHERE id = $1`, [
          asked.id,
        ]),
    ],
  ])('What was %s he still sees: nothing was given', async (state, end) => {
    const asked = await scene.offered(office.joris);
    await end(asked);
    const { status: seen, body } = await scene.see(office.joris, asked);
    expect([seen, body.state, body.client.name]).toEqual([200, state, undefined]);
  });

  it('Who enters the code gets the mandate as his answer, also to a repeat, and then it is for who handles her (R13)', async () => {
    const asked = await scene.offered(office.joris);
    const body = { code: await scene.code(asked) };
    const first = await scene.act(office.joris, asked, 'activation', body, 'once');
    expect([first.status, first.body.state]).toEqual([200, 'active']);
    expect(await status(office.joris, asked)).toBe(404);
    const again = await scene.act(office.joris, asked, 'activation', body, 'once');
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await scene.act(office.joris, asked, 'activation', body)).status).toBe(404);
    expect((await scene.act(office.anna, asked, 'activation', body)).body.code).toBe('move-not-possible');
  });

  it('Who handles her does not see what a colleague asked of her, rightly or with a wrong date of birth; a renewal he sees (R3)', async () => {
    const given = await scene.active(office.joris, { until: addDays(dayOf(new Date()), 300) });
    await scene.world.assign(office.id, client, { employee: office.employees.sara });
    const right = await scene.offered(office.joris, { lines: [line('care')] });
    const wrong = await scene.offered(office.joris, { lines: [line('other')], birthDate: '1961-01-01' });
    expect([await listed(office.joris), await listed(office.sara)]).toEqual([
      [wrong.id, right.id],
      [given.id],
    ]);
    for (const asked of [right, wrong]) {
      expect([await status(office.sara, asked), await status(office.anna, asked)]).toEqual([404, 200]);
      for (const [move, body] of [
        ['withdrawal', undefined],
        ['activation', { code: 'ABCDE-FGHJK-MNPQR-STWXY' }],
      ] as const)
        expect((await scene.act(office.sara, asked, move, body)).status).toBe(404);
    }
    const renewal = (await scene.act(office.anna, given, 'renewal', { until })).body;
    expect([await listed(office.sara), await listed(office.joris)]).toEqual([
      [renewal.id, given.id],
      [wrong.id, right.id],
    ]);
  });

  it('A notice about what he asked for and Sara handles is not his to hear', async () => {
    const mandate = await scene.active(office.joris, { until: addDays(dayOf(new Date()), 300) });
    await scene.world.assign(office.id, client, { employee: office.employees.sara });
    await scene.act(people.yasmina, mandate, 'revocation');
    const heard = async (claims: typeof office.joris) =>
      (await scene.as(claims).get('/v1/notices')).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await heard(office.joris)).toEqual([]);
    expect(await heard(office.sara)).toEqual(['revoked']);
    expect(await heard(office.anna)).toEqual(['revoked']);
  });
});

import { addDays, dayOf, startOf } from '../../src/domain/day.ts';
import { newId } from '../../src/platform/ids.ts';
import { downloadFrom } from '../inbox/selection.scene.ts';
import { type Office, openScene, people, type Scene } from '../mandates/scene.ts';
import { flat, granted } from './onboarding.scene.ts';
import { openScene as openAbroad, type Scene as Abroad } from './scene.ts';

let scene: Scene;
let office: Office;
const { yasmina } = people;
beforeAll(async () => {
  scene = await openScene();
  const chosen = { language: 'nl', timeZone: 'Asia/Kathmandu' };
  expect((await scene.as(yasmina).put('/v1/me/preferences', chosen)).status).toBe(200);
});
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

/** Each pointer with the instant that is told for it. */
const instants = (body: object) => {
  const { deadlines = [] } = body as { deadlines?: { of: string; at: string }[] };
  return Object.fromEntries(deadlines.map(({ of, at }) => [of, at]));
};
const midnight = (days: number) => startOf(addDays(dayOf(scene.clock.now()), days)).toISOString();
const written = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone }).format(new Date(Date.parse(at) - 1));

describe('Yasmina lives in Nepal and said so', () => {
  it('A request tells her in her time until when she can answer, and when the mandate ends', async () => {
    const offered = await scene.offered(office.joris);
    const { body } = await scene.see(yasmina, offered);
    expect(instants(body)).toEqual({ '#/period/until': midnight(365), '#/answerBy': midnight(90) });
    expect(body.deadlines[0]).toEqual({
      ...{ of: '#/period/until', at: midnight(365), timeZone: 'Asia/Kathmandu' },
      dutch: `${written(midnight(365), 'Europe/Amsterdam')}, 23:59 uur, Nederlandse tijd`,
      own: expect.stringMatching(/^\d+ \w+ \d{4}, 0[34]:44 uur, tijd in Kathmandu$/),
    });
    const { items } = (await scene.as(yasmina).get('/v1/mandates?state=offered')).body;
    expect(items[0].deadlines).toEqual(body.deadlines);
    const consented = await scene.expecting(200, scene.act(yasmina, offered, 'consent'));
    expect(instants(consented)).toEqual({ '#/period/until': midnight(365) });
  });

  it('The letter says both, in both languages', async () => {
    const [letter] = await scene.letters(await scene.offered(office.joris));
    const text = flat(letter?.text ?? '');
    const end = written(midnight(60), 'Europe/Amsterdam');
    const there = written(midnight(60), 'Asia/Kathmandu');
    expect(text).toMatch(
      new RegExp(
        `De code werkt tot en met ${end}, 23:59 uur, Nederlandse tijd \\(${there}, 0[34]:44 uur, tijd in Kathmandu\\)\\. Geef`,
      ),
    );
    expect(text).toMatch(/23:59, Dutch time \(\d+ \w+ \d{4}, 0[34]:44, time in Kathmandu\)\. Give it only/);
  });

  it('A message that asks for a reply, in the list, opened and downloaded', async () => {
    const client = await scene.world.client(String(yasmina.bsn));
    const by = { reply_by: '2026-12-31', reply_kind: 'objection' };
    const message = await scene.world.message(client, by);
    const deadlines = [
      {
        ...{ of: '#/reply/by', at: '2026-12-31T23:00:00.000Z', timeZone: 'Asia/Kathmandu' },
        dutch: '31 december 2026, 23:59 uur, Nederlandse tijd',
        own: '1 januari 2027, 04:44 uur, tijd in Kathmandu',
      },
    ];
    const { items } = (await scene.as(yasmina).get('/v1/messages')).body;
    expect(items).toMatchObject([{ reply: { by: '2026-12-31' }, deadlines }]);
    expect((await scene.as(yasmina).get(`/v1/messages/${message}`)).body).toMatchObject({ deadlines });
    const { files } = await downloadFrom(scene, [message], yasmina, { 'Accept-Language': 'en' });
    const [text] = [...(files?.values() ?? [])].map(String);
    expect(text).toContain(
      'Reply by: 31 December 2026, 23:59, Dutch time (1 January 2027, 04:44, time in Kathmandu) (objection)',
    );
  });

  it('Files for a spreadsheet: a column more, with the last minute by her clock', async () => {
    const client = await scene.world.client(String(yasmina.bsn));
    await scene.world.message(client, { reply_by: '2026-12-31', reply_kind: 'payment' });
    const mandate = { client, organisation: office.id, until: '2027-03-28' };
    await scene.world.mandate(mandate);
    const last = async (path: string, who: object = yasmina, language = 'nl') => {
      const { text } = await scene
        .as(who as typeof yasmina)
        .get(path)
        .set('Accept-Language', language);
      const lines = text.trim().split('\r\n');
      return lines.map((line) => line.split(';').at(-1) ?? '');
    };
    const [head, ...ends] = await last('/v1/mandates/_export');
    expect([head, ends]).toEqual([
      'Laatste minuut (tijd in Kathmandu)',
      expect.arrayContaining(['2027-03-28 04:44']),
    ]);
    const [also, ...replies] = await last('/v1/messages/_export', yasmina, 'en');
    expect([also, replies]).toEqual([
      'Last minute (time in Kathmandu)',
      expect.arrayContaining(['2027-01-01 04:44']),
    ]);
    for (const path of ['/v1/mandates/_export', '/v1/messages/_export'])
      for (const who of [people.pieter, office.joris])
        expect((await last(path, who))[0]).not.toContain('minuut');
  });

  it('Her guardian, what the service tells her, and the code for another means', async () => {
    const client = await scene.world.client(String(yasmina.bsn));
    const mandate = await scene.world.mandate({
      ...{
        client,
        organisation: office.id,
        ground: 'mentorschap',
        until: addDays(dayOf(scene.clock.now()), 9),
      },
    });
    const { items } = (await scene.as(yasmina).get('/v1/court-orders')).body;
    expect(instants(items[0])).toEqual({ '#/authority/until': midnight(9) });
    const [today, end] = [dayOf(scene.clock.now()), addDays(dayOf(scene.clock.now()), 30)];
    for (const kind of ['ending-30', 'moved'])
      await scene.database.admin.query(
        `INSERT INTO notice (id, kind, client_id, organisation_id, mandate_id, recipient, due_on, about, made_at)
         VALUES ($1, $2, $3, $4, $5, 'client', $6, $7, now())`,
        [newId(), kind, client, office.id, mandate, today, end],
      );
    const notices = (await scene.as(yasmina).get('/v1/notices')).body.items as { kind: string }[];
    expect(Object.fromEntries(notices.map((notice) => [notice.kind, instants(notice)]))).toEqual({
      'ending-30': { '#/about': midnight(30) },
      moved: {}, // a day on which something happened is no deadline
    });
    const code = (await scene.as(yasmina).post('/v1/clients-abroad/rebinding-codes', { confirmed: true }))
      .body;
    expect(instants(code)).toEqual({ '#/until': code.until });
  });
});

describe('Nobody else is told her time', () => {
  it('not the office that reads the same mandate, not an official, and not who lives by the Dutch clock', async () => {
    const active = await scene.active(office.joris);
    for (const who of [office.anna, people.olga])
      expect((await scene.see(who, active)).body).not.toHaveProperty('deadlines');
    await scene.as(people.pieter).put('/v1/me/preferences', { language: 'nl', timeZone: 'Europe/Amsterdam' });
    const pieters = { bsn: people.pieter.bsn, birthDate: '1957-11-02' };
    const his = await scene.offered(office.joris, pieters);
    expect((await scene.see(people.pieter, his)).body).not.toHaveProperty('deadlines');
  });
});

describe('Who asks on paper writes where he lives', () => {
  let abroad: Abroad;
  beforeAll(async () => void (abroad = await openAbroad()));
  afterAll(() => abroad.close());

  it('and his letter says by both clocks until when the code works (R11)', async () => {
    const { id } = await granted(abroad, { timeZone: 'Pacific/Kiritimati' });
    const text = flat((await abroad.letters(id))[0]?.text ?? '');
    expect(text).toMatch(
      /tot en met \d+ \w+ \d{4}, 23:59 uur, Nederlandse tijd \(\d+ \w+ \d{4}, 1[12]:59 uur, tijd in Kiritimati\)\. U kunt/,
    );
  });
});

import { citizen } from '../../support/cast.ts';
import type { Claims } from '../../support/house.ts';
import { type Office, people } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => void (office = await house.office({ name: 'Kantoor Vermeer' })));
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const period = { from: '2027-01-01', until: '2028-01-01' };
const notices = async (who: Claims, query = '') =>
  (await house.list(who, `/v1/notices?limit=100${query}`)).items as {
    kind: string;
    mandate: string;
    words: { nl: string; en: string };
    [member: string]: unknown;
  }[];

/** A client whom the office knows by name, with how he signs in. */
async function yasmina(): Promise<{ id: string; claims: Claims }> {
  const bsn = house.newBsn();
  const id = await house.world.client(bsn);
  await house.rows(`UPDATE client SET name = 'Yasmina el Amrani' WHERE id = $1`, id);
  return { id, claims: citizen(bsn) };
}

describe('What people hear of a mandate', () => {
  it('is in plain Dutch and English, with the last day written out, to each side in its own words (R18)', async () => {
    const client = await yasmina();
    const mandate = await house.given(office, { ...period, client: client.id });
    await house.rows(`UPDATE mandate SET reference = 'dossier 118' WHERE id = $1`, mandate);
    await house.scan('2027-12-02');
    expect(await notices(client.claims)).toEqual([
      {
        id: expect.any(String),
        ...{ kind: 'ending-30', mandate, dueOn: '2027-12-02', about: '2028-01-01' },
        client: { id: client.id, name: 'Yasmina el Amrani' },
        organisation: { id: office.id, name: 'Kantoor Vermeer', kvk: office.kvk },
        madeAt: expect.stringMatching(/^2027-12-02T12:00/),
        words: {
          nl: 'Uw machtiging aan Kantoor Vermeer eindigt. De laatste dag is 31 december 2027. Mag Kantoor Vermeer u daarna ook helpen? Geef dan een nieuwe machtiging.',
          en: 'Your authorisation of Kantoor Vermeer ends. The last day is 31 December 2027. May Kantoor Vermeer help you after that as well? Then give a new authorisation.',
        },
      },
    ]);
    expect((await notices(office.anna)).map(({ words }) => words)).toEqual([
      {
        nl: 'De machtiging van Yasmina el Amrani (dossier 118) eindigt. De laatste dag is 31 december 2027. Nog nodig? Vraag de cliënt dan om te verlengen.',
        en: 'The authorisation of Yasmina el Amrani (dossier 118) ends. The last day is 31 December 2027. Still needed? Then ask the client to renew it.',
      },
    ]);
  });

  it.each([
    [
      'a measure of the court, which the court makes longer',
      'bewind',
      'De maatregel waardoor Kantoor Vermeer u vertegenwoordigt, eindigt. De laatste dag is 31 december 2027. Is de maatregel daarna nog nodig? Daarover beslist de rechter.',
      'Your representation of Yasmina el Amrani ends. The last day is 31 December 2027. Still needed? Ask the court to extend it, and hand in the new order.',
    ],
    [
      'urgent acts, which nobody makes longer (R31)',
      'urgent-acts',
      'Kantoor Vermeer maakt dringende zaken voor u af. De laatste dag is 31 december 2027. Daarna kan Kantoor Vermeer uw berichten niet meer lezen.',
      'You finish urgent matters of Yasmina el Amrani. The last day is 31 December 2027. After that you can no longer read the messages.',
    ],
  ])('before the end of %s (R18)', async (_, ground, toHer, toOffice) => {
    const client = await yasmina();
    const ended = { client: client.id, state: 'ended', from: '2026-01-01', until: '2026-12-01' };
    const predecessor = ground === 'urgent-acts' ? await house.given(office, ended) : undefined;
    await house.given(office, { ...period, client: client.id, ground, predecessor });
    await house.scan('2027-12-02');
    expect((await notices(client.claims)).map(({ words }) => words.nl)).toEqual([toHer]);
    expect((await notices(office.anna)).map(({ words }) => words.en)).toEqual([toOffice]);
  });

  it('tells of disuse when it ends and of reviews that are due, and never holds a number of a person (R2, R19)', async () => {
    const client = await yasmina();
    await house.given(office, { from: '2027-03-14', until: '2031-03-14', client: client.id });
    await house.scan('2029-02-14');
    await house.scan('2029-03-14');
    const said = await notices(office.anna);
    expect(said.map(({ kind }) => kind)).toEqual(['unused-ended', expect.any(String), expect.any(String)]);
    const text = said.map(({ words }) => words.nl).join(' ');
    expect(text).toContain(
      'al bijna twee jaar niet gebruikt. Blijft dat zo? Dan eindigt de machtiging op 14 maart 2029.',
    );
    expect(text).toContain('is op 14 maart 2029 beëindigd, omdat zij twee jaar niet werd gebruikt.');
    expect(text).toContain(
      'Kijk of de machtiging van Yasmina el Amrani nog nodig is. Dat kan vanaf 14 maart 2028.',
    );
    expect((await notices(client.claims)).map(({ kind }) => kind)).toEqual([
      'unused-ended',
      'unused-warning',
    ]);
    expect(JSON.stringify([said, await notices(client.claims)])).not.toMatch(/\b9999\d{5}\b/);
  });
});

describe('Who hears it (R33, R34)', () => {
  it('a client what is his, an employee what is about his clients, an administrator all of his office', async () => {
    const [hers, his] = [await yasmina(), await yasmina()];
    const mandates = [
      await house.given(office, { ...period, client: hers.id }),
      await house.given(office, { ...period, client: his.id, requestedBy: office.employees.sara }),
    ];
    await house.world.assign(office.id, hers.id, { employee: office.employees.joris });
    await house.world.assign(office.id, his.id, { employee: office.employees.bob });
    await house.scan('2027-12-02');
    const [one, two] = mandates;
    const heard = async (who: Claims, query?: string) =>
      (await notices(who, query)).map(({ mandate }) => mandate).toSorted();
    expect(await heard(hers.claims)).toEqual([one]);
    expect(await heard(his.claims)).toEqual([two]);
    expect(await heard(office.joris)).toEqual([one]);
    expect(await heard(office.bob)).toEqual([two]);
    expect(await heard(office.sara)).toEqual([]); // she asked for it, and the client is Bob's now
    expect(await heard(office.anna)).toEqual(mandates.toSorted());
    expect(await heard((await house.office()).anna)).toEqual([]);
    expect(await heard(office.anna, `&client=${hers.id}`)).toEqual([one]);
    expect(await heard(office.anna, '&kind=ending-7')).toEqual([]);
    expect(await heard(office.joris, `&client=${his.id}`)).toEqual([]);
    for (const who of [people.olga, people.tax])
      expect((await house.as(who).get('/v1/notices')).body.code).toBe('wrong-kind-of-actor');
  });

  it('comes in pages, newest first, each once', async () => {
    for (let place = 0; place < 3; place++) await house.given(office, period);
    await house.scan('2027-10-03');
    await house.scan('2027-12-02');
    const walked: string[] = [];
    let next: string | undefined = '/v1/notices?limit=2';
    while (next) {
      const answer = await house.as(office.anna).get(next);
      walked.push(...(answer.body as { items: { madeAt: string }[] }).items.map(({ madeAt }) => madeAt));
      next = /<(.*)>; rel="next"/.exec(String(answer.headers.link ?? ''))?.[1];
    }
    expect(walked).toHaveLength(6);
    expect(walked).toEqual(walked.toSorted().toReversed());
  });

  it('waits to be sent, in the order in which it was made: whoever sends will mark it', async () => {
    await house.given(office, period);
    await house.scan('2027-10-03');
    const waiting = await house.rows(
      'SELECT kind FROM notice WHERE organisation_id = $1 AND sent_at IS NULL ORDER BY made_at, id',
      office.id,
    );
    expect(waiting).toEqual([{ kind: 'ending-90' }, { kind: 'ending-90' }]);
    await house.rows(`UPDATE notice SET sent_at = '2027-10-04' WHERE organisation_id = $1`, office.id);
    expect(await notices(office.anna)).toMatchObject([{ sentAt: '2027-10-04T00:00:00.000Z' }]);
  });
});

import { type House, openHouse } from '../support/house.ts';
import { bsns, kvks, manyBsns, people } from '../support/cast.ts';
import { rowsOf } from '../support/csv-rows.ts';
import { ask, rest } from '../support/slow-reader.ts';

let house: House;
let vermeer: string;
let joris: string;
let yasmina: string;
beforeAll(async () => {
  house = await openHouse();
  const { world, database } = house;
  await world.senders();
  vermeer = await world.organisation(kvks.vermeer, { name: 'Kantoor "Vermeer"; & Zn' });
  joris = await world.employee(vermeer, 'joris');
  await world.employee(vermeer, 'anna', 'administrator');
  const haven = await world.organisation(kvks.haven);
  await world.employee(haven, 'gerda', 'administrator');
  yasmina = await world.client(bsns.yasmina);
  await database.admin.query(`UPDATE client SET name = '=cmd|calc' WHERE id = $1`, [yasmina]);
  await world.assign(vermeer, yasmina, { employee: joris });
});
afterAll(() => house.close());

const path = '/v1/mandates/_export';
async function exported(claims: Parameters<House['as']>[0], query = '', language = '') {
  const answer = await house
    .as(claims)
    .get(path + query)
    .set('Accept-Language', language);
  return { answer, rows: answer.status === 200 ? rowsOf(answer.text) : [] };
}

describe('The mandates in a file for a spreadsheet', () => {
  let mandate: string;
  beforeAll(async () => {
    mandate = await house.world.mandate({
      ...{ client: yasmina, organisation: vermeer, from: '2026-01-01', until: '2027-01-01' },
      lines: [{ actions: ['read', 'download'] }],
    });
    await house.database.admin.query(`UPDATE mandate SET reference = '+31 dossier' WHERE id = $1`, [mandate]);
  });

  it('hold what the list holds, in Dutch, with nothing that a spreadsheet would calculate', async () => {
    const { answer, rows } = await exported(people.joris);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="machtigingen-${house.world.day(0)}.csv"`,
    });
    expect(answer.text.startsWith('\ufeffToestand;Cliënt;Referentie;Kantoor;KvK-nummer;Reikwijdte;')).toBe(
      true,
    );
    expect(rows).toEqual([
      [
        ...['actief', "'=cmd|calc", "'+31 dossier", 'Kantoor "Vermeer"; & Zn', kvks.vermeer],
        ...['Afnemer 1000: financieel (lezen, downloaden)', '2026-01-01', '2026-12-31', 'cliënt'],
        ...[house.world.day(0), house.world.day(0), '', '', mandate, ''],
      ],
    ]);
    expect(answer.text).not.toContain(bsns.yasmina);
  });

  it('are in English for who prefers that, and take the filters of the list', async () => {
    const { answer, rows } = await exported(people.joris, '?state=active', 'en');
    expect(answer.headers['content-disposition']).toContain('mandates-');
    expect(rows[0]!.slice(0, 1)).toEqual(['active']);
    expect((await exported(people.joris, '?state=revoked')).rows).toEqual([]);
    const wrong = await exported(people.joris, '?limit=5');
    expect([wrong.answer.status, wrong.answer.body.errors[0].location]).toEqual([400, { name: 'limit' }]);
  });

  it('are of whom they concern: a client his own, another office none, and nobody’s to an official', async () => {
    expect((await exported(people.yasmina)).rows).toHaveLength(1);
    expect((await exported(people.gerda)).rows).toEqual([]);
    expect((await exported(people.olga)).answer.status).toBe(403);
  });

  it('tell an office no name before the client answered (R3)', async () => {
    const { world, database } = house;
    const pieter = await world.client(bsns.pieter);
    await database.admin.query(`UPDATE client SET name = 'Pieter de Wit' WHERE id = $1`, [pieter]);
    const asked = { client: pieter, organisation: vermeer, state: 'offered', requestedBy: joris };
    const offered = await world.mandate(asked);
    const { answer, rows } = await exported(people.anna);
    expect(rows.find((row) => row.includes(offered))!.slice(0, 2)).toEqual(['gevraagd', '']);
    expect(answer.text).not.toContain('Pieter');
  });

  describe('of a large office', () => {
    beforeAll(async () => {
      const { admin } = house.database;
      const clients = await Promise.all(manyBsns(3).map((bsn) => house.world.client(bsn)));
      await admin.query(
        `WITH made AS (
           INSERT INTO mandate (id, client_id, organisation_id, state, from_day, until_day, answer_by, requested_at,
                                offered_at, activated_at, ended_at)
           SELECT gen_random_uuid(), ($2::uuid[])[1 + number % 3], $1, 'revoked', '2026-01-01', '2027-01-01', '2026-03-01',
                  now() - number * interval '1 second', now(), now(), now()
             FROM generate_series(1, 10200) number RETURNING id, client_id)
         INSERT INTO scope_line (id, mandate_id, client_id, organisation_id, sender, category, actions, period, ended_at, claims)
         SELECT gen_random_uuid(), id, client_id, $1, '00000099000000001000', 'financial', ARRAY['read'],
                '[2026-01-01,2027-01-01)', now(), false FROM made`,
        [vermeer, clients],
      );
    });

    it('come in pages, each on the record, and say in the last line that there were more than fit', async () => {
      const lines = async () =>
        (
          await house.database.admin.query(
            `SELECT details FROM trail WHERE action = 'mandate.export' ORDER BY position`,
          )
        ).rows;
      const before = (await lines()).length;
      const { rows } = await exported(people.anna, '?state=revoked');
      expect(rows).toHaveLength(10_001);
      expect(new Set(rows.map((row) => row[13])).size).toBe(10_001);
      expect(rows.at(-1)).toEqual([expect.stringContaining('Dit bestand houdt hier op')]);
      expect((await lines()).slice(before)).toEqual(
        Array.from({ length: 20 }, () => ({ details: { mandates: 500 } })),
      );
    }, 30_000);

    it('are visibly not whole when the reader’s own right ends half-way', async () => {
      const response = await ask(house, people.anna, 'GET', `${path}?state=revoked`);
      await house.database.admin.query(`UPDATE employee SET ended_at = now() WHERE name = 'anna'`);
      const { bytes, whole } = await rest(response);
      expect(whole).toBe(false);
      expect(bytes.toString()).not.toContain('houdt hier op');
    }, 30_000);
  });
});

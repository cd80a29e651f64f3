import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database.drop());

/** Whether who looks for one of the two finds a message with the other, both ways. */
async function finds(one: string, other: string): Promise<[boolean, boolean]> {
  const { rows } = await database.admin.query<{ there: boolean; back: boolean }>(
    `SELECT words_of('Over uw ' || $1, '') @@ wanted_words($2) AS there, words_of('', $2 || '.') @@ wanted_words($1) AS back`,
    [one, other],
  );
  return [rows[0]!.there, rows[0]!.back];
}

describe('Who looks for a word finds its other form, both ways', () => {
  it.each([
    ['brief', 'brieven'],
    ['bedrijf', 'bedrijven'],
    ['geeft', 'geven'],
    ['huis', 'huizen'],
    ['bewijs', 'bewijzen'],
    ['reis', 'reizen'],
    ['grens', 'grenzen'],
    ['mens', 'mensen'],
    ['prijs', 'PRIJZEN'],
    ['gezin', 'gezinnen'],
    ['adres', 'adressen'],
    ['advies', 'adviezen'],
    ['boete', 'boetes'],
    ['premie', 'premies'],
    ['aangifte', 'aangiftes'],
    ['gegeven', 'gegevens'],
    ['proces', 'processen'],
    ['bonus', 'bonussen'],
    ['euro', 'euro’s'],
    ['foto', "foto's"],
    ['auto', 'auto’s'],
    ['kind', 'kinderen'],
    ['kleinkind', 'kleinkinderen'],
    ['datum', 'data'],
    ['betalen', 'betaalt'],
    ['betaling', 'betalingen'],
    ['belasting', 'belastingen'],
    ['kaart', 'kaarten'],
    ['les', 'lessen'],
    ['toeslag', 'toeslagen'],
  ])('%s and %s', async (one, other) => expect(await finds(one, other)).toEqual([true, true]));
});

it.each([
  ['stad', 'steden'],
  ['sluit', 'gesloten'],
  ['belasting', 'inkomstenbelasting'],
  ['boete', 'boot'],
  ['huis', 'huid'],
])('%s and %s stay two words, as the description says', async (one, other) =>
  expect(await finds(one, other)).toEqual([false, false]),
);

it('Quotes, a minus and "or" go on to work', async () => {
  const { rows } = await database.admin.query<{ asked: string }>(
    `SELECT wanted_words('"nieuwe brieven" -huizen or boetes')::text AS asked`,
  );
  expect(rows).toEqual([{ asked: `'nieuw' <-> 'brief' & !'huis' | 'boet'` }]);
});

import { bsns, kvks, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
let [office, yasmina] = ['', ''];
beforeAll(async () => {
  house = await openHouse();
  office = await house.world.organisation(kvks.vermeer);
  await house.world.employee(office, 'anna', 'administrator');
  yasmina = await house.world.client(bsns.yasmina);
  await house.world.mandate({ client: yasmina, organisation: office });
  await house.database.admin.query(`UPDATE client SET name = 'Yasmina 100%_Amrani'`);
});
afterAll(() => house.close());

const search = (words: string) =>
  house.as(people.anna).post(`/v1/representative-organisations/${office}/clients/_search`, { words });

describe('Signs in what Anna looks for', () => {
  it.each(['%', '_', '\\', ' %_ ', '"-"'])(
    '%p alone is a fault, which says that signs are not looked for',
    async (words) => {
      const { status, body } = await search(words);
      expect([status, body.errors]).toMatchObject([
        400,
        [
          {
            ...{ location: { pointer: '#/words' }, code: 'words' },
            detail: 'Write at least one letter or digit. Signs alone, such as % or _, are not looked for.',
          },
        ],
      ]);
    },
  );

  it.each([
    ['amr%', 1],
    ['100%', 1],
    ['%_amrani', 1],
    ['y_s', 0],
    ['y%na', 0],
    ['_mrani', 0],
  ])('%s stand for nothing, and match nothing more', async (words, count) => {
    expect((await search(words).expect(200)).body.items).toHaveLength(count);
  });
});

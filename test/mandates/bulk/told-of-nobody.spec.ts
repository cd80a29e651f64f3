import { birthDates, bsns as known, oins } from '../scene.ts';
import { type Cells, dutch, type FileScene, type Office, openFiles } from './files.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const line = { sender: oins.tax, category: 'financial', actions: ['read'] };
/** What the rows are found to be, row by row. */
const found = async (cells: readonly Cells[]) => {
  const rows = scene.rows(cells.length, (place) => ({ ...cells[place], sender: oins.tax }));
  const run = (await scene.send(office.sara, scene.csv(rows, { names: dutch, sign: ';' }))).body;
  return (await scene.rowsOf(office.sara, run)).map(({ faults }) => faults.map(({ code }) => code));
};

describe('A dry run tells nobody whom a number is of (R3)', () => {
  it.each(['?', '', '30-02-1984', '1850-01-01', '17.05.1984'])(
    'a date that is none (%s) is told as such, whether Yasmina was asked, gave something, or is unknown',
    async (birthDate) => {
      await scene.offered(office.joris, { lines: [line] }); // Yasmina was offered it
      const client = await scene.world.client(known.pieter);
      await scene.world.mandate({ client, organisation: office.id, lines: [{ category: 'all' }] }); // Pieter gave it
      const [asked, gave, nobody] = await found(
        [known.yasmina, known.pieter, known.fatima].map((bsn) => ({ bsn, birthDate })),
      );
      expect(asked).toEqual(nobody);
      expect(gave).toEqual(nobody);
      expect(nobody).toHaveLength(1);
    },
  );

  it('who names one number with several dates hears which rows disagree, and of no duplicate among them', async () => {
    await scene.offered(office.joris, { lines: [line] });
    const dates = ['1984-05-16', birthDates.yasmina, '1984-05-18'];
    const codes = await found(dates.map((birthDate) => ({ bsn: known.yasmina, birthDate })));
    expect(codes.flat()).not.toContain('duplicate-mandate');
    expect(codes.slice(1).every((each) => each.length > 0)).toBe(true);
  });
});

import { PersonRegister } from '../../src/clients/person-register.port.ts';
import type { Bsn } from '../../src/domain/identifiers.ts';
import { PrintPort } from '../../src/platform/letters/print.port.ts';
import { bsns, birthDates, oins, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const flat = (text: string) => text.replace(/\s+/g, ' ');
const queued = async (mandate: { id: string }) =>
  (await scene.database.admin.query('SELECT * FROM letter WHERE mandate_id = $1', [mandate.id])).rows;

describe('A letter is made when it is due and handed to the printer', () => {
  it('Yasmina’s lies in the folder of the simulator, with a note that says that nothing was posted', async () => {
    const offered = await scene.offered(office.joris);
    const [letter] = await scene.letters(offered);
    expect(letter?.pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = flat(letter?.text ?? '');
    expect(text).toContain(`Kantoor ${office.kvk} (KvK-nummer ${office.kvk})`);
    expect(text).toContain('Afnemer 1000: berichten over geld (lezen en downloaden)');
    expect(text).not.toContain(bsns.yasmina);
    expect(letter?.note).toEqual({
      simulation: expect.stringContaining('not posted') as string,
      ...{ letter: expect.any(String) as string },
      address: ['Yasmina el Amrani', 'Voorbeeldstraat 12', '3511 AB Utrecht'],
    });
  });

  it('Fatima’s begins in English, and its code works for 90 days', async () => {
    const person = { bsn: bsns.fatima, birthDate: birthDates.fatima };
    const [letter] = await scene.letters(await scene.offered(office.joris, person));
    const text = flat(letter?.text ?? '');
    expect(text.indexOf('Dear Fatima Özdemir')).toBeLessThan(text.indexOf('Beste Fatima Özdemir'));
    expect(text).toContain('Duitsland');
    const last = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    expect(text).toContain(`including ${last.format(new Date(`${scene.world.day(89)}T00:00:00Z`))}. Give`);
  });

  it('The code is sealed while the letter waits, and gone once it was handed over (R10)', async () => {
    const printer = breakPrinter(1);
    const offered = await scene.offered(office.joris);
    const [waiting] = await queued(offered);
    expect(waiting).toMatchObject({ printed_at: null });
    expect(waiting.code_sealed).toMatch(/^development\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(JSON.stringify(waiting)).not.toMatch(/[2-9A-Z]{5}-[2-9A-Z]{5}-/);
    await scene.hurry();
    await scene.tasks();
    printer.repair();
    expect(await queued(offered)).toMatchObject([
      { code_sealed: null, printed_at: expect.any(Date) as Date },
    ]);
  });

  it('A printer that fails gets the letter again, and once it has it not a second time', async () => {
    const printer = breakPrinter(2);
    const offered = await scene.offered(office.joris);
    for (let attempt = 0; attempt < 4; attempt++) {
      await scene.hurry();
      await scene.tasks();
    }
    const [row] = await queued(offered);
    await scene.database.admin.query(
      `INSERT INTO job (id, kind, payload, due_at) VALUES (gen_random_uuid(), 'print-letter', $1, now())`,
      [{ letter: row.id }],
    );
    await scene.tasks();
    printer.repair();
    expect(printer.taken).toEqual([row.id]);
    expect(
      (await scene.act(office.joris, offered, 'activation', { code: await scene.code(offered) })).status,
    ).toBe(200);
  });

  it.each([
    ['consented', people.yasmina, 'consent'],
    ['declined', people.yasmina, 'refusal'],
    ['taken back', undefined, 'withdrawal'],
  ])('Nothing is sent when it was %s before the letter was made', async (_, who, move) => {
    const printer = breakPrinter(1);
    const offered = await scene.offered(office.joris);
    await scene.expecting(200, scene.act(who ?? office.joris, offered, move));
    await scene.hurry();
    await scene.tasks();
    printer.repair();
    expect(printer.taken).toEqual([]);
    expect(await queued(offered)).toMatchObject([{ code_sealed: null, printed_at: null }]);
  });

  it('Nothing is sent to who died meanwhile (R30)', async () => {
    const printer = breakPrinter(1);
    const offered = await scene.offered(office.joris);
    const yasmina = await scene.app.get(PersonRegister).find(bsns.yasmina as Bsn);
    const repair = scene.replaceRegister(() =>
      Promise.resolve(yasmina && { ...yasmina, diedOn: scene.world.day(0) }),
    );
    await scene.hurry();
    await scene.tasks();
    repair();
    printer.repair();
    expect(printer.taken).toEqual([]);
    expect(await queued(offered)).toMatchObject([{ code_sealed: null, printed_at: null }]);
  });

  it('A client who gave the mandate himself gets no letter', async () => {
    const { lines, from, until } = scene.wish({
      lines: [{ sender: oins.svb, category: 'all', actions: ['read'] }],
    });
    const grant = { organisation: office.id, lines, from, until };
    const given = await scene.expecting(201, scene.as(people.yasmina).post('/v1/mandates', grant));
    await scene.tasks();
    expect(await queued(given)).toEqual([]);
  });
});

/** The printer, which is not ours, does not take over the next so many letters. */
function breakPrinter(times: number): { readonly taken: string[]; repair(): void } {
  const printer = scene.app.get(PrintPort, { strict: false });
  const own = printer.handOver;
  const taken: string[] = [];
  let left = times;
  printer.handOver = async (letter) => {
    if (left-- > 0) throw new Error('out of paper');
    taken.push(letter.id);
    await own.call(printer, letter);
  };
  return { taken, repair: () => void (printer.handOver = own) };
}

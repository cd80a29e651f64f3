import { addDays, addYears, dayOf } from '../../../src/domain/day.ts';
import { PrintPort } from '../../../src/platform/letters/print.port.ts';
import { bsns, oins, people } from '../scene.ts';
import { type FileScene, type Office, openFiles } from './files.ts';
import type { Run } from './runs.ts';

let scene: FileScene;
let office: Office;
beforeAll(async () => void (scene = await openFiles()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const today = dayOf(new Date());
const until = addYears(today, 3);

/** A mandate of this client. */
async function mandate(who: keyof typeof bsns, sender: string, days = 40): Promise<string> {
  const client = await scene.world.client(bsns[who]);
  const lines = [{ sender }];
  return scene.world.mandate({ client, organisation: office.id, until: addDays(today, days), lines });
}
const check = async (mandates: readonly string[]) =>
  (await scene.as(office.anna).post('/v1/bulk-runs?kind=renewal', { until, mandates })).body as Run & {
    sending: { mandates: number; letters: number; letter: { nl: string[] } };
    summary: { nl: string[] };
  };
const confirm = (run: Run) => scene.as(office.anna).post(`/v1/bulk-runs/${run.id}/confirmation`).expect(200);
/** The requests that these mandates are renewed by. */
async function renewals(mandates: readonly string[]) {
  const { rows } = await scene.database.admin.query<{ id: string }>(
    `SELECT n.id FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, place)
       JOIN mandate n ON n.predecessor = given.id ORDER BY place`,
    [mandates],
  );
  return rows;
}
const codesIn = (text: string) => [...new Set(text.match(/[2-9A-Z]{5}(-[2-9A-Z]{5}){3}/g))];

describe('Two renewals of one client in one file make one letter (R15)', () => {
  it('It lists both, each with its own code; another client gets his own', async () => {
    const given = [
      await mandate('yasmina', oins.tax),
      await mandate('pieter', oins.tax),
      await mandate('yasmina', oins.svb, 60),
    ];
    const run = await check(given);
    expect(run.sending).toMatchObject({ mandates: 3, letters: 2 });
    expect(run.sending.letter.nl).toEqual([
      ...[expect.stringMatching(/^Afnemer 1000: /), expect.stringMatching(/^Van .* tot en met /)],
      ...[expect.stringMatching(/^Afnemer 2000: /), expect.stringMatching(/^Van .* tot en met /)],
    ]);
    expect(run.summary.nl.at(-1)).toBe(
      'Er gaan dan hoogstens 2 brieven uit: één voor elke cliënt die een adres heeft en zelf mag beslissen.',
    );
    await confirm(run);
    await scene.tasks();

    const [tax, pieters, svb] = await renewals(given);
    const [letter, ...more] = await scene.letters(tax!);
    expect([more, (await scene.letters(svb!))[0]?.text]).toEqual([[], letter?.text]);
    for (const words of ['Afnemer 1000', 'Afnemer 2000', 'Machtiging 2: wat', 'Dit is een verlenging'])
      expect(letter?.text).toContain(words);
    const codes = codesIn(letter?.text ?? '');
    expect(codes).toHaveLength(2);
    const [other] = await scene.letters(pieters!);
    expect(other?.text).not.toMatch(/Machtiging 1|Afnemer 2000/);
    expect(codesIn(other?.text ?? '')).toHaveLength(1);

    const statuses = [];
    for (const id of [tax!, svb!])
      for (const code of codes)
        statuses.push((await scene.act(office.anna, id, 'activation', { code })).status);
    expect(statuses.toSorted()).toEqual([200, 200, 409, 409]);
    const { rows } = await scene.database.admin.query(
      'SELECT code_sealed, printed_at IS NOT NULL AS printed FROM letter WHERE mandate_id = ANY ($1)',
      [[tax!.id, svb!.id]],
    );
    expect(rows).toEqual([1, 2].map(() => ({ code_sealed: null, printed: true })));
    const printed = await Promise.all([tax!, svb!].map((each) => scene.trail(each)));
    for (const lines of printed) expect(lines.map(({ action }) => action)).toContain('letter.print');
  }, 60_000);

  it('What was answered online before the letter was made is not in it', async () => {
    const given = [await mandate('yasmina', oins.tax), await mandate('yasmina', oins.svb)];
    const repair = breakPrinter();
    await confirm(await check(given));
    await scene.tasks();
    const [tax, svb] = await renewals(given);
    await scene.expecting(200, scene.act(people.yasmina, tax!, 'consent'));
    repair();
    await scene.hurry();
    await scene.tasks();
    expect(await scene.letters(tax!)).toEqual([]);
    const [letter] = await scene.letters(svb!);
    expect(letter?.text).toContain('Afnemer 2000');
    expect(letter?.text).not.toMatch(/Afnemer 1000|Machtiging 1/);
  }, 60_000);

  it('A first row that turned out faulty keeps none of the others back', async () => {
    const given = [
      await mandate('yasmina', oins.tax),
      await mandate('yasmina', oins.svb),
      await mandate('yasmina', oins.town),
    ];
    await scene.as(office.anna).post(`/v1/mandates/${given[0]}/renewal`, { until }).expect(201);
    const run = await check(given);
    expect(run).toMatchObject({ ready: 2, sending: { mandates: 2, letters: 1 } });
    await confirm(run);
    await scene.tasks();
    expect((await scene.as(office.anna).get(`/v1/bulk-runs/${run.id}`)).body).toMatchObject({
      ...{ state: 'done', done: 2 },
    });
    const [, svb, town] = await renewals(given);
    expect((await scene.letters(svb!))[0]?.text).toBe((await scene.letters(town!))[0]?.text);
  }, 60_000);
});

/** The printer, which is not ours, takes over no letter until it is repaired. */
function breakPrinter(): () => void {
  const printer = scene.app.get(PrintPort, { strict: false });
  const own = printer.handOver;
  printer.handOver = () => Promise.reject(new Error('out of paper'));
  return () => void (printer.handOver = own);
}

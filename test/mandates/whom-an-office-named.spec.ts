import { birthDates, bsns, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

interface Person {
  readonly bsn: string;
  readonly birthDate: string;
}
const right: Person = { bsn: bsns.yasmina, birthDate: birthDates.yasmina };
const mismatched: Person = { bsn: bsns.yasmina, birthDate: '1999-09-09' };
const unknown: Person = { bsn: '999991772', birthDate: '1990-01-01' };

const grant = async () => {
  const { lines, from, until } = scene.wish();
  const given = { organisation: office.id, lines, from, until };
  return scene.expecting(201, scene.as(people.yasmina).post('/v1/mandates', given));
};
/** What Yasmina and this office have together before it names somebody. */
const histories: Record<string, () => Promise<unknown>> = {
  nothing: async () => undefined,
  'requested, and not offered yet': () => scene.ask(office.joris),
  offered: () => scene.offered(office.joris),
  given: () => scene.active(office.joris),
  'given by herself': grant,
  'given by herself, with her name': async () => [await grant(), await scene.tasks()],
  'revoked a moment ago': async () =>
    scene.act(people.yasmina, await scene.active(office.joris), 'revocation'),
  'declined a moment ago': async () =>
    scene.act(people.yasmina, await scene.offered(office.joris), 'refusal'),
};

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
}
const masked = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'id')
    .replace(/trace:[0-9a-f]{32}/g, 'trace')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'at');
/** All of an answer that could tell one person from another: ids, instants and what follows from them aside. */
const told = ({ status, headers, text }: Answer) => {
  const { date, etag, ...others } = headers;
  return {
    status,
    headers: masked(JSON.stringify(others)),
    text: masked(text),
    told: [typeof date, typeof etag],
  };
};

const ask = async (person: Person) =>
  told(await scene.as(office.joris).post('/v1/mandate-requests', scene.wish({ ...person })));
const dryRun = async (person: Person) => {
  const requests = [scene.wish({ ...person, reference: 'dossier 7' })];
  const checked = await scene.as(office.joris).post('/v1/bulk-runs?kind=request', { requests });
  const rows = await scene.as(office.joris).get(`/v1/bulk-runs/${checked.body.id}/rows`);
  return [told(checked), told(rows)];
};

describe('Who names a wrong date of birth is answered as about a person whom nobody knows (R3, R14)', () => {
  it.each(Object.entries(histories))('whatever she and the office have: %s', async (_, have) => {
    await have();
    expect(await dryRun(mismatched)).toEqual(await dryRun(unknown));
    expect(await ask(mismatched)).toEqual(await ask(unknown));
    await scene.tasks();
    expect(await dryRun(mismatched)).toEqual(await dryRun(unknown)); // asked already, both
    expect(await ask(mismatched)).toEqual(await ask(unknown));
    const { items } = (await scene.as(office.joris).get('/v1/mandates?state=requested')).body as {
      items: { client: object; reference?: string }[];
    };
    expect(items.map(({ client }) => client)).toEqual(items.map(() => ({})));
  });

  it.each([
    ['nothing', 201],
    ['requested, and not offered yet', 409],
    ['offered', 409],
    ['given', 409],
    ['given by herself, with her name', 409],
    ['revoked a moment ago', 201],
  ])('and who names the right one hears of what is hers: %s, %i', async (history, status) => {
    await histories[history]?.();
    const answer = await ask(right);
    expect(answer.status).toBe(status);
    if (status === 201) expect(answer).toEqual(await ask(unknown));
  });

  it('What she gave herself is told of once the register said who she is; before, it is not asked again either', async () => {
    const repair = scene.breakRegister(3);
    await grant();
    const asked = await scene.offered(office.joris);
    repair();
    await scene.hurry();
    await scene.tasks();
    expect(await scene.row(asked)).toMatchObject({ state: 'requested', offered_at: null });
    expect(await scene.letters(asked)).toEqual([]);
  });

  it('No pseudonym is told, or found, of who did not give what was asked', async () => {
    const given = await scene.active(office.joris, { reference: 'D-1' });
    await scene.offered(office.joris, { ...mismatched, reference: 'D-2' });
    const yasmina = await scene.clientOf(given);
    const list = await scene.as(office.anna).get(`/v1/mandates?client=${yasmina}`);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([given.id]);
    const all = await scene.as(office.anna).get('/v1/mandates');
    expect(
      all.body.items.map(({ client, reference }: Record<string, unknown>) => [client, reference]),
    ).toEqual([
      [{}, 'D-2'],
      [{ id: yasmina, name: 'Yasmina el Amrani' }, 'D-1'],
    ]);
  });
});

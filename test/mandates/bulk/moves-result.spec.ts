import { addDays, addYears, dayOf } from '../../../src/domain/day.ts';
import { lastDay, writtenOut } from '../../../src/platform/written-out.ts';
import { citizen } from '../../support/cast.ts';
import { bsns, type Office } from '../scene.ts';
import { type BulkScene, openBulk } from './runs.ts';

/** A row as an answer tells it. */
interface Told {
  readonly state: string;
  readonly reference?: string;
  readonly client?: string;
  readonly mandate?: string;
  readonly successor?: string;
  readonly problem?: { readonly code: string; readonly nl: string; readonly en: string };
  readonly explanation?: { readonly nl: string; readonly en: string };
  readonly faults: readonly { readonly code: string; readonly nl: string }[];
}

let scene: BulkScene;
let office: Office;
beforeAll(async () => void (scene = await openBulk()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const today = dayOf(new Date());
const [ends, until] = [addDays(today, 40), addYears(today, 3)];
const people = ['yasmina', 'pieter', 'willem'] as const;

/** A mandate of each of these people, that Joris handles, with the office's own reference. */
async function mandates(): Promise<string[]> {
  const made: string[] = [];
  for (const who of people) {
    const client = await scene.world.client(bsns[who]);
    await scene.database.admin.query('UPDATE client SET name = $2 WHERE id = $1', [client, `Cliënt ${who}`]);
    const id = await scene.world.mandate({ client, organisation: office.id, until: ends });
    await scene.database.admin.query('UPDATE mandate SET reference = $2 WHERE id = $1', [
      id,
      `dossier ${who}`,
    ]);
    made.push(id);
    await scene.world.assign(office.id, client, { employee: office.employees.joris });
  }
  return made;
}
const rows = async (run: { id: string }, who = office.joris) =>
  (await scene.as(who).get(`/v1/bulk-runs/${run.id}/rows`)).body.items as Told[];
const result = async (run: { id: string }, who = office.joris) =>
  (await scene.as(who).get(`/v1/bulk-runs/${run.id}/result`)).text.trimEnd().split('\r\n').slice(1);

describe('What the result of renewing and renouncing says of each row', () => {
  it('Renewed: the reference, the client, until when the mandate holds, and what it became', async () => {
    const ids = await mandates();
    const run = await scene.check(office.joris, 'renewal', { until, mandates: ids });
    const [waiting] = await rows(run);
    expect(waiting).toMatchObject({ state: 'ready', reference: 'dossier yasmina', client: 'Cliënt yasmina' });
    const [otherwise, yes] = [lastDay(ends, 'nl'), lastDay(until, 'nl')];
    expect(waiting?.explanation?.nl).toBe(
      `Na bevestiging wordt de cliënt gevraagd om te verlengen. Zegt hij ja, dan geldt de machtiging tot en met ${yes}. Anders geldt zij tot en met ${otherwise}.`,
    );
    const { body: first } = await scene.as(office.joris).post(`/v1/mandates/${ids[1]}/renewal`, { until });
    await scene.confirm(office.joris, run);
    await scene.carryOut();

    const [done, refused] = await rows(run);
    expect(done).toMatchObject({ state: 'done', reference: 'dossier yasmina', mandate: ids[0] });
    expect(done?.explanation?.nl).toBe(
      `Om verlenging is gevraagd op ${writtenOut(today, 'nl')}, met een brief als de cliënt een adres had en zelf mocht beslissen. Met zijn ja zou de machtiging gelden tot en met ${yes}, en anders tot en met ${otherwise}. Wat er daarna gebeurde, staat bij de machtiging.`,
    );
    const { rows: fresh } = await scene.database.admin.query(
      'SELECT predecessor FROM mandate WHERE id = $1',
      [done?.successor],
    );
    expect(fresh).toEqual([{ predecessor: ids[0] }]);
    expect(refused).toMatchObject({ state: 'refused', mandate: ids[1], successor: first.id });
    expect(refused).toMatchObject({ reference: 'dossier pieter', client: 'Cliënt pieter' });
    expect(refused?.problem?.nl).toBe(
      'Voor de tijd na deze machtiging is er al een verzoek of een machtiging.',
    );
    expect(refused?.explanation).toBeUndefined();
    expect((await result(run))[1]).toBe(
      [
        ...['2;2;dossier pieter;Cliënt pieter;geweigerd', ids[1], first.id, 'duplicate-mandate'],
        `Niet gelukt op ${writtenOut(today, 'nl')}. ${refused?.problem?.nl}`,
        `Not possible on ${writtenOut(today, 'en')}. ${refused?.problem?.en}`,
      ].join(';'),
    );
  });

  it('What was done is told as past, with its day, also when the client revoked since', async () => {
    const [id = ''] = await mandates();
    const run = await scene.check(office.joris, 'renewal', { until, mandates: [id] });
    await scene.confirm(office.joris, run);
    await scene.carryOut();
    const [before] = await rows(run);
    scene.clock.moveTo(addDays(today, 3));
    await scene.act(citizen(bsns.yasmina), { id }, 'revocation').expect(200);
    const [after] = await rows(run);
    scene.clock.backToNow();
    expect(after).toEqual(before);
    expect(after).toMatchObject({ state: 'done', settledAt: expect.stringMatching(/Z$/) });
    const { nl = '', en = '' } = after?.explanation ?? {};
    expect([nl, en]).toEqual([
      expect.stringContaining(`op ${writtenOut(today, 'nl')}, `),
      expect.stringContaining(`on ${writtenOut(today, 'en')}, `),
    ]);
    expect(`${nl} ${en}`).not.toMatch(/krijgt|geldt|gets|holds|Zegt/);
  });

  it('Renounced: on which day it ended; what was over already needs nothing', async () => {
    const ids = await mandates();
    const run = await scene.check(office.joris, 'renunciation', { mandates: ids });
    await scene.confirm(office.joris, run);
    await scene.database.admin.query(`UPDATE mandate SET state = 'revoked', ended_at = now() WHERE id = $1`, [
      ids[1],
    ]);
    await scene.carryOut();
    const [done, over] = await rows(run);
    expect(done).toMatchObject({ reference: 'dossier yasmina', client: 'Cliënt yasmina', mandate: ids[0] });
    expect(done).not.toHaveProperty('successor');
    expect(done?.explanation).toEqual({
      nl: `De machtiging is opgezegd en eindigde op ${writtenOut(today, 'nl')}.`,
      en: `The mandate was renounced and ended on ${writtenOut(today, 'en')}.`,
    });
    expect(over?.problem?.nl).toBe('Deze machtiging liep al niet meer. Opzeggen is niet nodig.');
    const again = await scene.check(office.joris, 'renunciation', { mandates: [ids[0]] });
    expect((await rows(again))[0]?.faults).toMatchObject([
      { code: 'not-running', nl: 'Deze machtiging loopt niet. Opzeggen kan dus niet.' },
    ]);
  });

  it('Names a client only to who may see him, and to nobody once the run is to tell of nobody', async () => {
    const ids = await mandates();
    const run = await scene.check(office.joris, 'renunciation', { mandates: ids });
    await scene.database.admin.query(
      `UPDATE assignment SET employee_id = $2 WHERE client_id = (SELECT client_id FROM mandate WHERE id = $1)`,
      [ids[0], office.employees.sara],
    );
    const named = async (who: Office['joris']) => (await rows(run, who)).map(({ client }) => client ?? '');
    expect(await named(office.joris)).toEqual(['', 'Cliënt pieter', 'Cliënt willem']);
    expect(await named(office.anna)).toEqual(people.map((who) => `Cliënt ${who}`));
    await scene.database.admin.query(
      'UPDATE bulk_run SET forgotten_at = now(), key = NULL, fingerprint = NULL',
    );
    expect(await named(office.anna)).toEqual(['', '', '']);
    expect((await rows(run))[1]).not.toHaveProperty('reference');
  });

  it('A request names nobody before the client gave it (R3)', async () => {
    const [known = ''] = await mandates();
    const client = (await scene.database.admin.query('SELECT client_id FROM mandate WHERE id = $1', [known]))
      .rows[0].client_id as string;
    const run = await scene.requests(office.joris, [
      { ...scene.strangers(1)[0]!, bsn: bsns.yasmina, lines: [{ ...svb }] },
    ]);
    await scene.confirm(office.joris, run);
    await scene.carryOut();
    const [asked] = await rows(run);
    expect(asked).toMatchObject({ state: 'done', reference: 'dossier 1' });
    expect(asked).not.toHaveProperty('client');
    await scene.database.admin.query(
      `UPDATE mandate SET state = 'active', offered_at = now(), activated_at = now() WHERE id = $1 AND client_id = $2`,
      [asked?.mandate, client],
    );
    expect((await rows(run))[0]?.client).toBe('Cliënt yasmina');
  });
});

const svb = { sender: '00000099000000002000', category: 'care', actions: ['read'] };

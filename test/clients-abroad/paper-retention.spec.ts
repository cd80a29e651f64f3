import { IdentityUpkeepService } from '../../src/clients-abroad/upkeep/identity-upkeep.service.ts';
import { addDays, addYears, type Day, dayOf } from '../../src/domain/day.ts';
import { copyGoneFrom, type PaperEvidenceKind, type PaperState } from '../../src/domain/paper-mandate.ts';
import { PersonRegister } from '../../src/clients/person-register.port.ts';
import { klaus, openPapers, type PaperScene, people } from './paper.scene.ts';

let scene: PaperScene;
beforeAll(async () => void (scene = await openPapers()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const keepUp = () => scene.app.get(IdentityUpkeepService).keepUp();
const left = async (id: string) =>
  (await scene.rows('SELECT what FROM paper_mandate_evidence WHERE paper_id = $1 ORDER BY place', id)).map(
    ({ what }) => what,
  );
const on = async (day: Day, id: string) => {
  scene.clock.moveTo(day);
  await keepUp();
  return left(id);
};

describe('Copies of what was signed, and of who signed it', () => {
  it('Rejected: both go six weeks later; that it was rejected, and why, stays', async () => {
    const { id } = await scene.paper((await scene.office()).kvk);
    await scene.asked(200, scene.settle(id, 'rejection'));
    const gone = addDays(scene.today(), 42);
    expect(await on(addDays(gone, -1), id)).toEqual(['authorisation', 'identity']);
    expect(await on(gone, id)).toEqual([]);
    scene.clock.backToNow();
    expect((await scene.as(people.olga).get(`/v1/paper-mandates/${id}`)).body).toMatchObject({
      ...{ state: 'rejected', decision: { reason: 'Signature agrees.' }, evidence: [] },
    });
  });

  it('Confirmed: who signed goes six weeks later, the paper five years after the end of the mandate', async () => {
    const { id } = await scene.confirmed((await scene.office()).kvk);
    expect(await on(addDays(scene.today(), 42), id)).toEqual(['authorisation']);
    scene.clock.backToNow();
    const gone = addYears(addDays(scene.today(), 365), 5);
    expect(await on(addDays(gone, -1), id)).toEqual(['authorisation']);
    expect(await on(gone, id)).toEqual([]);
  });

  it('What the query takes away is what the rule says, of every one that is there', async () => {
    const [waits, runs, revoked] = [
      await scene.paper((await scene.office()).kvk),
      await scene.confirmed((await scene.office()).kvk),
      await scene.confirmed((await scene.office()).kvk),
    ];
    await scene.asked(200, scene.as(klaus.signsIn).post(`/v1/mandates/${revoked.mandate}/revocation`, {}));
    const copies = await scene.rows(
      `SELECT e.id, e.what, p.state, p.decided_at AS "decidedAt",
              least(m.ended_at, m.until_day::timestamp AT TIME ZONE 'Europe/Amsterdam') AS "endsAt"
         FROM paper_mandate_evidence e JOIN paper_mandate p ON p.id = e.paper_id
         LEFT JOIN mandate m ON m.paper_id = p.id WHERE p.id = ANY ($1)`,
      [waits.id, runs.id, revoked.id],
    );
    expect(copies).toHaveLength(6);
    const start = scene.today();
    for (const day of [41, 42, 5 * 365, 5 * 366, 6 * 366].map((days) => addDays(start, days))) {
      scene.clock.moveTo(day);
      await keepUp();
      const kept = copies.filter(({ what, state, decidedAt, endsAt }) => {
        const over = endsAt && dayOf(endsAt as Date) <= day ? (endsAt as Date) : undefined;
        const gone = copyGoneFrom(what as PaperEvidenceKind, {
          state: state as PaperState,
          decidedAt: (decidedAt as Date | null) ?? undefined,
          overSince: over,
        });
        return gone === undefined || day < gone;
      });
      const rows = await scene.rows('SELECT id FROM paper_mandate_evidence WHERE id = ANY ($1)', [
        ...[copies.map(({ id }) => id)],
      ]);
      expect([day, rows.map(({ id }) => id).toSorted()]).toEqual([day, kept.map(({ id }) => id).toSorted()]);
    }
    expect(await left(waits.id)).toHaveLength(2);
  });
});

describe('A register that did not answer for too long', () => {
  it('is asked again by the hourly look', async () => {
    const register = scene.app.get(PersonRegister);
    register.find = () => Promise.reject(new Error('down for a day'));
    const { id } = await scene.paper((await scene.office()).kvk);
    await scene.rows(`UPDATE job SET given_up = true WHERE kind = 'check-paper-mandate'`);
    delete (register as Partial<PersonRegister>).find;
    expect((await keepUp()).asked).toBe(1);
    await scene.tasks();
    expect(await scene.confirm(id)).toEqual([200, undefined]);
    expect((await keepUp()).asked).toBe(0);
  });
});

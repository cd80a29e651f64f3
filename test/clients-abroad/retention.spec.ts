import { caseEndedAt, goneFrom } from '../../src/domain/identity-case.ts';
import { IdentityUpkeepService } from '../../src/clients-abroad/upkeep/identity-upkeep.service.ts';
import { addDays, type Day, dayOf } from '../../src/domain/day.ts';
import { accountHolder } from '../support/cast.ts';
import { inLetters } from '../support/in-letters.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

let many = 0;
const entered = () => scene.entered({ familyName: `Retention ${inLetters(many++)}` });
const keepUp = () => scene.app.get(IdentityUpkeepService).keepUp();
const kept = async (id: string) => {
  const [row] = await scene.rows(
    `SELECT dossier_sealed IS NOT NULL AS dossier, gone_at IS NOT NULL AS gone,
            (SELECT count(*)::int FROM identity_evidence WHERE case_id = c.id) AS copies
       FROM identity_case c WHERE id = $1`,
    id,
  );
  return row;
};
const whole = { dossier: true, gone: false, copies: 1 };
const forgotten = { dossier: false, gone: true, copies: 0 };
/** The day before, all is there; from the day that the rule names on, nothing is. */
async function goesOn(id: string, expected: Day): Promise<void> {
  scene.clock.moveTo(addDays(expected, -1));
  await keepUp();
  expect(await kept(id)).toEqual(whole);
  scene.clock.moveTo(expected);
  await keepUp();
  expect(await kept(id)).toEqual(forgotten);
  scene.clock.backToNow();
}

describe('Copies and contact data of a request go six weeks after its end', () => {
  it('Refused: six weeks after the decision; that it was decided, and why, stays', async () => {
    const id = await entered();
    await scene.decide(id, { decision: 'refuse', reason: 'Not the same person.' });
    await goesOn(id, addDays(dayOf(scene.clock.now()), 42));
    const seen = await scene.see(id);
    expect(seen).toMatchObject({
      state: 'refused',
      address: [],
      evidence: [],
      decision: { reason: 'Not the same person.' },
    });
    expect(seen.person).toBeUndefined();
  });

  it('Granted and used: six weeks after the code was redeemed; the account stays', async () => {
    const id = await entered();
    await scene.decide(id, { decision: 'grant' });
    await scene.tasks();
    const holder = accountHolder('kept');
    await scene.redeem(holder, await scene.inLetter(id));
    await goesOn(id, addDays(dayOf(scene.clock.now()), 42));
    expect((await scene.me(holder)).kind).toBe('citizen');
  });

  it('Granted and never used: six weeks after the code ran out', async () => {
    const id = await entered();
    await scene.decide(id, { decision: 'grant' });
    await goesOn(id, addDays(dayOf(scene.clock.now()), 90 + 42));
    expect((await scene.as(people.olga).post(`/v1/identity-cases/${id}/letter`)).body.code).toBe(
      'move-not-possible',
    );
  });

  it('What waits for an official goes never by itself', async () => {
    const id = await entered();
    scene.clock.moveTo(addDays(dayOf(scene.clock.now()), 400));
    await keepUp();
    expect(await kept(id)).toEqual(whole);
    scene.clock.backToNow();
  });

  it('The query and the rule say the same of every case that is there', async () => {
    const ids = await Promise.all([entered(), entered(), entered()]);
    await scene.decide(ids[0] ?? '', { decision: 'refuse' });
    await scene.decide(ids[1] ?? '', { decision: 'grant' });
    const rows = await scene.rows(
      `SELECT id, state, decided_at AS "decidedAt", redeemed_at AS "redeemedAt", code_until::text AS until,
              wrong_codes AS "wrongCodes" FROM identity_case WHERE gone_at IS NULL`,
    );
    for (const days of [41, 42, 43, 131, 132, 133]) {
      const today = addDays(dayOf(scene.clock.now()), days);
      const byRule = rows.filter(({ state, decidedAt, redeemedAt, until, wrongCodes }) => {
        const code = until
          ? {
              until: until as Day,
              wrongCodes: Number(wrongCodes),
              redeemedAt: (redeemedAt as Date) ?? undefined,
            }
          : undefined;
        const ended = caseEndedAt({
          state: state as never,
          decidedAt: (decidedAt as Date) ?? undefined,
          code,
        });
        return ended !== undefined && goneFrom(ended) <= today;
      });
      const byQuery = await scene.rows(
        `SELECT id FROM identity_case WHERE gone_at IS NULL AND decided_at IS NOT NULL
            AND (CASE WHEN state = 'refused' OR reference IS NULL THEN (decided_at AT TIME ZONE 'Europe/Amsterdam')::date
                      ELSE coalesce((redeemed_at AT TIME ZONE 'Europe/Amsterdam')::date, code_until) END) + 42 <= $1::date`,
        today,
      );
      expect(byQuery.map(({ id }) => id).toSorted()).toEqual(byRule.map(({ id }) => id).toSorted());
    }
  });
});

describe('What the source did not answer for too long is asked again', () => {
  it('A task that gave up is taken up by the hourly look', async () => {
    const repair = scene.replaceSource(() => Promise.reject(new Error('down for a day')));
    await scene.asked(202, scene.ask(people.elise));
    await scene.database.admin.query(`UPDATE job SET given_up = true WHERE kind = 'match-identity'`);
    repair();
    expect((await keepUp()).asked).toBeGreaterThan(0);
    await scene.tasks();
    expect((await scene.account(people.elise)).body.state).toBe('open');
    expect((await keepUp()).asked).toBe(0);
  });
});

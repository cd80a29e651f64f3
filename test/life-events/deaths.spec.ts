import { LifeEventIntakeService } from '../../src/life-events/life-event-intake.service.ts';
import { bsns, oins, people } from '../support/cast.ts';
import type { Office } from '../mandates/scene.ts';
import { type LifeScene, openLifeScene } from './scene.ts';

let scene: LifeScene;
let office: Office;
let yasmina: string;
beforeEach(async () => {
  scene = await openLifeScene();
  office = await scene.office();
  yasmina = await scene.world.client(bsns.yasmina);
});
afterEach(() => scene.close());

const died = (bsn: string, on: number) => ({
  ...{ bsn, kind: 'death', effectiveOn: scene.world.day(on) },
});
const state = async (mandate: { id: string }) => {
  const { state, end_reason: reason } = await scene.row(mandate);
  return [state, reason];
};
const given = async (state: string) => ({
  id: await scene.world.mandate({ client: yasmina, organisation: office.id, state, lines: [] }),
});
const notices = async (who: object) =>
  (await scene.as(who as never).get('/v1/notices')).body.items as { kind: string; words: { nl: string } }[];

describe('Yasmina dies (R30)', () => {
  it('when the register has its answer all her mandates have ended, and each end is on the record', async () => {
    const [active, suspended, revoked] = [
      await given('active'),
      await given('suspended'),
      await given('revoked'),
    ];
    await scene.tell(died(bsns.yasmina, -2));
    expect(await state(active)).toEqual(['ended', 'death']);
    expect(await state(suspended)).toEqual(['ended', 'death']);
    expect(await state(revoked)).toEqual(['revoked', null]);
    expect((await scene.clientRow(yasmina)).died_on).toBe(scene.world.day(-2));
    expect(await scene.trail(suspended)).toMatchObject([
      {
        ...{ action: 'mandate.end', actor_kind: 'job', actor_id: 'follow-life-events', client_id: yasmina },
        details: { from: 'suspended', to: 'ended', reason: 'death' },
      },
    ]);
    const history = await scene.as(office.anna).get(`/v1/mandates/${active.id}/history`);
    expect(history.body.items).toMatchObject([{ move: 'end', to: 'ended', details: { reason: 'death' } }]);
  });

  it('tomorrow, as it is further east: nothing is read any more from the moment it is told (R30)', async () => {
    const active = await given('active');
    const told = { ...died(bsns.yasmina, 1), eventId: 'brp-1' };
    for (let times = 0; times < 2; times++) await scene.tell(told);
    expect(await state(active)).toEqual(['ended', 'death']);
    expect(await scene.trail(active)).toHaveLength(1);
    expect(await scene.queue()).toEqual([]);
  });

  it('later, says a register: an official is asked, and once the day has come it has its effect by itself (R30)', async () => {
    const active = await given('active');
    const lookAgain = () => scene.app.get(LifeEventIntakeService).lookAgain();
    const told = { ...died(bsns.yasmina, 3), eventId: 'brp-1' };
    await scene.tell(told);
    expect(await lookAgain()).toBe(0);
    expect(await state(active)).toEqual(['active', null]);
    expect(await scene.queue()).toMatchObject([{ question: { code: 'in-the-future' } }]);
    scene.clock.moveTo(scene.world.day(2)); // where it happened it is that day
    expect([await lookAgain(), await lookAgain()]).toEqual([1, 0]);
    await scene.tell(told);
    expect(await state(active)).toEqual(['ended', 'death']);
    expect(await scene.trail(active)).toHaveLength(1);
    expect(await scene.queue()).toEqual([]);
  });

  it('what had run out before stays as it ended (R18), and her office hears nothing of it', async () => {
    const [from, until] = [-90, -3].map(scene.world.day);
    const over = {
      id: await scene.world.mandate({ client: yasmina, organisation: office.id, from, until, lines: [] }),
    };
    await scene.tell(died(bsns.yasmina, -2));
    expect(await scene.trail(over)).toEqual([]);
    expect((await scene.see(office.anna, over)).body).toMatchObject({ state: 'expired' });
    expect(await notices(office.anna)).toEqual([]);
    const urgent = { reason: 'The last return has to be handed in.', until: scene.world.day(30) };
    const asked = await scene.as(office.anna).post(`/v1/mandates/${over.id}/urgent-acts`, urgent);
    expect([asked.status, asked.body.code]).toEqual([409, 'move-not-possible']); // R31, BW 3:73
  });

  it('her office hears that she died, and she and whoever only asked hear nothing', async () => {
    await scene.active(office.joris);
    const other = await scene.office();
    await scene.offered(other.joris);
    await scene.tell(died(bsns.yasmina, -2));
    const [notice, ...more] = await notices(office.anna);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: 'client-died' });
    expect(notice?.words.nl).toMatch(
      /^Yasmina el Amrani is overleden op \d+ \w+ 2\d{3}\. De machtiging is beëindigd\./,
    );
    expect(await notices(other.anna)).toEqual([]);
    const { rows } = await scene.database.admin.query(`SELECT FROM notice WHERE recipient = 'client'`);
    expect(rows).toEqual([]);
  });

  it('what was asked lapses by the clock, not sooner, and the code of the letter works no more (R3)', async () => {
    const offered = await scene.offered(office.joris);
    const code = await scene.code(offered);
    await scene.tell(died(bsns.yasmina, 0));
    const seen = await scene.see(office.joris, offered);
    expect(seen.body).toMatchObject({ state: 'requested' });
    expect(seen.body).not.toHaveProperty('endReason');
    const tried = await scene.act(office.joris, offered, 'activation', { code });
    expect([tried.status, tried.body.code]).toEqual([409, 'wrong-code']);
    scene.clock.moveTo(scene.world.day(91));
    expect((await scene.see(office.joris, offered)).body.state).toBe('lapsed');
  });

  it('is offered nothing any more, though the register that was asked is behind', async () => {
    await scene.tell(died(bsns.yasmina, 0));
    const asked = await scene.offered(office.joris);
    expect(await scene.row(asked)).toMatchObject({ state: 'requested', offered_at: null });
  });

  it('and nobody signs in as her, nor in her place', async () => {
    await scene.tell(died(bsns.yasmina, 0));
    for (const who of [people.yasmina, { ...people.yasmina, capacity: 'representative' }]) {
      const answer = await scene.as(who).get('/v1/me');
      expect([answer.status, answer.body.code]).toEqual([403, 'person-died']);
    }
    expect((await scene.as(people.pieter).get('/v1/me')).status).toBe(200);
  });
});

describe('Ruben, who represents Willem by himself, dies (R30)', () => {
  const rubens = { name: 'Ruben Hendriks', kind: 'individual', administratorName: 'Ruben Hendriks' };
  async function represented() {
    const path = '/v1/representative-organisations';
    const { body } = await scene.as(people.rubenRepresents).post(path, rubens);
    await scene.as(people.olga).post(`${path}/${body.id}/recognition`);
    const lines = [{ sender: oins.tax, category: 'financial', actions: ['read'] }];
    const wish = { organisation: body.id, lines, from: scene.world.day(0), until: scene.world.day(100) };
    return {
      office: body.id as string,
      mandate: (await scene.as(people.willem).post('/v1/mandates', wish)).body as { id: string },
      wish,
    };
  }

  it('his mandates end, Willem hears of it, and nobody gives Ruben another', async () => {
    const { mandate, wish, office: his } = await represented();
    await scene.tell(died(bsns.ruben, -1));
    expect(await state(mandate)).toEqual(['ended', 'death']);
    const [notice] = await notices(people.willem);
    expect(notice?.words.nl).toMatch(/^Ruben Hendriks is overleden op .* Uw machtiging is beëindigd\./);
    expect((await scene.as(people.willem).post('/v1/mandates', wish)).status).toBe(404);
    expect((await scene.as(people.rubenRepresents).get('/v1/me')).body.code).toBe('person-died');
    const seen = await scene.as(people.olga).get(`/v1/representative-organisations/${his}`);
    expect(seen.body.standing).toBe('suspended');
  });

  it('of a bewind that he had, Willem reads that it goes on; he gives nobody authority over his money (R27)', async () => {
    const { office: his } = await represented();
    const willem = await scene.world.client(bsns.willem);
    const bewind = await scene.world.mandate({ client: willem, organisation: his, ground: 'bewind' });
    await scene.tell(died(bsns.ruben, -1));
    const told = (await notices(people.willem)) as ({ mandate?: string } & { words: { nl: string } })[];
    expect(told.find(({ mandate }) => mandate === bewind)?.words.nl).toMatch(
      /De maatregel van de rechter gaat door\. De rechter benoemt iemand anders/,
    );
    const lines = [{ sender: oins.tax, category: 'financial', actions: ['read'] }];
    const wish = { organisation: office.id, lines, from: scene.world.day(0), until: scene.world.day(100) };
    const answer = await scene.as(people.willem).post('/v1/mandates', wish);
    expect([answer.status, answer.body.code]).toEqual([403, 'under-guardianship']);
  });

  it('while the death of Willem ends the mandate, and Ruben goes on with others', async () => {
    const { mandate, office: his } = await represented();
    await scene.tell(died(bsns.willem, -1));
    expect(await state(mandate)).toEqual(['ended', 'death']);
    const ruben = scene.as(people.rubenRepresents);
    expect((await ruben.get(`/v1/representative-organisations/${his}`)).body.standing).toBe('recognised');
    expect((await ruben.get('/v1/notices')).body.items).toMatchObject([{ kind: 'client-died' }]);
  });
});

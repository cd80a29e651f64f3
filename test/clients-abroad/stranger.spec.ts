import { flat, somebody } from './onboarding.scene.ts';
import { citizen } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { form, openScene, passport, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const bsnHolder = citizen('999993653');
const [sanne, fatima] = ['999990007', '999993653'];
const asFatima = { givenNames: 'Fatima', familyName: 'Özdemir', birthDate: '1962-12-09', bsn: fatima };
const stranger = (sub: string): Claims => ({ sub, means: 'account', acr: people.henk.acr });
/** Anybody sends the form. */
async function sent(more: Record<string, unknown>): Promise<string> {
  await scene.asked(202, scene.as('nobody').post('/v1/clients-abroad/onboarding-requests', form(more)));
  await scene.tasks();
  return (await scene.cases('onboarding')).at(-1)?.id ?? 'no case';
}

describe('A stranger asks in somebody’s name, with an address of his own', () => {
  it('Sanne lives in Amsterdam: no official opens her inbox by way of paper', async () => {
    const id = await sent({ givenNames: 'Sanne', familyName: 'Bakker', birthDate: '1996-08-30', bsn: sanne });
    const client = await scene.world.client(sanne);
    const { status, body } = await scene.propose(id, { decision: 'grant', client });
    expect([status, body.code]).toEqual([403, 'client-not-abroad']);
  });

  it('Fatima lives in Berlin: the letter with the code goes there, and not where the form says', async () => {
    const id = await sent(asFatima);
    const client = await scene.world.client(fatima);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    await scene.tasks();
    expect((await scene.letters(id))[0]?.note.address).toEqual([
      ...['Fatima Özdemir', 'Beispielallee 5', '10115 Berlin', 'Duitsland'],
    ]);
  });

  it('What a stranger writes down about Fatima when he adds a means, the source alone does not settle', async () => {
    const { bsn: _, ...person } = asFatima;
    const who = stranger('writes-it-down');
    await scene.asked(
      202,
      scene.as(who).post('/v1/clients-abroad/rebindings', { confirmed: true, person, evidence: [passport] }),
    );
    await scene.tasks();
    expect((await scene.me(who)).kind).toBe('unlinked');
    expect(await scene.cases('rebinding')).toMatchObject([{ state: 'waiting', outcome: 'match' }]);
  });
});

describe('An inbox that is there opens by two officials', () => {
  it('One proposes and another confirms; neither is who entered it, and nobody is both', async () => {
    const id = await scene.entered(asFatima, people.otto);
    const client = await scene.world.client(fatima);
    expect((await scene.confirm(id)).body.code).toBe('move-not-possible');
    expect((await scene.propose(id, { decision: 'grant', client }, people.otto)).body.code).toBe(
      'own-request',
    );
    const proposed = await scene.asked(200, scene.propose(id, { decision: 'grant', client, reason: 'One.' }));
    expect(proposed).toMatchObject({ state: 'waiting', proposal: { client, reason: 'One.' } });
    expect((await scene.confirm(id, people.olga)).body.code).toBe('same-official');
    expect((await scene.confirm(id, people.otto)).body.code).toBe('own-request');
    expect(await scene.asked(200, scene.confirm(id))).toMatchObject({ state: 'granted', client });
    const lines = await scene.rows(
      `SELECT action, client_id FROM trail WHERE object_id = $1 AND outcome = 'permitted'
          AND action IN ('identity-case.decide', 'identity-case.confirm') ORDER BY at, id`,
      id,
    );
    expect(lines).toEqual([
      { action: 'identity-case.decide', client_id: null },
      { action: 'identity-case.confirm', client_id: client },
    ]);
  });

  it('The other one may also refuse it', async () => {
    const id = await scene.entered(asFatima, people.otto);
    const client = await scene.world.client(fatima);
    await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
    await scene.asked(200, scene.propose(id, { decision: 'refuse' }, people.oscar));
    expect((await scene.confirm(id)).body.code).toBe('move-not-possible');
  });

  it('The database lets no official open it alone, whatever the application asks', async () => {
    const id = await scene.entered(asFatima, people.otto);
    const client = await scene.world.client(fatima);
    const session = await scene.database.admin.connect();
    try {
      await session.query('BEGIN; SET LOCAL ROLE volmacht_app');
      await session.query(
        `SELECT set_config('app.actor', 'official:test:official-olga', true),
                set_config('app.assurance', 'substantial', true), set_config('app.now', $1, true)`,
        [scene.clock.now().toISOString()],
      );
      const grant = `UPDATE identity_case SET state = 'granted', client_id = $2, decided_at = acting_now(),
                       decision_reason = 'x', decided_by = 'official:test:official-olga' WHERE id = $1`;
      await expect(session.query(grant, [id, client])).rejects.toMatchObject({
        constraint: 'case_two_officials',
      });
    } finally {
      await session.query('ROLLBACK');
      session.release();
    }
  });
});

describe('The client sees by what one signs in to his account, and ends what is not his', () => {
  const opened = async (who: Claims) => {
    const address = { country: 'SR', street: `Voorbeeldlaan by ${String(who.sub)}`, place: 'Paramaribo' };
    const id = await scene.entered({ ...asFatima, address }, people.otto);
    const client = await scene.world.client(fatima);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    await scene.tasks();
    await scene.asked(200, scene.redeem(who, await scene.inLetter(id)));
    return id;
  };

  it('Fatima ends the account that a stranger bound: it opens nothing at the next request', async () => {
    const who = stranger('stole-the-letter');
    await opened(who);
    expect((await scene.as(who).get('/v1/messages')).status).toBe(200);
    const { items } = await scene.asked(200, scene.as(bsnHolder).get('/v1/me/means'));
    const [added] = items as { id: string; kind: string }[];
    expect(added?.kind).toBe('account');
    expect((await scene.as(who).post(`/v1/me/means/${added?.id}/end`)).body.code).toBe('account-too-low');
    await scene.asked(200, scene.as(bsnHolder).post(`/v1/me/means/${added?.id}/end`));
    const { status, body } = await scene.as(who).get('/v1/messages');
    expect([status, body.code]).toEqual([403, 'means-ended']);
    expect(body.writeTo.join()).toContain('Postbus 00000');
  });

  it('Nobody ends that of another; an official does, with a reason that is in the trail', async () => {
    const who = stranger('not-hers');
    await opened(who);
    const { items } = await scene.asked(200, scene.as(bsnHolder).get('/v1/me/means'));
    const [added] = items as { id: string }[];
    expect((await scene.as(people.yasmina).post(`/v1/me/means/${added?.id}/end`)).status).toBe(404);
    expect((await scene.as(people.olga).post(`/v1/means/${added?.id}/end`, {})).status).toBe(400);
    const reason = 'She wrote that it is not hers.';
    await scene.asked(200, scene.as(people.olga).post(`/v1/means/${added?.id}/end`, { reason }));
    expect((await scene.as(who).get('/v1/me')).body.code).toBe('means-ended');
    const [line] = await scene.rows(`SELECT details FROM trail WHERE action = 'means.end-of-client'
       AND outcome = 'permitted' ORDER BY at DESC LIMIT 1`);
    expect(line?.details).toMatchObject({ reason });
  });
});

describe('Who asked on paper and is refused hears it by letter', () => {
  it('At the address that he wrote, in both languages, with how to ask again and no reason', async () => {
    const id = await scene.entered(somebody());
    const letters = scene.newLetters();
    await scene.asked(200, scene.decide(id, { decision: 'refuse', reason: 'The photograph differs.' }));
    await scene.tasks();
    const [letter] = await letters();
    expect(letter?.address.slice(1)).toEqual(['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME']);
    const text = flat(letter?.text ?? '');
    for (const said of ['Uw aanvraag is afgewezen', 'Your request was refused', 'Postbus 00000'])
      expect(text).toContain(said);
    expect(text).not.toContain('photograph');
  });
});

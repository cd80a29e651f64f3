import { deliver, nothing, trailOf } from '../inbox/scene.ts';
import { kvks } from '../support/cast.ts';
import { bsns, type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const as = (who: keyof typeof people) => scene.house.as(people[who]);

describe('A message box asks: may she?', () => {
  it('yes, with the chain from mandate to employee and the day on which it ends', async () => {
    expect(await scene.ask()).toEqual({
      decision: true,
      context: {
        via: [
          { type: 'mandate', id: scene.mandate },
          { type: 'organisation', id: scene.vermeer },
          { type: 'employee', id: scene.jorisId },
        ],
        mandate: { id: scene.mandate, until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
      },
    });
  });

  it('the same for who is named as the outside knows him: sign-in, KvK number, BSN', async () => {
    const joris = {
      type: 'employee',
      id: `eh-${kvks.vermeer}-joris`,
      properties: { issuer: 'test', kvk: kvks.vermeer },
    };
    const resource = { ...scene.inbox(), id: `bsn:${bsns.yasmina}` };
    expect(await scene.ask({ subject: joris, resource })).toMatchObject({ decision: true });
    expect(await scene.ask({ subject: { type: 'organisation', id: `kvk:${kvks.vermeer}` } })).toMatchObject({
      decision: true,
      context: { mandate: { id: scene.mandate } },
    });
    expect(await scene.ask({ subject: { type: 'citizen', id: `bsn:${bsns.yasmina}` }, resource })).toEqual({
      decision: true,
    });
  });

  it('about a message that lies here, and about one that lies elsewhere', async () => {
    const money = await deliver(scene.house);
    const care = await deliver(scene.house, { type: 'support' });
    expect(await scene.ask({ resource: { type: 'message', id: money } })).toMatchObject({ decision: true });
    expect(await scene.ask({ resource: { type: 'message', id: care } })).toMatchObject({ decision: false });
    const elsewhere = (more: object) => ({
      ...{ type: 'message', id: 'FBS-2026-0042' },
      properties: { client: scene.yasmina, sender: oins.tax, category: 'financial', ...more },
    });
    expect(await scene.ask({ resource: elsewhere({}) })).toMatchObject({ decision: true });
    expect(await scene.ask({ resource: elsewhere({ category: 'care' }) })).toMatchObject({ decision: false });
    expect(await scene.ask({ resource: elsewhere({ category: undefined }) })).toMatchObject({
      decision: false,
    }); // R36
    expect(await scene.ask({ resource: elsewhere({ sender: oins.svb }) })).toMatchObject({ decision: false });
  });

  it.each([
    [
      'what the mandate does not let her do',
      { action: { name: 'reply' } },
      'action-not-granted',
      'request-mandate',
    ],
    [
      'a level that is too low, with the one to sign in with (R5)',
      { context: {} },
      'assurance-too-low',
      'step-up',
    ],
  ])('no, and why: %s', async (_, more, reason, remedy) => {
    const answer = await scene.ask(more);
    expect(answer).toMatchObject({ decision: false, context: { reason, remedy } });
    expect(answer.context?.reason_user).toEqual({
      en: expect.stringMatching(/\w/) as string,
      nl: expect.stringMatching(/\w/) as string,
    });
    expect(answer.context?.acr_values).toEqual(
      reason === 'assurance-too-low' ? ['http://eidas.europa.eu/LoA/substantial'] : undefined,
    );
  });

  it('no from the next question on, when Yasmina revoked (R17), and what to do about it', async () => {
    expect((await as('yasmina').post(`/v1/mandates/${scene.mandate}/revocation`)).status).toBe(200);
    expect(await scene.ask()).toMatchObject({
      decision: false,
      context: { reason: 'mandate-revoked', remedy: 'request-mandate' },
    });
  });

  it('no, as if there were nothing: another office, nobody, an unknown client (R3, R34)', async () => {
    const none = { decision: false, context: { reason: 'does-not-exist' } };
    expect(await scene.ask({ subject: { type: 'organisation', id: scene.haven } })).toMatchObject(none);
    expect(await scene.ask({ subject: { type: 'employee', id: nothing } })).toMatchObject(none);
    expect(await scene.ask({ resource: { ...scene.inbox(), id: `bsn:${bsns.fatima}` } })).toMatchObject(none);
    expect(await scene.ask({ resource: { ...scene.inbox(), id: 'bsn:999999999' } })).toMatchObject(none);
  });

  it('no, without a word that something is kept from him, when she shields it', async () => {
    await as('yasmina').post('/v1/shields', { sender: oins.tax });
    for (const tells of ['as-subject', 'true-reason']) {
      await scene.register({ tells });
      const shielded = await scene.ask();
      expect(shielded).toMatchObject({ decision: false, context: { reason: 'outside-the-mandate' } });
      // It is what her mandate never covered that is answered like that.
      expect(shielded).toEqual(await scene.ask({ resource: scene.inbox({ sender: oins.town }) }));
    }
  });

  it('what one may do with a mandate, and what its state does not let one do', async () => {
    const mandate = { type: 'mandate', id: scene.mandate };
    const yasmina = { type: 'citizen', id: scene.yasmina };
    const revoke = { subject: yasmina, action: { name: 'revoke' }, resource: mandate };
    expect(await scene.ask(revoke)).toEqual({ decision: true });
    expect(await scene.ask({ action: { name: 'renounce' }, resource: mandate })).toMatchObject({
      decision: true,
    });
    expect(await scene.ask({ action: { name: 'revoke' }, resource: mandate })).toMatchObject({
      decision: false,
    });
    await as('yasmina').post(`/v1/mandates/${scene.mandate}/revocation`);
    expect(await scene.ask(revoke)).toMatchObject({
      decision: false,
      context: { reason: 'not-in-this-state' },
    });
  });

  it.each([
    [{ subject: { type: 'robot', id: 'x' } }],
    [{ action: { name: 'delete' } }],
    [{ resource: { type: 'account', id: '123' } }],
  ])('what is not decided about here is a no, not an error: %j', async (more) => {
    expect(await scene.ask(more)).toMatchObject({ decision: false, context: { reason: 'not-decided-here' } });
  });

  it('every answer is on the record, with what it rests on; she sees who asked about her', async () => {
    await scene.ask();
    await scene.ask({ action: { name: 'reply' } });
    const lines = await trailOf(scene.house, 'decision.ask');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      ...{ actor_kind: 'system', actor_id: oins.system, outcome: 'permitted', client_id: scene.yasmina },
      ...{ mandate_id: scene.mandate, organisation_id: scene.vermeer },
      details: { subject: `employee:${scene.jorisId}`, asked: 'read', decision: true },
    });
    expect(lines[1]).toMatchObject({ details: { decision: false, reason: 'action-not-granted' } });
    const own = (await as('yasmina').get('/v1/trail-entries')).body as { items: { action: string }[] };
    expect(own.items.filter(({ action }) => action === 'decision.ask')).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain(bsns.yasmina);
  });
});

describe('Who asks', () => {
  it('is a system that an official registered for a purpose; nobody else, and not after the end of it', async () => {
    const unregistered = await scene.post('evaluation', scene.question(), people.town);
    expect([unregistered.status, unregistered.body]).toMatchObject([403, { code: 'caller-not-registered' }]);
    expect((await scene.post('evaluation', scene.question(), people.olga as never)).status).toBe(403);
    expect((await as('olga').delete(`/v1/decision-callers/${oins.system}`)).status).toBe(204);
    expect((await scene.post('evaluation', scene.question())).status).toBe(403);
    expect((await as('olga').delete(`/v1/decision-callers/${oins.system}`)).status).toBe(404);
  });

  it('hears of the senders that it is registered for, and of no other', async () => {
    await scene.register({ senders: [oins.svb] });
    const beyond = { decision: false, context: { reason: 'caller-may-not-ask' } };
    expect(await scene.ask()).toMatchObject(beyond);
    expect(await scene.ask({ resource: { type: 'inbox', id: scene.yasmina } })).toMatchObject(beyond);
    expect(await scene.ask({ resource: { type: 'message', id: await deliver(scene.house) } })).toMatchObject(
      beyond,
    );
    expect(await scene.ask({ resource: scene.inbox({ sender: oins.svb }) })).toMatchObject({
      decision: false,
      context: { reason: 'does-not-exist' },
    });
  });

  it('hears no reason, the one that the subject would hear, or the true one', async () => {
    const properties = { client: scene.yasmina, sender: oins.tax, category: 'care' };
    const care = { resource: { type: 'message', id: 'FBS-2026-0042', properties } };
    await scene.register({ tells: 'nothing' });
    expect(await scene.ask(care)).toEqual({ decision: false });
    await scene.register({ tells: 'as-subject' });
    expect(await scene.ask(care)).toMatchObject({ context: { reason: 'does-not-exist' } });
    await scene.register({ tells: 'true-reason' });
    expect(await scene.ask(care)).toMatchObject({ context: { reason: 'outside-the-mandate' } });
  });

  it('asks no more than it may in a minute', async () => {
    await scene.register({ perMinute: 3, searches: false });
    await scene.ask();
    scene.earlyInAMinute();
    for (let turn = 0; turn < 3; turn++) await scene.ask();
    const answers = await Promise.all([1, 2, 3, 4].map(() => scene.post('evaluation', scene.question())));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    expect(refused[0]?.headers['retry-after']).toMatch(/^\d+$/);
  });
});

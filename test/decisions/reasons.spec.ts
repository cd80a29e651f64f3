import { type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

describe('A no tells the truth', () => {
  it('of a line that a bewind ended (R27): it was not the client, and nobody is sent to ask what he cannot give', async () => {
    const { world } = scene.house;
    const lines = [
      { category: 'financial', actions: ['read'], endsOn: world.day(-1) },
      { category: 'care', sender: oins.town, actions: ['read'] },
    ];
    const parties = { client: scene.pieter, organisation: scene.vermeer, from: world.day(-9) };
    await world.mandate({ ...parties, lines });
    const deliveredAt = `${world.day(-5)}T12:00:00Z`;
    const { pieter: client } = scene;
    const properties = { client, sender: oins.tax, category: 'financial', deliveredAt };
    const answer = await scene.ask({ resource: { type: 'message', id: 'FBS-2026-0042', properties } });
    expect(answer).toEqual({
      decision: false,
      context: {
        reason: 'scope-line-ended-by-law',
        reason_user: {
          en: 'A rule of law ended this part of the authorisation, and not the client.',
          nl: 'Dit deel van de machtiging is gestopt door een regel in de wet, niet door de cliënt.',
        },
      },
    });
    const delivered_at = new Date(deliveredAt);
    const message = await world.message(scene.pieter, { delivered_at });
    expect((await scene.house.as(people.joris).get(`/v1/messages/${message}`)).body).toMatchObject({
      ...{ status: 403, code: 'scope-line-ended-by-law' },
    });
  });

  it('of two lines that covered it: by which it could be seen, and of those the last to end', async () => {
    const { world, database } = scene.house;
    const wide = { category: 'all', actions: ['read'], endsOn: world.day(-5) };
    const narrow = { category: 'financial', actions: ['read'] };
    const other = { category: 'care', sender: oins.town, actions: ['read'] };
    const parties = { client: scene.pieter, organisation: scene.vermeer, from: world.day(-200) };
    await world.mandate({ ...parties, lines: [wide, narrow, other] });
    const endsFinancial = (day: number) =>
      database.admin.query(
        `UPDATE scope_line l SET ended_at = $1, claims = false FROM mandate m
          WHERE m.id = l.mandate_id AND m.client_id = $2 AND l.category = 'financial'`,
        [`${world.day(day)}T12:00:00Z`, scene.pieter],
      );
    const of = async (day: number) => {
      const properties = { client: scene.pieter, sender: oins.tax, category: 'financial' };
      const deliveredAt = `${world.day(day)}T12:00:00Z`;
      const resource = { type: 'message', id: 'FBS-7', properties: { ...properties, deliveredAt } };
      const { context } = await scene.ask({ resource });
      return [context?.reason, context?.remedy];
    };
    await endsFinancial(-100);
    expect(await of(-20)).toEqual(['scope-line-ended-by-law', undefined]);
    expect(await of(-120)).toEqual(['scope-line-ended-by-law', undefined]);
    await endsFinancial(-3);
    expect(await of(-20)).toEqual(['scope-line-ended', 'request-mandate']);
    expect(await of(-4)).toEqual(['scope-line-ended', 'request-mandate']);
  });

  it('of two mandates: it is of the one that was over last, or will be, whatever was given and revoked before', async () => {
    const { world } = scene.house;
    const parties = { client: scene.pieter, organisation: scene.vermeer };
    const lines = [{ category: 'financial', actions: ['read'] }];
    const noon = (day: number) => `${world.day(day)}T12:00:00Z`;
    const ended = { ...parties, lines, from: world.day(-200), until: world.day(100) };
    await world.mandate({ ...ended, state: 'revoked', endedAt: new Date(noon(-100)) });
    await world.mandate({ ...ended, until: world.day(9) });
    const properties = {
      client: scene.pieter,
      sender: oins.tax,
      category: 'financial',
      deliveredAt: noon(-120),
    };
    const resource = { type: 'message', id: 'FBS-8', properties };
    const at = async (day: number) =>
      (await scene.ask({ resource, context: { assurance: 'substantial', time: noon(day) } })).context;
    expect(await at(10)).toMatchObject({
      ...{ reason: 'mandate-expired', remedy: 'request-renewal' },
      reason_user: { nl: expect.stringContaining('Op dat moment is de machtiging verlopen.') },
    });
    await world.mandate({ ...ended, state: 'renounced', endedAt: new Date(noon(-50)) });
    await scene.house.database.admin.query(
      `UPDATE mandate SET state = 'expired', ended_at = now() - interval '60 days' WHERE client_id = $1 AND state = 'active'`,
      [scene.pieter],
    );
    expect((await at(0))?.reason).toBe('mandate-renounced');
  });

  it('of what cannot be renounced: it is not the state of a bewind but what it rests on, here and on its own page', async () => {
    const { house, pieter, vermeer } = scene;
    const bewind = await house.world.mandate({ client: pieter, organisation: vermeer, ground: 'bewind' });
    const nl =
      'Dit kan alleen met een machtiging die de cliënt zelf gaf. Deze vertegenwoordiging berust op een besluit.';
    expect(
      await scene.ask({ action: { name: 'renounce' }, resource: { type: 'mandate', id: bewind } }),
    ).toMatchObject({
      decision: false,
      context: { reason: 'not-of-this-ground', reason_user: { nl } },
    });
    const { body } = await house
      .as(people.joris)
      .post(`/v1/mandates/${bewind}/renunciation`)
      .set('Accept-Language', 'nl');
    expect(body).toMatchObject({ status: 409, code: 'move-not-possible', state: 'active', detail: nl });
  });
});

describe('A no of a moment to come is said of that moment', () => {
  const at = (day: number) => ({
    context: { assurance: 'substantial', time: `${scene.house.world.day(day)}T10:00:00Z` },
  });
  const later = async (day: number, more: object = {}) =>
    (await scene.ask({ ...at(day), ...more })).context as { reason: string; reason_user: { nl: string } };

  it('her mandate runs today and has expired by then; who asks in time needs no new one', async () => {
    expect(await later(800)).toEqual({
      reason: 'mandate-expired',
      reason_user: {
        en: 'This is allowed now. At that moment the authorisation has expired. Ask the client in time to renew it.',
        nl: 'Nu mag dit. Op dat moment is de machtiging verlopen. Vraag de cliënt op tijd om een nieuwe machtiging.',
      },
      remedy: 'request-renewal',
    });
    await scene.house.database.admin.query(
      `UPDATE mandate SET state = 'expired', ended_at = now() WHERE id = $1`,
      [scene.mandate],
    );
    expect((await later(800)).reason_user.nl).toMatch(/^De machtiging is verlopen/); // it is, also now
  });

  it('Joris works here without an end, in the year 9999 too; with an end not after that', async () => {
    const inTheEnd = { context: { assurance: 'substantial', time: '9999-12-31T12:00:00Z' } };
    expect((await scene.ask(inTheEnd)).context).toMatchObject({ reason: 'mandate-expired' });
    await scene.house.database.admin.query('UPDATE employee SET until_day = $2 WHERE id = $1', [
      scene.jorisId,
      scene.house.world.day(5),
    ]);
    expect(await later(5)).toMatchObject({
      reason: 'employment-ended',
      reason_user: { nl: 'Nu mag dit. Op dat moment werkt u niet meer voor dit kantoor.' },
    });
  });

  it('what is hidden from who may now is not said not to exist: a cover is over (R33)', async () => {
    const { world, database } = scene.house;
    const sam = await world.employee(scene.vermeer, 'sam');
    await database.admin.query(
      `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), $2)`,
      [scene.vermeer, scene.jorisId, sam, world.day(0), world.day(3)],
    );
    const subject = { type: 'employee', id: sam };
    expect(await later(4, { subject })).toEqual({
      reason: 'not-by-then',
      reason_user: {
        en: 'This is allowed now. Whether it still is at that moment, we cannot say today.',
        nl: 'Nu mag dit. Of het op dat moment nog mag, kunnen wij vandaag niet zeggen.',
      },
    });
    await scene.register({ tells: 'true-reason' });
    expect(await later(4, { subject })).toMatchObject({
      reason: 'not-assigned',
      reason_user: { nl: expect.stringMatching(/^Nu mag dit\. Op dat moment is deze cliënt/) as string },
    });
    await scene.register({ tells: 'nothing' });
    expect(await scene.ask({ subject, ...at(4) })).toEqual({ decision: false });
  });
});

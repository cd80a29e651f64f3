import { decodeProtectedHeader } from 'jose';
import { addDays, dayOf, startOf } from '../../../src/domain/day.ts';
import { birthDates } from '../scene.ts';
import { bsns, type Made, oins, openStatements, people, type Statements } from './scene.ts';

let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());

const { yasmina, pieter, olga } = people;
const codesOf = ({ body }: { body: unknown }) =>
  (body as { errors: { code: string; location: { pointer: string } }[] }).errors.map(
    ({ code, location }) => `${location.pointer} ${code}`,
  );

describe('A statement of a mandate', () => {
  it('tells a counter who may act for Yasmina, on what, until when, and no more', async () => {
    for (const who of [yasmina, scene.vermeer.joris]) {
      const { scope, ...shown } = await scene.shownBy(await scene.make(who));
      expect(shown).toEqual({
        client_name: 'Yasmina el Amrani',
        organisation_name: `Kantoor ${scene.vermeer.kvk}`,
        organisation_kvk: scene.vermeer.kvk,
        last_day: addDays(scene.mandate.period.until as never, -1),
      });
      // In no order: that of the mandate would tell which lines are hidden.
      const bySender = (one: { sender: string }, other: { sender: string }) =>
        one.sender.localeCompare(other.sender);
      expect((scope as { sender: string }[]).toSorted(bySender)).toEqual([
        {
          sender: oins.tax,
          sender_name: expect.any(String),
          sender_name_en: expect.any(String),
          category: 'financial',
          actions: ['read', 'download'],
        },
        {
          sender: oins.svb,
          sender_name: expect.any(String),
          sender_name_en: expect.any(String),
          category: 'care',
          actions: ['read'],
        },
      ]);
    }
  });

  it('is an SD-JWT VC: it names its type, its issuer and its status, and nobody in what is signed', async () => {
    const made = await scene.make(yasmina);
    expect(decodeProtectedHeader(made.statement.split('~')[0] ?? '')).toEqual({
      ...{ alg: 'ES256', typ: 'dc+sd-jwt', kid: (await scene.keys()).keys[0]?.kid },
    });
    const signed = await scene.signedPart(made);
    expect(Object.keys(signed).toSorted()).toEqual([
      '_sd',
      '_sd_alg',
      'exp',
      'iat',
      'iss',
      'scope',
      'status',
      'vct',
    ]);
    expect(signed._sd).toEqual((signed._sd as string[]).toSorted()); // their order tells nothing
    const nobody = scene.as('nobody');
    const type = await nobody.get(new URL(signed.vct as string).pathname).expect(200);
    expect(type.body).toMatchObject({
      vct: signed.vct,
      claims: expect.arrayContaining([expect.objectContaining({ path: ['scope', null], sd: 'always' })]),
    });
    const issuer = await nobody.get('/.well-known/jwt-vc-issuer').expect(200);
    expect(issuer.body).toEqual({ issuer: signed.iss, jwks_uri: `${signed.iss}/.well-known/jwks.json` });
    for (const { headers } of [type, issuer]) expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('holds thirty days, and never beyond the last day of the mandate or of what the law ends in it', async () => {
    const days = async () => Date.parse((await scene.make(yasmina)).expiresAt) - scene.clock.now().getTime();
    expect(Math.round((await days()) / 86_400_000)).toBe(30);
    const soon = addDays(dayOf(scene.clock.now()), 5);
    await scene.act(yasmina, scene.mandate, 'narrowing', { until: soon });
    expect(Date.parse((await scene.make(yasmina)).expiresAt)).toBe(startOf(soon).getTime());
    await scene.database.admin.query(
      `UPDATE scope_line SET ends_on = $2::date WHERE mandate_id = $1 AND category = 'financial'`,
      [scene.mandate.id, addDays(soon, -2)],
    );
    expect(Date.parse((await scene.make(yasmina)).expiresAt)).toBe(startOf(addDays(soon, -2)).getTime());
  });

  it('shows what was asked, and lets its holder show another more or less of the same', async () => {
    const made = await scene.make(yasmina, { disclose: ['mandate_id'] });
    expect(await scene.shownBy(made)).toEqual({ mandate_id: scene.mandate.id });
    const [token] = made.statement.split('~');
    const shows = (claim: string) => made.disclosures.find((each) => each.claim === claim)?.disclosure;
    const other = [token, shows('ground'), shows('first_day'), ''].join('~');
    expect(await scene.shownBy({ statement: other })).toEqual({
      ...{ ground: 'voluntary', first_day: scene.mandate.period.from },
    });
    expect(made.disclosures.filter(({ shown }) => shown).map(({ claim }) => claim)).toEqual(['mandate_id']);
  });

  it('lets nobody count what it does not show: which claims there are, and how many lines', async () => {
    const counted = async (made: Made) => {
      const { _sd: claims, scope } = await scene.signedPart(made);
      expect(scope).toEqual((scope as object[]).toSorted(byDigest)); // not in the order of the mandate
      return [(claims as string[]).length, (scope as object[]).length];
    };
    const byDigest = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
    for (const wish of [{}, { sender: oins.svb }, { disclose: ['client_bsn', 'client_birth_date'] }])
      expect(await counted(await scene.make(yasmina, wish))).toEqual([9, 8]);
  });

  it('says of one sender only what concerns that sender', async () => {
    const shown = await scene.shownBy(await scene.make(yasmina, { sender: oins.svb }));
    expect((shown.scope as { sender: string }[]).map(({ sender }) => sender)).toEqual([oins.svb]);
    expect(codesOf(await scene.ask(yasmina, { sender: oins.town }).expect(400))).toEqual([
      '#/sender unknown',
    ]);
  });

  it('holds a date of birth and a BSN only when the client himself asks for them', async () => {
    const own = ['client_birth_date', 'client_bsn'];
    const shown = await scene.shownBy(await scene.make(yasmina, { disclose: own }));
    expect(shown).toEqual({ client_birth_date: birthDates.yasmina, client_bsn: bsns.yasmina });
    const usual = await scene.make(yasmina);
    expect(usual.disclosures.map(({ claim }) => claim).filter((claim) => own.includes(claim))).toEqual([]);
    const refused = await scene.ask(scene.vermeer.joris, { disclose: own }).expect(400);
    expect(codesOf(refused)).toEqual(['#/disclose only-client']);
    expect((await scene.asked()).at(-1)).toMatchObject({
      ...{ actor_kind: 'employee', outcome: 'refused', reason: 'invalid-input' },
      details: { discloses: own.join(' ') },
    });
  });

  it('names every fault of what is asked', async () => {
    const wrong = await scene.ask(yasmina, { disclose: ['shoe_size'], sender: '12', more: 1 }).expect(400);
    expect(codesOf(wrong).toSorted()).toEqual(
      ['#/disclose some-of', '#/more unknown-field', '#/sender oin'].toSorted(),
    );
    await scene.ask(yasmina, { disclose: [] }).expect(400);
    await scene.ask(yasmina, {}, { id: 'x' }).expect(400);
  });
});

describe('Who gets a statement', () => {
  it('Pieter and an official get none of what is between Yasmina and her office', async () => {
    const stranger = await scene.ask(pieter).expect(404);
    const nothing = await scene.ask(pieter, {}, { id: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' }).expect(404);
    expect({ ...stranger.body, instance: '' }).toEqual({ ...nothing.body, instance: '' });
    await scene.ask((await scene.office()).anna).expect(404);
    await scene.ask(olga).expect(403);
  });

  it('of the office who may see the mandate, also who only reads; not who does not handle the client', async () => {
    await scene.make(scene.vermeer.anna);
    await scene.ask(scene.vermeer.sara).expect(404);
    await scene.world.assign(scene.vermeer.id, await scene.clientOf(scene.mandate), {
      employee: scene.vermeer.employees.bob,
    });
    await scene.make(scene.vermeer.bob);
  });

  it('nobody, once the mandate is revoked, while it is suspended, before its first day and while its office is', async () => {
    const refusal = async () => (await scene.ask(yasmina).expect(403)).body as { code: string };
    const { id } = scene.mandate;
    await scene
      .as(olga)
      .post(`/v1/mandates/${id}/suspension`, { reason: 'Under investigation.' })
      .expect(200);
    expect((await refusal()).code).toBe('not-in-force');
    await scene.as(olga).post(`/v1/mandates/${id}/resumption`, { reason: 'It is over.' }).expect(200);
    await scene.database.admin.query(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, [
      scene.vermeer.id,
    ]);
    expect((await refusal()).code).toBe('not-in-force');
    await scene.database.admin.query(`UPDATE organisation SET standing = 'recognised' WHERE id = $1`, [
      scene.vermeer.id,
    ]);
    await scene.make(yasmina);
    await scene.act(yasmina, scene.mandate, 'revocation', {});
    expect((await refusal()).code).toBe('not-in-force');
    const other = await scene.office();
    const from = addDays(dayOf(scene.clock.now()), 10);
    const later = await scene.active(other.joris, { from, until: addDays(from, 100) });
    expect((await scene.ask(yasmina, {}, later).expect(403)).body).toMatchObject({ code: 'not-in-force' });
  });

  it('Yasmina reads in her own record who made one, and what it shows is on the record', async () => {
    await scene.make(scene.vermeer.joris, { disclose: ['client_name', 'scope'] });
    const own = await scene.as(yasmina).get('/v1/trail-entries').expect(200);
    expect(
      (own.body as { items: { sentence: { en: string } }[] }).items.map(({ sentence }) => sentence.en),
    ).toContain(`Kantoor ${scene.vermeer.kvk} made a statement of an authorisation.`);
    expect((await scene.trail(scene.mandate)).at(-1)).toMatchObject({
      ...{ action: 'mandate.state', actor_kind: 'employee' },
      details: { discloses: 'client_name scope', until: expect.stringMatching(/Z$/) },
    });
  });
});

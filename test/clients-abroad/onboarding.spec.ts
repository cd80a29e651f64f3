import { addDays, dayOf } from '../../src/domain/day.ts';
import { flat, granted, somebody } from './onboarding.scene.ts';
import { form, openScene, passport, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

describe('Somebody without any means asks on paper', () => {
  it('One official enters it, another looks at it with the copy beside the data, and a letter goes out', async () => {
    const id = await scene.entered(somebody({ note: 'Letter of 20 November.' }));
    const seen = await scene.see(id);
    expect(seen).toMatchObject({
      ...{ kind: 'onboarding', state: 'waiting', origin: 'paper', outcome: 'no-match', candidates: [] },
      address: ['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME'],
      note: 'Letter of 20 November.',
      evidence: [{ mediaType: 'application/pdf', size: 19 }],
    });
    const [copy] = seen.evidence as { id: string }[];
    const file = await scene.as(people.olga).get(`/v1/identity-cases/${id}/evidence/${copy?.id}`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="[0-9a-f-]+\.pdf"$/);
    expect(file.body.toString()).toBe('%PDF-1.7 a passport');
    await scene.asked(200, scene.decide(id, { decision: 'grant', reason: 'Passport agrees.' }));
    await scene.tasks();
    const [letter] = await scene.letters(id);
    expect(letter?.note.address).toEqual([
      expect.stringMatching(/^Rosa Pinas/),
      ...['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME'],
    ]);
  });

  it('Who entered it does not decide about it: the rule says so, and the database', async () => {
    const id = await scene.entered(somebody(), people.otto);
    const own = await scene.decide(id, { decision: 'grant' }, people.otto);
    expect([own.status, own.body.code]).toEqual([403, 'own-request']);
    await expect(
      scene.rows(
        `UPDATE identity_case SET state = 'granted', decided_at = now(), decision_reason = 'x', decided_by = made_by WHERE id = $1`,
        id,
      ),
    ).rejects.toThrow(/case_four_eyes/);
  });

  it('Whom a colleague suspended sees no case, no copy, and decides nothing', async () => {
    const id = await scene.entered(somebody(), people.otto);
    const [copy] = (await scene.see(id)).evidence as { id: string }[];
    await scene.asked(201, scene.as(people.otto).post('/v1/officials', { official: 'test:official-olga' }));
    const suspend = `UPDATE official SET standing = $1, reason = 'x', changed_at = now(), changed_by = 'test:official-otto'`;
    await scene.rows(suspend, 'suspended');
    for (const path of ['', `/evidence/${copy?.id}`])
      expect((await scene.as(people.olga).get(`/v1/identity-cases/${id}${path}`)).body.code).toBe(
        'official-suspended',
      );
    const refused = await scene.decide(id, { decision: 'grant' });
    expect([refused.status, refused.body.code]).toEqual([403, 'official-suspended']);
    await scene.rows(suspend, 'active');
    await scene.asked(200, scene.decide(id, { decision: 'grant' }));
  });

  it('The letter is in both languages, his own first, and says until when the code works: 90 days (R11)', async () => {
    for (const [language, first, other] of [
      ['nl', 'Beste Rosa Pinas', 'Dear Rosa Pinas'],
      ['en', 'Dear Rosa Pinas', 'Beste Rosa Pinas'],
    ] as const) {
      const { id } = await granted(scene, { language });
      const text = flat((await scene.letters(id))[0]?.text ?? '');
      expect(text.indexOf(first)).toBeGreaterThan(0);
      expect(text.indexOf(first)).toBeLessThan(text.indexOf(other));
      const last = addDays(dayOf(scene.clock.now()), 89);
      const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
      expect(text).toContain(`up to and including ${words.format(new Date(`${last}T00:00:00Z`))}`);
    }
  });

  it.each([
    [
      'a Dutch address',
      { address: { country: 'NL', street: 'Plein 1', place: 'Den Haag' } },
      '#/address/country',
    ],
    [
      'no such country',
      { address: { country: 'QQ', street: 'Plein 1', place: 'Stad' } },
      '#/address/country',
    ],
    [
      'no postcode where there is one',
      { address: { country: 'DE', street: 'Weg 1', place: 'Köln' } },
      '#/address/postcode',
    ],
    [
      'a postcode of another form',
      { address: { country: 'PT', street: 'Rua 1', place: 'Lisboa', postcode: '12345' } },
      '#/address/postcode',
    ],
    ['born tomorrow', { birthDate: '2199-01-01' }, '#/birthDate'],
    ['no evidence', { evidence: [] }, '#/evidence'],
    ['five copies', { evidence: Array.from({ length: 5 }, () => passport) }, '#/evidence'],
    ['a BSN that is none', { bsn: '999999999' }, '#/bsn'],
  ])('%s is a fault that is named', async (_, more, pointer) => {
    const { status, body } = await scene.as(people.otto).post('/v1/clients-abroad/onboardings', form(more));
    expect(status).toBe(400);
    expect(body.errors[0].location.pointer).toBe(pointer);
  });
});

describe('Whom he says to be is held against the registers', () => {
  it('A BSN that is stated is a candidate with what the register says; only with it can it be granted', async () => {
    const id = await scene.entered({
      givenNames: 'Fatima',
      familyName: 'Özdemir',
      birthDate: '1962-12-09',
      bsn: '999993653',
    });
    const client = await scene.world.client('999993653');
    const seen = await scene.see(id);
    expect(seen.candidates).toMatchObject([
      { client, ground: 'stated', name: 'Fatima Özdemir', birthDate: '1962-12-09' },
    ]);
    expect((await scene.decide(id, { decision: 'grant' })).body.code).toBe('move-not-possible');
    expect(await scene.asked(200, scene.decide(id, { decision: 'grant', client }))).toMatchObject({ client });
    // Her address in the register stays what it was; the letter goes where she wrote.
    await scene.tasks();
    expect(await scene.rows('SELECT FROM client_contact WHERE client_id = $1', client)).toEqual([]);
  });

  it('Without one, the source is asked: one whom it names can be chosen', async () => {
    const id = await scene.entered({ givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14' });
    const client = await scene.world.client('999990056');
    expect(await scene.see(id)).toMatchObject({
      outcome: 'match',
      candidates: [{ client, ground: 'source' }],
    });
  });

  it('Who has an account already is found by name and date of birth, without accents and case', async () => {
    const client = await scene.opened(people.elise);
    const id = await scene.entered({ givenNames: 'Elise', familyName: 'DUBOIS', birthDate: '1961-07-21' });
    expect((await scene.see(id)).candidates).toMatchObject([{ client, ground: 'same-person' }]);
  });

  it('While the register does not answer nothing can be granted', async () => {
    const repair = scene.replaceSource(() => Promise.reject(new Error('no answer')));
    const id = await scene.entered(somebody());
    expect((await scene.decide(id, { decision: 'grant' })).body.code).toBe('move-not-possible');
    repair();
    await scene.hurry();
    await scene.tasks();
    expect((await scene.decide(id, { decision: 'grant' })).status).toBe(200);
  });
});

import { addDays, dayOf } from '../../src/domain/day.ts';
import { accountHolder } from '../support/cast.ts';
import { granted, somebody } from './onboarding.scene.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

describe('He brings the code, signed in with an account', () => {
  it('It binds the account to him: he sees his messages, and signs in with it from then on', async () => {
    const { id, client } = await granted(scene);
    const rosa = accountHolder('rosa');
    expect((await scene.account(rosa)).body.explanation.en).toMatch(/letter with a code/);
    const { reference, code } = await scene.inLetter(id);
    // People copy in their own way.
    const copied = { reference: reference.toLowerCase().replace('-', ' '), code: code.replaceAll('-', '') };
    expect((await scene.redeem(rosa, copied)).status).toBe(200);
    expect(await scene.me(rosa)).toMatchObject({ kind: 'citizen', client, assurance: 'low' });
    expect((await scene.as(rosa).get('/v1/messages')).status).toBe(200);
    expect((await scene.as(rosa).get('/v1/me/preferences')).body.chosen).toEqual({
      ...{ language: 'nl', timeZone: 'America/Paramaribo' },
    });
    const { body } = await scene.as(rosa).get('/v1/trail-entries');
    expect(body.items.map(({ sentence }: { sentence: { en: string } }) => sentence.en)).toContain(
      'Someone with a new means of sign-in used the code from a letter.',
    );
  });

  it('An account proves nothing more: it gives no authorisation that asks for substantial', async () => {
    const { id } = await granted(scene);
    const holder = accountHolder('low-1');
    await scene.redeem(holder, await scene.inLetter(id));
    const { body } = await scene.as(holder).post('/v1/mandates', {});
    expect(body.code).toBe('account-too-low');
    expect(body.detail).toContain('on paper');
    expect((await scene.me({ ...holder, acr: people.elise.acr })).assurance).toBe('low'); // whatever the token says
  });

  it('The code is kept as a hash, works once, and is bound to the reference of its letter (R10)', async () => {
    const [one, other] = [await granted(scene), await granted(scene)];
    const [mine, his] = [await scene.inLetter(one.id), await scene.inLetter(other.id)];
    expect(mine.code.replaceAll('-', '')).toMatch(/^[2-9A-Z]{20}$/); // 29 signs, 97 bits
    const kept = JSON.stringify(await scene.rows('SELECT * FROM identity_case, identity_letter'));
    expect([kept.includes(mine.code), kept.includes(mine.code.replaceAll('-', ''))]).toEqual([false, false]);
    expect(
      (await scene.redeem(accountHolder('mixed'), { ...mine, reference: his.reference })).body.code,
    ).toBe('wrong-code');
    expect((await scene.redeem(accountHolder('first'), mine)).status).toBe(200);
    expect((await scene.redeem(accountHolder('second'), mine)).body.code).toBe('wrong-code');
    expect((await scene.see(one.id)).code).toMatchObject({ state: 'redeemed' });
  });

  it('The fifth wrong try locks it, also for the right code; all are answered alike (R10)', async () => {
    const { id } = await granted(scene);
    const letter = await scene.inLetter(id);
    const wrong = { ...letter, code: 'AAAAA-BBBBB-CCCCC-DDDDD' };
    const answers = [];
    for (let tries = 0; tries < 5; tries++)
      answers.push(await scene.redeem(accountHolder(`guess-${tries}`), wrong));
    answers.push(await scene.redeem(accountHolder('right'), letter)); // too late
    answers.push(await scene.redeem(accountHolder('lost'), { ...letter, reference: 'ZZZZZ-ZZZZZ' }));
    const shapes = new Set(
      answers.map(({ status, text }) => `${status} ${text.replace(/[0-9a-f]{32}/, '')}`),
    );
    expect(shapes.size).toBe(1);
    expect((await scene.see(id)).code).toMatchObject({ state: 'locked' });
    expect((await scene.account(accountHolder('right'))).body.state).toBe('none');
  });

  it('Who guesses on with other references waits an hour after five', async () => {
    const guesser = accountHolder('guesser');
    for (let tries = 0; tries < 5; tries++)
      await scene.redeem(guesser, { reference: `AAAAA-BBBB${tries + 2}`, code: 'AAAAA-BBBBB-CCCCC-DDDDD' });
    const { status, headers, body } = await scene.redeem(guesser, {
      reference: 'AAAAA-BBBBB',
      code: 'AAAAA-BBBBB-CCCCC-DDDDD',
    });
    expect([status, headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(body.detail).toMatch(/Try again in \d+ minutes?\.$/);
  });

  it('Of two who bring it at once exactly one has it (R12)', async () => {
    const { id } = await granted(scene);
    const letter = await scene.inLetter(id);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => scene.redeem(accountHolder(`at-once-${name}`), letter)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('After 90 days it no longer works (R11)', async () => {
    const { id } = await granted(scene);
    const letter = await scene.inLetter(id);
    scene.clock.moveTo(addDays(dayOf(scene.clock.now()), 90));
    expect((await scene.redeem(accountHolder('late'), letter)).body.code).toBe('wrong-code');
    expect((await scene.see(id)).code).toMatchObject({ state: 'lapsed' });
    scene.clock.backToNow();
  });
});

describe('A second letter, and no third', () => {
  it('brings a new code, and the first works no longer', async () => {
    const { id } = await granted(scene);
    const first = await scene.inLetter(id);
    const again = () => scene.as(people.olga).post(`/v1/identity-cases/${id}/letter`);
    await scene.redeem(accountHolder('one-wrong'), { ...first, code: 'AAAAA-BBBBB-CCCCC-DDDDD' });
    expect(await scene.asked(200, again())).toMatchObject({ code: { state: 'waiting', letters: 2 } });
    await scene.tasks();
    expect(await scene.letters(id)).toHaveLength(2);
    const second = await scene.inLetter(id);
    expect([second.code === first.code, second.reference === first.reference]).toEqual([false, false]);
    expect((await scene.redeem(accountHolder('with-first'), first)).body.code).toBe('wrong-code');
    const third = await again();
    expect([third.status, third.body.code]).toEqual([409, 'letters-used-up']);
    await expect(scene.rows('UPDATE identity_case SET letters = 3 WHERE id = $1', id)).rejects.toThrow(
      /check/,
    );
    expect((await scene.redeem(accountHolder('with-second'), second)).status).toBe(200);
    expect((await again()).body.code).toBe('move-not-possible');
  });

  it('is not for a request that was refused', async () => {
    const id = await scene.entered(somebody());
    await scene.decide(id, { decision: 'refuse' });
    expect((await scene.as(people.olga).post(`/v1/identity-cases/${id}/letter`)).body.code).toBe(
      'move-not-possible',
    );
    expect(await scene.letters(id)).toEqual([]);
  });
});

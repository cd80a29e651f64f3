import { somebody } from './onboarding.scene.ts';
import { form, openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const request = (more: Record<string, unknown> = {}) =>
  scene.as('nobody').post('/v1/clients-abroad/onboarding-requests', form(somebody(more)));

describe('The open route discloses nothing', () => {
  it('Who is known, who is not, and who sends it twice hear the same', async () => {
    const known = {
      givenNames: 'Yasmina',
      familyName: 'el Amrani',
      birthDate: '1984-05-17',
      bsn: '999990019',
    };
    const twice = somebody();
    const answers = [
      await request(known),
      await request({ bsn: '999990032' }),
      await request(twice),
      await request(twice),
    ];
    const shapes = answers.map(({ status, text, headers }) =>
      [status, text, headers['content-length']].join(),
    );
    expect(new Set(shapes)).toEqual(new Set(['202,{"received":true},17']));
    await scene.tasks();
    const names = (await scene.cases('onboarding')).map(({ person, origin }) =>
      [origin, person?.familyName].join(),
    );
    expect(names.filter((name) => name === `form,${twice.familyName}`)).toHaveLength(1);
  });

  it('It is limited: so many from one place in a day, and so many in all', async () => {
    const strict = await openScene({
      OPEN_REQUESTS_PER_ADDRESS: '2',
      OPEN_REQUESTS_PER_HOUR: '3',
      TRUSTED_PROXIES: '127.0.0.1',
    });
    const send = (from: string) =>
      strict
        .as('nobody')
        .post('/v1/clients-abroad/onboarding-requests', form(somebody()))
        .set('X-Forwarded-For', from);
    const statuses = [];
    for (const from of ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2', '203.0.113.3'])
      statuses.push((await send(from)).status);
    expect(statuses).toEqual([202, 202, 429, 202, 429]);
    expect(JSON.stringify(await strict.rows('SELECT * FROM allowance'))).not.toContain('203.0.113');
    await strict.close();
  });
});

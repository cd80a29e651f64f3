import { citizen, european } from '../support/cast.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

const path = '/v1/me/preferences';

describe('Language and time zone are a client’s own choice', () => {
  it('The country of the means makes a proposal, and never a silent change', async () => {
    const spanish = european('ES/NL/x', ['Xavi', 'Ximenes'], '1970-01-01');
    const bsn = '999990056';
    const linked = { ...spanish, bsn };
    const seen = async () => (await scene.as(linked).get(path)).body as unknown;
    const proposed = { language: 'en', timeZone: 'Europe/Madrid' };
    expect(await seen()).toEqual({ proposed });
    for (let times = 0; times < 3; times++) await scene.as(linked).get('/v1/me');
    expect(await seen()).toEqual({ proposed });
    expect(await scene.rows('SELECT FROM client_preference')).toEqual([]);
    // Somebody who signs in with DigiD is proposed what fits the Netherlands.
    expect((await scene.as(citizen(bsn)).get(path)).body).toEqual({
      proposed: { language: 'nl', timeZone: 'Europe/Amsterdam' },
    });
  });

  it('What he chooses stays, whatever he signs in with', async () => {
    const chosen = { language: 'en', timeZone: 'Australia/Sydney' };
    expect((await scene.as(people.yasmina).put(path, chosen)).body).toMatchObject({ chosen });
    expect((await scene.as(people.yasmina).get(path)).body).toMatchObject({ chosen });
    const french = european('FR/NL/y', ['Yasmina', 'el Amrani'], '1984-05-17');
    expect((await scene.as({ ...french, bsn: people.yasmina.bsn }).get(path)).body).toEqual({
      chosen,
      proposed: { language: 'en', timeZone: 'Europe/Paris' },
    });
    const changed = { language: 'nl', timeZone: 'Asia/Kolkata' };
    expect((await scene.as(people.yasmina).put(path, changed)).body.chosen).toEqual(changed);
  });

  it('He gives both, and a zone that exists', async () => {
    for (const body of [
      { language: 'nl' },
      { timeZone: 'Europe/Paris' },
      { language: 'nl', timeZone: 'Paris' },
    ])
      expect((await scene.as(people.pieter).put(path, body)).status).toBe(400);
  });

  it('It is nobody else’s to see: not an office’s, not an official’s, not another citizen’s', async () => {
    await scene.as(people.willem).put(path, { language: 'en', timeZone: 'Asia/Tokyo' });
    for (const who of [people.olga, people.nadia, people.tax, people.elise])
      expect((await scene.as(who).get(path)).status).toBe(403);
    expect(JSON.stringify((await scene.as(people.pieter).get(path)).body)).not.toContain('Tokyo');
  });
});

import { european } from '../support/cast.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

describe('Where there is no office yet, and PostgreSQL knows that', () => {
  it('An account and the inbox of a BSN become one all the same', async () => {
    await scene.database.admin.query('ANALYZE organisation');
    const sanne = european('BG/NL/sanne', ['Sanne', 'Bakker'], '1996-08-30');
    const unheard = scene.replaceSource(() => Promise.resolve({ outcome: 'no-match' }));
    await scene.opened(sanne);
    const numbered = { ...sanne, bsn: '999990007' }; // whom the register knows, by the same name
    await scene.asked(202, scene.as(numbered).post('/v1/clients-abroad/account/link', { confirmed: true }));
    await scene.tasks();
    unheard();
    const client = await scene.world.client('999990007');
    expect(await scene.me(sanne)).toMatchObject({ kind: 'citizen', client });
  });
});

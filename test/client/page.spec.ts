import { readdirSync, readFileSync } from 'node:fs';
import { people } from '../decisions/scene.ts';
import { clientsOf, readable, revoke } from './examples/calls.ts';
import { mayRead } from './examples/question.ts';
import { kept } from './examples/token.ts';
import { type ClientScene, joris, message, openClient } from './scene.ts';

const folder = 'test/client/examples';

/** An example as it stands in a project to which `client/` was copied as `volmacht/`. */
const asCopied = (source: string) =>
  source
    .replace(/from '\.\.\/\.\.\/\.\.\/client\/([\w.]+)\.ts'/g, "from './volmacht/$1.js'")
    .replace(/from '\.\/(\w+)\.ts'/g, "from './$1.js'");

describe('The page about the client', () => {
  const page = readFileSync('docs/client.md', 'utf8');

  it.each(readdirSync(folder))('shows %s as it was tested', (name) => {
    const shown = page.split(`<!-- ${folder}/${name} -->\n\n\`\`\`ts\n`)[1]?.split('```')[0];
    expect(shown).toBe(asCopied(readFileSync(`${folder}/${name}`, 'utf8')));
  });
});

describe('Who copies from that page', () => {
  let scene: ClientScene;
  beforeEach(async () => (scene = await openClient()));
  afterEach(() => scene.house.close());

  it('keeps a token as long as it is good, and gets another when it is refused', async () => {
    const given = [scene.token, await scene.house.issuer.sign({ ...people.system, jti: 'second' })];
    let grants = 0;
    const token = kept(async () => ({ access_token: given[grants++] ?? '', expires_in: 300 }));
    expect([await token(), await token(), await token(given[0]), await token()]).toEqual([
      ...[given[0], given[0], given[1], given[1]],
    ]);
    expect(grants).toBe(2);
    const short = kept(async () => ({ access_token: `${grants++}`, expires_in: 30 }));
    expect(await short()).not.toBe(await short());
  });

  it('reads of many messages what may be read, and for whom somebody acts', async () => {
    const { subject, resource } = mayRead(joris, message(scene));
    const care = mayRead(joris, message(scene, { id: 'other', category: 'care' })).resource;
    expect(await readable(scene.volmacht(), subject, [care, resource])).toEqual([resource]);
    expect(await clientsOf(scene.volmacht(), subject)).toEqual([scene.yasmina]);
  });

  it('revokes, hears when it is too late, and when nobody knows', async () => {
    const token = await scene.house.issuer.sign(people.yasmina);
    const yasmina = scene.volmacht({ token: () => token });
    expect(await revoke(yasmina, scene.mandate, 'one')).toBe('revoked');
    expect(await revoke(yasmina, scene.mandate, 'two')).toBe('refused: move-not-possible');
    const lost = scene.volmacht({ url: 'http://127.0.0.1:1' });
    expect(await revoke(lost, scene.mandate, 'one')).toBe(
      'unknown (unreachable): ask again with the same key',
    );
  });
});

import { deliver, people, type Scene, setScene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  await scene.house.world.mandate({ client: scene.yasmina, organisation: scene.vermeer });
  await deliver(scene.house);
});
afterAll(() => scene.house.close());

describe('What an office did with a list', () => {
  it('is told to the client: looked at, searched, or fetched as a file (R35)', async () => {
    const joris = scene.house.as(people.joris);
    await joris.get('/v1/messages');
    await joris.post('/v1/messages/_search', { text: 'assessment' });
    await joris.get('/v1/messages/_export');
    const { body } = await scene.house.as(people.yasmina).get('/v1/trail-entries?limit=3');
    expect((body as { items: { sentence: object }[] }).items.map(({ sentence }) => sentence)).toEqual([
      {
        nl: 'Een medewerker van Office 90001234 haalde de lijst met berichten op als bestand.',
        en: 'Office 90001234 fetched the list of messages as a file.',
      },
      {
        nl: 'Een medewerker van Office 90001234 zocht in de berichten.',
        en: 'Office 90001234 searched the messages.',
      },
      {
        nl: 'Een medewerker van Office 90001234 bekeek de lijst met berichten.',
        en: 'Office 90001234 looked at the list of messages.',
      },
    ]);
  });
});

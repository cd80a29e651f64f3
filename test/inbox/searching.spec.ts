import { WordsService } from '../../src/inbox/office-list/words.service.ts';
import { bsns, deliver, people, type Scene, setScene } from './scene.ts';

type Listed = { items: { subject: string }[] };

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
  await scene.house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ category: 'all', actions: ['read'] }],
  });
  for (const [subject, body] of Object.entries({
    Slash: 'Aanslag inkomstenbelasting/premie volksverzekeringen 2025/2026.',
    Quoted: 'Zie de “voorschotbeschikking” en de ‘Uitstelregeling’…',
    Dashed: 'Een aanmaning—dwangbevel van 4471-8820 aan Dam–Bakker; €312 te laat.',
    Dotted: 'Naheffing.Dit is www.voorbeeld.nl/toeslag.',
    Accents: 'Geachte heer MÜLLER en mevrouw Ségal, uw coöperatie.',
    Hidden: 'Uw belas\u00adting\u200b\u00a0aftrek.',
  }))
    await deliver(scene.house, { subject, body });
});
afterAll(() => scene.house.close());

const search = async (who: object, text: string) =>
  (
    (
      await scene.house
        .as(who as never)
        .post('/v1/messages/_search', { text })
        .expect(200)
    ).body as Listed
  ).items
    .map(({ subject }) => subject)
    .toSorted();

describe('Looking for words in Dutch mail', () => {
  it.each([
    ['inkomstenbelasting', ['Slash']],
    ['inkomstenbelasting/premie', ['Slash']],
    ['premie 2026', ['Slash']],
    ['voorschotbeschikkingen', ['Quoted']],
    ['uitstelregeling', ['Quoted']],
    ['dwangbevel', ['Dashed']],
    ['8820', ['Dashed']],
    ['bakker 312', ['Dashed']],
    ['naheffing', ['Dotted']],
    ['toeslagen', ['Dotted']],
    ['muller', ['Accents']],
    ['segal', ['Accents']],
    ['cooperatie', ['Accents']],
    ['belasting aftrek', ['Hidden']],
    ['“dwangbevel van 4471”', ['Dashed']],
    ['"dwangbevel aanmaning"', []],
    ['aanmaning or toeslag', ['Dashed', 'Dotted']],
    ['geachte -belasting', ['Accents']],
    ['geachte -muller', []],
    ['<script> OR 1=1; --', []],
  ])('%s finds %p, before its words are ready and after', async (text, expected) => {
    expect(await search(people.joris, text)).toEqual(expected);
    expect(await search(people.yasmina, text)).toEqual(expected);
    await scene.house.app.get(WordsService).catchUp();
    expect(await search(people.joris, text)).toEqual(expected);
  });

  it('finds in a message of half a megabyte, and does not let its sender wait for the words', async () => {
    await deliver(scene.house, {
      recipient: { bsn: bsns.yasmina },
      ...{ subject: 'Long', body: `spoorzoeker ${'woord '.repeat(80_000)}` },
    });
    expect(await search(people.joris, 'spoorzoeker')).toEqual(['Long']);
  });
});

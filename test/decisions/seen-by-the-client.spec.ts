import { kvks } from '../support/cast.ts';
import { bsns, type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

interface Line {
  readonly action: string;
  readonly who: object;
  readonly askedAbout?: object;
  readonly answer?: boolean;
  readonly sentence: { readonly nl: string; readonly en: string };
}
/** Oldest first. */
const yasminaSees = async (): Promise<Line[]> =>
  ((await scene.house.as(people.yasmina).get('/v1/trail-entries')).body as { items: Line[] }).items
    .filter(({ action }) => action.startsWith('decision.'))
    .toReversed();

describe('A client reads in her trail what another system asked about her', () => {
  it('which system that was, about which office, and what it heard', async () => {
    await scene.ask();
    await scene.ask({ action: { name: 'reply' } });
    await scene.ask({ subject: { type: 'citizen', id: scene.pieter } });
    const lines = await yasminaSees();
    const vermeer = { id: scene.vermeer, name: `Office ${kvks.vermeer}`, kvk: kvks.vermeer };
    const who = { capacity: 'system', oin: oins.system, name: 'Message box' };
    expect(lines.map(({ who, askedAbout, answer }) => ({ who, askedAbout, answer }))).toEqual([
      { who, askedAbout: vermeer, answer: true },
      { who, askedAbout: vermeer, answer: false },
      { who, askedAbout: undefined, answer: false },
    ]);
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      {
        nl: `Message box vroeg of Office ${kvks.vermeer} iets voor u mag doen. Het antwoord was ja.`,
        en: `Message box asked whether Office ${kvks.vermeer} may do something for you. The answer was yes.`,
      },
      {
        nl: `Message box vroeg of Office ${kvks.vermeer} iets voor u mag doen. Het antwoord was nee.`,
        en: `Message box asked whether Office ${kvks.vermeer} may do something for you. The answer was no.`,
      },
      {
        nl: 'Message box vroeg of iemand iets voor u mag doen. Het antwoord was nee.',
        en: 'Message box asked whether somebody may do something for you. The answer was no.',
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain(scene.jorisId);
  });

  it('and whether it was about herself: then it says nothing of somebody else', async () => {
    await scene.house.world.message(scene.yasmina);
    for (const id of [scene.yasmina, `bsn:${bsns.yasmina}`]) {
      const subject = { type: 'citizen', id };
      await scene.ask({ subject });
      await scene.ask({ subject, action: { name: 'reply' }, resource: scene.inbox() });
      await scene.ask({
        ...{ subject, action: { name: 'revoke' } },
        resource: { type: 'mandate', id: scene.mandate },
      });
      await scene.ask({ subject, action: { name: 'print' }, resource: { type: 'file', id: 'x' } });
      const { action: _, ...question } = scene.question({ subject });
      await scene.post('search/action', question);
      await scene.post('search/resource', { ...scene.question({ subject }), resource: { type: 'message' } });
      await scene.post('search/subject', { ...scene.question(), subject: { type: 'citizen' } });
    }
    const lines = await yasminaSees();
    expect(lines.filter(({ sentence: { nl, en } }) => /iemand|somebody/.test(nl + en))).toEqual([]);
    expect([...new Set(lines.map(({ sentence }) => sentence.nl))]).toEqual([
      'Message box vroeg of u bij uw eigen berichten mag. Het antwoord was ja.',
      'Message box vroeg of u iets met uw eigen machtiging mag doen. Het antwoord was ja.',
      'Message box vroeg of u zelf iets mag doen. Het antwoord was nee.',
      'Message box zocht wat u zelf mag doen. Er werd iets gevonden.',
      'Message box zocht of u bij uw eigen berichten mag. Het antwoord was ja.',
      'Message box zocht of u bij uw eigen berichten mag. Er werd iets gevonden.',
    ]);
    expect(lines[0]?.sentence.en).toBe(
      'Message box asked whether you may have access to your own messages. The answer was yes.',
    );
  });

  it('by the name that it had then', async () => {
    await scene.ask();
    await scene.register({ name: 'Counter' });
    await scene.ask();
    expect((await yasminaSees()).map(({ who }) => who)).toMatchObject([
      { name: 'Message box' },
      { name: 'Counter' },
    ]);
  });

  it('what it searched, and whether it found something', async () => {
    const { action: _, ...question } = scene.question();
    await scene.post('search/action', { ...question, resource: scene.inbox({ category: 'care' }) });
    await scene.post('search/subject', { ...scene.question(), subject: { type: 'organisation' } });
    expect((await yasminaSees()).map(({ sentence }) => sentence.nl)).toEqual([
      `Message box zocht wat Office ${kvks.vermeer} voor u mag doen. Er werd niets gevonden.`,
      'Message box zocht wie iets voor u mag doen. Er werd iets gevonden.',
      `Message box zocht of Office ${kvks.vermeer} iets voor u mag doen. Het antwoord was ja.`,
    ]);
  });

  it('and not the name of a person who represents others by himself and is nothing to her', async () => {
    const { house, yasmina } = scene;
    const offices = '/v1/representative-organisations';
    const wish = { name: 'Ruben Maas', kind: 'individual', administratorName: 'Ruben Maas' };
    const { id } = (await house.as(people.rubenRepresents).post(offices, wish).expect(201)).body as {
      id: string;
    };
    await house.as(people.olga).post(`${offices}/${id}/recognition`).expect(200);
    const ruben = {
      subject: { type: 'employee', id: `bsn:${bsns.ruben}`, properties: { capacity: 'representative' } },
    };
    await scene.ask(ruben);
    const lines = [{ category: 'financial', actions: ['read'] }];
    await house.world.mandate({ client: yasmina, organisation: id, lines });
    await scene.ask(ruben);
    expect((await yasminaSees()).map(({ sentence, askedAbout }) => [sentence.en, askedAbout])).toEqual([
      ['Message box asked whether somebody may do something for you. The answer was no.', undefined],
      [
        'Message box asked whether Ruben Maas may do something for you. The answer was yes.',
        { id, name: 'Ruben Maas' },
      ],
    ]);
  });
});

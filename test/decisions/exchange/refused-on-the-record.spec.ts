import { trailOf } from '../../inbox/scene.ts';
import { bsns, kvks, oins, people } from '../../support/cast.ts';
import { type Exchanging, exchangeForm, openExchange } from './scene.ts';

let scene: Exchanging;
beforeEach(async () => (scene = await openExchange()));
afterEach(() => scene.house.close());

const byBsn = { represents: `bsn:${bsns.yasmina}` };
const lines = () => trailOf(scene.house, 'token.exchange');
const sentences = async () => {
  const { body } = await scene.house.as(people.yasmina).get('/v1/trail-entries');
  return (body as { items: { action: string; sentence: { en: string } }[] }).items
    .filter(({ action }) => action === 'token.exchange')
    .map(({ sentence }) => sentence.en);
};

describe('An exchange that is refused before it is decided about stands on the record (R40)', () => {
  it.each([
    ['for another system', { audience: `urn:nld:oin:${oins.tax}` }, 'for-another-system'],
    ['for a resource', { resource: 'https://elsewhere.example' }, 'for-a-resource'],
    ['with a scope', { scope: 'read' }, 'with-a-scope'],
  ])('%s: who, for whom, by which system and why', async (_title, more, reason) => {
    expect((await scene.exchange({ ...byBsn, ...more })).status).toBe(400);
    const kept = await lines();
    expect(kept).toMatchObject([
      {
        ...{ client_id: scene.yasmina, organisation_id: scene.vermeer, mandate_id: null },
        ...{ object_kind: 'inbox', object_id: 'by-bsn' },
      },
    ]);
    expect(kept[0]?.details).toEqual({
      ...{ subject: `employee:${scene.jorisId}`, assurance: 'substantial', asked: 'represent' },
      ...{ decision: false, reason, system: 'Message box' },
    });
    expect(JSON.stringify(kept)).not.toContain(bsns.yasmina);
    expect(await sentences()).toEqual([
      `Message box asked for a token that says that Office ${kvks.vermeer} acts for you, and was refused.`,
    ]);
  });

  it('by a sign-in that is not good: of whose affairs it was, and nothing of who he said to be', async () => {
    expect((await scene.exchange({ ...byBsn, subject_token: 'x.y.z' })).status).toBe(400);
    await scene.exchange({}, { ...people.joris, exp: 1 });
    const details = {
      ...{ asked: 'represent', decision: false, reason: 'subject-token-not-good', system: 'Message box' },
    };
    const kept = await lines();
    expect(kept.map((line) => line.details)).toEqual([details, details]);
    expect(kept).toMatchObject([
      { client_id: scene.yasmina, organisation_id: null, object_id: 'by-bsn' },
      { client_id: scene.yasmina, organisation_id: null, object_id: scene.yasmina },
    ]);
    const sentence = 'Message box asked for a token that says that somebody acts for you, and was refused.';
    expect(await sentences()).toEqual([sentence, sentence]);
  });

  it('of another grant: whom the form names, if anybody', async () => {
    await scene.exchange({ ...byBsn, grant_type: 'client_credentials' });
    for (const represents of [undefined, 'a\0b', 'no name of a client'])
      expect((await scene.send(exchangeForm({ grant_type: 'password', represents }))).body).toMatchObject({
        error: 'unsupported_grant_type',
      });
    const kept = await lines();
    expect(kept.map(({ client_id, object_id }) => [client_id, object_id])).toEqual([
      [scene.yasmina, 'by-bsn'],
      [null, null],
      [null, null],
      [null, 'no name of a client'],
    ]);
    for (const { details } of kept)
      expect(details).toEqual({
        ...{ asked: 'represent', decision: false, reason: 'another-grant', system: 'Message box' },
      });
  });
});

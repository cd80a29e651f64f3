import { trailOf } from '../inbox/scene.ts';
import { kvks } from '../support/cast.ts';
import { type Decision, type Decisions, openDecisions, people } from './scene.ts';

/** What is no character: NUL, and halves of one. The record cannot keep it, and one such question must not cost others theirs. */
let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const noCharacters = ['\0', 'a\0b', '\ud800', '\udc00x'];
const signedIn = (id: string, issuer: string) => ({
  subject: { type: 'employee', id, properties: { issuer, kvk: kvks.vermeer } },
});
const wrong: [string, (text: string) => Record<string, unknown>, string][] = [
  ['whose message', (id) => ({ resource: { type: 'message', id } }), '#/resource/id'],
  ['what kind of thing', (type) => ({ resource: { type, id: '1' } }), '#/resource/type'],
  ['what to do', (name) => ({ action: { name } }), '#/action/name'],
  ['for what', (purpose) => ({ context: { purpose } }), '#/context/purpose'],
  ['who', (id) => signedIn(id, 'test'), '#/subject/id'],
  ['who signed him in', (issuer) => signedIn('x', issuer), '#/subject/properties/issuer'],
];

describe('What is no character', () => {
  it.each(wrong)('is said to be wrong in %s', async (_, more, pointer) => {
    const expected = [400, { errors: [{ location: { pointer }, code: 'characters' }] }];
    // The id of what is searched for is ignored.
    const paths = pointer === '#/resource/id' ? ['evaluation'] : ['evaluation', 'search/resource'];
    for (const text of noCharacters)
      for (const path of paths) {
        const { status, body } = await scene.post(path, scene.question(more(text)));
        expect([status, body]).toMatchObject(expected);
      }
  });

  it('costs no other question its answer: in a batch, and of those that come in together', async () => {
    for (const [, more] of wrong) {
      const batch = await scene.post('evaluations', {
        ...scene.question(),
        evaluations: [{}, more('a\0b'), more('\ud800'), {}],
      });
      expect(batch.status).toBe(200);
      const { evaluations } = batch.body as { evaluations: Decision[] };
      expect(evaluations.map(({ decision }) => decision)).toEqual([true, false, false, true]);
    }
    const together = await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        scene.post('evaluation', scene.question(place === 7 ? { action: { name: 'a\0b' } } : {})),
      ),
    );
    expect(together.map(({ status }) => status)).toEqual(
      together.map((_, place) => (place === 7 ? 400 : 200)),
    );
  });

  it('comes of no cutting either: a long text is kept up to a whole character', async () => {
    const id = `${'x'.repeat(99)}😀😀`;
    await scene.ask({ resource: { type: 'dossier', id }, action: { name: '😀' } });
    const [line] = await trailOf(scene.house, 'decision.ask');
    expect(line?.object_id).toBe(`${'x'.repeat(99)}😀`);
  });

  it('is refused in the form of a token too', async () => {
    const send = (represents: string) =>
      scene.house
        .as(people.system)
        .post('/oauth/token')
        .type('form')
        .send({
          ...{
            grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
            subject_token: 'x',
            represents,
          },
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        });
    const { status, body } = await send('a\0b');
    expect([status, body]).toMatchObject([400, { error: 'invalid_request' }]);
    expect((body as { error_description: string }).error_description).toContain('represents');
  });
});

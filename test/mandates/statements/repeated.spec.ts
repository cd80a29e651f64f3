import { decodeJwt } from 'jose';
import { type Made, openStatements, people, type Statements } from './scene.ts';

let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());

const { yasmina, olga } = people;

describe('A request for a statement that is repeated gives', () => {
  it('the same one when a request is repeated, until the mandate ends', async () => {
    const path = `/v1/mandates/${scene.mandate.id}/statements`;
    const [one, again] = [
      await scene.as(yasmina).post(path, {}, 'my-key').expect(201),
      await scene.as(yasmina).post(path, {}, 'my-key').expect(201),
    ];
    expect(again.body).toEqual(one.body);
    await scene.as(yasmina).post(path, {}, 'my-key').set('Accept', 'application/pdf').expect(409); // on paper is another request
    await scene.act(yasmina, scene.mandate, 'revocation', {});
    await scene.as(yasmina).post(path, {}, 'my-key').expect(403);
  });

  it('the same one by a key that counts, when the first was withdrawn meanwhile', async () => {
    const again = async () =>
      (await scene.as(yasmina).post(`/v1/mandates/${scene.mandate.id}/statements`, {}, 'my-key').expect(201))
        .body as Made;
    const one = await again();
    const [{ kid } = { kid: '' }] = (await scene.keys()).keys;
    await scene.as(olga).post('/v1/signing-keys').expect(201);
    expect(await again()).toEqual(one);
    await scene.as(olga).post(`/v1/signing-keys/${kid}/withdrawal`, { reason: 'It was stolen.' }).expect(204);
    const other = await again();
    expect([await scene.shownBy(other), await scene.placeOf(other)]).toEqual([
      expect.objectContaining({ client_name: 'Yasmina el Amrani' }),
      decodeJwt<{ status: { status_list: object } }>(one.statement.split('~')[0] ?? '').status.status_list,
    ]);
  });
});
